"""The documents, gold statements and yardsticks that lie beside the checkout, where they are there."""

import importlib.util
from pathlib import Path
from types import ModuleType

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"
EXAMPLES = CHECKOUT / "examples"
FORMATS = frozenset({".txt", ".md", ".html", ".htm"})


def script(name: str) -> ModuleType | None:
    """One of the shared scripts (`gold/score.py`) as a module, or None where it is absent."""
    path = SHARED / name
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    assert spec is not None, "a .py file has a spec"
    assert spec.loader is not None, "and a loader"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(folder: Path) -> list[Path]:
    """Every file below the folder that Lantu reads, in order of their paths."""
    return sorted(p for p in folder.rglob("*") if p.suffix in FORMATS and p.is_file())
