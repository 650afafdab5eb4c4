"""What the real documents give through the library's door: the plan's rows, one report in two texts, the same bytes in any order."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.model import Evaluation, Ledger, Target

FIVE_YEAR = "350104/five-year/2021-2025"


@pytest.fixture(scope="module")
def ledger(seeds: Mapping[str, Path]) -> Ledger:
    return pipeline.ledger([seeds[n] for n in ("000", "001", "002", "003")])


@pytest.fixture(scope="module")
def evaluation(ledger: Ledger) -> Evaluation:
    return pipeline.evaluate(ledger, date(2023, 12, 31))


def rows(ledger: Ledger) -> list[Target]:
    return [t for t in ledger.targets if t.plan == FIVE_YEAR and t.headline]


def test_twenty_rows_give_twenty_two_targets(ledger: Ledger) -> None:
    assert Counter(t.row for t in rows(ledger)) == Counter({n: 2 if n < 3 else 1 for n in range(1, 21)})


@pytest.mark.parametrize(
    ("number", "base", "wanted", "unit", "binding"),
    [
        (3, "15.5", "20", "%", "预期性"), (5, "61.6", "65", "%", "预期性"), (7, "32", "47", "件", "预期性"),
        (12, "1.34", "6.5", "万人", "预期性"), (15, "79.49", "80.2", "岁", "预期性"), (20, "45.26", "46.3", "%", "约束性"),
    ],
)  # fmt: skip
def test_rows_keep_base_target_unit_and_binding(
    ledger: Ledger, number: int, base: str, wanted: str, unit: str, binding: str
) -> None:
    target = next(t for t in rows(ledger) if t.row == number)
    assert target.base is not None
    assert target.wanted is not None
    assert (str(target.base.quantity.value), str(target.wanted.value)) == (base, wanted)
    assert (target.unit, target.binding) == (unit, binding)


def test_rows_are_typed_as_a_planner_types_them(ledger: Ledger) -> None:
    kinds = {t.row: t.kind.value for t in rows(ledger) if t.row and t.row > 2}
    assert kinds == {
        3: "level", 4: "maintain", 5: "share", 6: "share", 7: "level", 8: "share", 9: "share", 10: "average_growth",
        11: "relative", 12: "sum", 13: "level", 14: "share", 15: "level", 16: "assigned", 17: "assigned", 18: "assigned",
        19: "assigned", 20: "share",
    }  # fmt: skip


def test_two_texts_of_one_report_count_once(ledger: Ledger) -> None:
    report = next(p for p in ledger.publications if len(p.documents) == 2)
    assert Counter(d.kind for d in report.differences) == Counter(wording=4, punctuation=1, imprint=1)
    retail = next(o for o in ledger.observations if o.series == "350104/retail_sales/level" and o.period.code == "2022")
    assert len(retail.statements) == 2


def test_the_order_of_files_changes_nothing(seeds: Mapping[str, Path], tmp_path: Path) -> None:
    paths = [seeds[n] for n in ("000", "001", "002", "003")]
    outputs = []
    for seed, order in enumerate((paths, paths[::-1])):
        found = pipeline.ledger(order)
        out = tmp_path / str(seed)
        pipeline.report(found, pipeline.evaluate(found, date(2023, 12, 31)), out)
        outputs.append({p.name: p.read_bytes() for p in sorted(out.iterdir())})
    assert outputs[0] == outputs[1]
    assert set(outputs[0]) == {"evaluation.html", "evaluation.json", "evaluation.xlsx"}
    shown = json.loads(outputs[0]["evaluation.json"], parse_float=Decimal)
    gdp = next(t for t in shown["targets"] if t["kind"] == "level" and t["headline"])
    assert str(gdp["progress"]) == "0.272247"
