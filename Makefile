# Two commands do everything: `make demo` and `make test`. Each sets up first, once: .venv in this folder.

VENV  := .venv
BIN   := $(VENV)/bin
# Named for this folder: an environment that was moved with its checkout no longer runs and is made anew.
READY := $(VENV)/.ready$(LANTU_EXTRA)-$(shell pwd | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench bench-short planted planted-short load load-short scores docs clean

help:
	@echo 'make demo     set up, evaluate the example and serve its ledger until Ctrl-C (not with CI=true, nor without a terminal)'
	@echo 'make test     set up and run all tests: lint, types, import layers, pytest (documentation included)'
	@echo 'make lint     ruff, mypy and the import layers alone'
	@echo 'make bench    characters a second, beside the bare scan (bench-short: that it works)'
	@echo 'make planted  recall of the checks on planted errors, and false findings (planted-short: that it works)'
	@echo 'make load     fifty readers at a PostgreSQL of a million statements, for a minute (load-short: that it works)'
	@echo 'make scores   extraction against the gold statements'
	@echo 'make docs     write the parts of docs/ that are generated'
	@echo 'make clean    remove everything that these commands made'

setup: $(READY)

$(READY): pyproject.toml uv.lock tools/setup.sh
	@sh tools/setup.sh $(VENV)
	@rm -f $(VENV)/.ready* && touch $@

demo: $(READY)
	$(BIN)/lantu demo

test: lint
	$(BIN)/pytest -n auto --dist loadfile -rs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) .venv-bench
	$(BIN)/python tools/bench.py

.venv-bench: bench/requirements.txt bench/install.sh
	@sh bench/install.sh $@
	@touch $@

bench-short: $(READY)
	$(BIN)/python tools/bench.py --short

planted: $(READY)
	$(BIN)/python bench/planted.py

planted-short: $(READY)
	$(BIN)/python bench/planted.py --short

load: $(READY)
	sh tools/with_postgres.sh $(BIN)/python -m tools.load

load-short: $(READY)
	sh tools/with_postgres.sh $(BIN)/python -m tools.load --short

docs: $(READY)
	$(BIN)/python tools/flow.py
	$(BIN)/python tools/checks.py

scores: $(READY)
	$(BIN)/python tools/scores.py

clean:
	rm -rf $(VENV) .venv-bench out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
