"""N10 over the funds of a budget."""

from pathlib import Path

from lantu.model import Answer, Outcome, Severity
from tests.check.said import outcomes, report


def funds(tmp_path: Path, text: str) -> list[Outcome]:
    return [o for o in outcomes(tmp_path, "N10", report(text)) if o.answer is not Answer.NOT_APPLICABLE]


def test_funds_that_are_added_up_make_the_total(tmp_path: Path) -> None:
    said = "一般公共预算收入30.5亿元，增长3%，加转移支付收入20.25亿元、新增债券收入8.05亿元、调入资金1.25亿元，财力合计{}亿元。"
    (right,) = funds(tmp_path, said.format("60.05"))
    assert right.answer is Answer.PASSED
    (wrong,) = funds(tmp_path, said.format("60.50"))
    assert (wrong.severity, wrong.printed, wrong.computed) == (Severity.LIKELY, "60.50亿元", "60.05亿元")


def test_parts_behind_the_total_that_fall_short_are_a_question(tmp_path: Path) -> None:
    said = "支出总计88亿元，其中：一般公共预算支出70亿元、上解支出8亿元、债务还本支出{}亿元。"
    assert [o.answer for o in funds(tmp_path, said.format("10"))] == [Answer.PASSED]
    (short,) = funds(tmp_path, said.format("6"))
    assert (short.severity, short.printed, short.computed) == (Severity.INFORMATION, "88亿元", "84亿元")


def test_two_funds_of_several_are_no_account(tmp_path: Path) -> None:
    assert funds(tmp_path, "收入总计88亿元，其中税收收入60亿元、非税收入8亿元。") == []
