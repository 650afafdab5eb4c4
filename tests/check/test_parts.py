"""Checks of parts, wholes and places that tell the same: N7, N9, N14, N28."""

from pathlib import Path

import pytest

from lantu.registers import wholes
from tests.check.said import answers, outcomes, outline, report


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("一般公共预算总收入41.5亿元，地方一般公共预算收入27.6亿元。", "passed"),
        ("一般公共预算总收入41.5亿元，地方一般公共预算收入47.6亿元。", "error"),
        ("进出口总额288亿元，出口总额288.4亿元。", "passed"),  # within the digits
        ("进出口总额288亿元，出口总额290亿元。", "error"),
        ("进出口总额300亿元以上，出口总额310亿元。", "not_applicable"),
    ],
)
def test_part_and_whole(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N7", report(text))) == [answer]


def test_parts_and_wholes_are_of_the_register() -> None:
    assert len(wholes.load()) == len(set(wholes.load()))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("实施重点项目120个，其中产业项目80个。", ["passed"]),
        ("实施重点项目120个，其中产业项目180个。", ["error"]),
        ("一般公共预算收入41.5亿元，增长3%，其中税收收入45亿元。", ["error"]),
        ("从2018年到2022年年均超收20亿元，其中去年超收25亿元。", ["not_applicable"]),
        ("规划设置37项指标，其中约束性指标12项、预期性指标23项。", ["passed", "passed", "passed", "error"]),
        ("规划设置35项指标，其中约束性指标12项、预期性指标23项。", ["passed", "passed", "passed", "passed"]),
    ],
)
def test_counts_of_subsets(tmp_path: Path, text: str, answer: list[str]) -> None:
    assert sorted(answers(outcomes(tmp_path, "N9", report(text)))) == sorted(answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("排查隐患点120处，80处已整治，其余40处正在整治。", ["passed"]),
        ("排查隐患120个，80个整治到位，其余40个年底前整治。", ["passed"]),
        ("排查隐患120个，80个整治到位，其余46个年底前整治。", ["likely"]),
        ("储备道路项目60个，其中通车15个、在建30个、谋划15个。", ["passed"]),
        ("储备道路项目60个，其中通车15个、在建30个、谋划12个。", ["likely"]),
        ("道路项目60个，其中通车15个、开工45个、谋划15个。", ["passed"]),  # those open to traffic were begun
        ("60个道路项目中，15个已通车，30个正在施工，18个尚在筹备。", ["likely"]),
        ("60个道路项目中，15个已通车，30个正在施工。", []),  # may leave some out
        ("录用教师105人，其中男41人、女64人。", ["passed"]),
        ("录用教师105人，其中男41人、女46人。", ["likely"]),
    ],
)
def test_parts_that_leave_nothing_out(tmp_path: Path, text: str, answer: list[str]) -> None:
    found = outcomes(tmp_path, "N9", report(text))
    whole = answers([o for o in found if o.seen and o.seen.code == "n09_whole"])
    assert whole == answer


ROW = "14.城乡居民基本养老保险参保率 | % | 95 | 97 | [2] | 预期性"
GREEN = "20.建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.04] | 约束性"


@pytest.mark.parametrize(
    ("row", "text", "answer"),
    [
        (GREEN, "到2025年，建成区绿化覆盖率达46.3%。", ["passed"]),
        (GREEN, "到2025年，建成区绿化覆盖率达46.8%。", ["error"]),
        (GREEN, "到2025年，建成区绿化覆盖率达45%以上。", ["not_applicable"]),
        (GREEN, "到2025年，建成区绿化覆盖率力争达到47%。", ["not_applicable"]),  # a stretch
        (GREEN, "到2025年，建成区绿化覆盖率力争达到43.6%。", ["error"]),  # below the target
        (ROW, "2020年城乡居民参保率达99.8%。", ["likely"]),
        (ROW, "2020年医疗保险参保率达99.8%。", ["not_applicable"]),
    ],
)
def test_text_and_table(tmp_path: Path, row: str, text: str, answer: list[str]) -> None:
    assert answers(outcomes(tmp_path, "N14", f"{outline(row)}\n## 发展目标\n\n{text}\n")) == answer


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("社会消费品零售总额567.1亿元", "社会消费品零售总额567亿元", "passed"),
        ("社会消费品零售总额567.1亿元", "社会消费品零售总额571.6亿元", "error"),
        ("社会消费品零售总额增长3.5%", "社会消费品零售总额增长5.3%", "likely"),
        ("社会消费品零售总额增长3.5%", "社会消费品零售总额增长53%", "not_applicable"),  # of several years?
        ("竣工项目34个", "竣工项目9个", "not_applicable"),  # of one chapter each
    ],
)
def test_two_chapters(tmp_path: Path, first: str, second: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N14", report(f"{first}。\n\n## 二、服务业\n\n全年{second}。"))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("森林覆盖率达到45.2%。", "passed"),
        ("森林覆盖率达到145.2%。", "error"),
        ("高中阶段毛入学率达到105%。", "not_applicable"),
        ("工业产品产销率达到101%。", "not_applicable"),
        ("进出口总额下降120%。", "error"),
        ("实际利用外资增长525%。", "not_applicable"),
    ],
)
def test_impossible_percentages(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N28", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("进出口总额287.9亿元，出口200.1亿元，进口87.8亿元。", "passed"),
        ("进出口总额287.9亿元，出口200.1亿元，进口87.9亿元。", "passed"),  # three roundings
        ("进出口总额287.9亿元，出口200.1亿元，进口77.8亿元。", "likely"),
        ("一季度社会消费品零售总额120亿元，二季度130亿元，三季度140亿元，四季度150亿元，全年540亿元。", "passed"),
        ("一季度社会消费品零售总额120亿元，二季度130亿元，三季度140亿元，四季度150亿元，全年560亿元。", "likely"),
        ("一季度社会消费品零售总额120亿元，二季度130亿元，全年560亿元。", "not_applicable"),
        ("上半年社会消费品零售总额250亿元，下半年290亿元，全年540亿元。", "passed"),
        ("上半年社会消费品零售总额250亿元，下半年290亿元，全年560亿元。", "likely"),
    ],
)
def test_sums(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N10", report(text))) == [answer]


def test_parts_that_sum_to_more_than_their_total(tmp_path: Path) -> None:
    text = report("建成学校50所，其中小学30所、中学15所、幼儿园8所。")
    assert "likely" in answers(outcomes(tmp_path, "N9", text))
    text = report("建成学校50所，其中小学30所、中学15所。")
    assert set(answers(outcomes(tmp_path, "N9", text))) == {"passed"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("基层就诊率由52.4%提升到55.1%，提升2.7个百分点。", ["passed"]),
        ("基层就诊率由52.4%提升到55.1%，提升7.2个百分点。", ["likely"]),
        ("基层就诊率从2018年的52.4%上升至2022年的57%，累计上升4.6个百分点。", ["passed"]),
        ("基层就诊率从2018年的52.4%上升至2022年的57%，比2021年上升0.8个百分点。", []),
        ("基层就诊率从52.4%上升至57%，年均上升1个百分点。", []),
        ("基层就诊率57%，较上年的55.4%上升1.6个百分点。", ["passed"]),
        ("基层就诊率57%，较上年的54.5%上升1.6个百分点。", ["likely"]),
        ("次品率由3.2%下降到2.7%，下降0.5个百分点。", ["passed"]),
        ("次品率由3.2%下降到2.7%，上升0.5个百分点。", ["likely"]),
        ("住宅投资降幅由8.2%收窄至3.1%，收窄5.1个百分点。", ["passed"]),
        ("库存由320万吨减少80万吨，降至240万吨。", ["passed"]),
        ("库存由320万吨减少80万吨，降至260万吨。", ["likely"]),
        ("工业用电量增长6.3%，快于5%左右的年度目标1.3个百分点。", ["passed"]),
        ("工业用电量增长6.3%，快于5%左右的年度目标3.1个百分点。", ["likely"]),
        ("失业率为4.1%，比5.5%的控制目标低1.4个百分点。", ["passed"]),
        ("失业率为4.1%，比5.5%的控制目标低2.4个百分点。", ["likely"]),
        ("甲、乙两项比率分别由3%、4%提高到5%、6%，提高2个百分点。", []),
    ],
)
def test_two_values_and_what_lies_between_them(tmp_path: Path, text: str, answer: list[str]) -> None:
    found = [a for a in answers(outcomes(tmp_path, "N3", report(text))) if a != "not_applicable"]
    assert found == answer


def table(head: str, *rows: str) -> str:
    """A report with one table."""
    return (
        report("见下表。")
        + f"\n| {head} |\n|{' --- |' * (head.count('|') + 1)}\n"
        + "".join(f"| {r} |\n" for r in rows)
    )


@pytest.mark.parametrize(
    ("head", "rows", "found"),
    [
        ("街道 | 税收（万元）", ("临江街道 | 120", "上渡街道 | 80", "城门镇 | 41", "合计 | 241"), ["passed"]),
        ("街道 | 税收（万元）", ("临江街道 | 120", "上渡街道 | 80", "城门镇 | 41", "合计 | 214"), ["likely"]),
        ("街道 | 税收（万元）", ("总计 | 214", "临江街道 | 120", "上渡街道 | 80", "城门镇 | 41"), ["likely"]),
        ("月份 | 用电量", ("1月 | 1.24", "2月 | 1.01", "3月 | 1.36", "合计 | 3.6"), ["passed"]),
        ("项目 | 投资 | 面积", ("甲 | 3 | 10", "乙 | 4 | 20", "丙 | 5 | 30", "合计 | 12 | 50"), ["likely", "passed"]),
        ("项目 | 投资", ("甲 | 3", "乙 | 4", "丙 | 5", "合计 | 11"), ["not_applicable"]),  # perhaps of several ranks
        ("县区 | 户数", ("闽侯县 | 12", "甘蔗街道 | 8", "白沙镇 | 4", "合计 | 12"), ["not_applicable"]),  # two ranks
        ("街道 | 增长率", ("临江街道 | 12", "上渡街道 | 8", "城门镇 | 4", "合计 | 9"), ["not_applicable"]),
        ("街道 | 户数", ("临江街道 | 12", "其中：低保户 | 8", "城门镇 | 4", "合计 | 16"), ["not_applicable"]),
        ("街道 | 税收", ("临江街道 | 12", "上渡街道 | 见附件", "城门镇 | 4", "合计 | 30"), ["not_applicable"]),
    ],
)
def test_the_total_of_a_table(tmp_path: Path, head: str, rows: tuple[str, ...], found: list[str]) -> None:
    assert sorted(answers(outcomes(tmp_path, "N40", table(head, *rows)))) == found


@pytest.mark.parametrize(("printed", "answer"), [("567.1", "passed"), ("576.1", "likely")])
def test_an_estimate_of_the_text_is_the_result_of_its_table(tmp_path: Path, printed: str, answer: str) -> None:
    table = f"| 指标 | 单位 | 2021年实际 | 2022年实际 |\n| --- | --- | --- | --- |\n| 社会消费品零售总额 | 亿元 | 547.9 | {printed} |\n"
    said = report(f"预计，全年社会消费品零售总额567.1亿元，增长3.5%。\n\n{table}")
    assert answers(outcomes(tmp_path, "N14", said)) == [answer]


@pytest.mark.parametrize(("rest", "answer"), [("9.63", "passed"), ("9.36", "likely")])
def test_taxes_and_other_revenue_are_all_there_is(tmp_path: Path, rest: str, answer: str) -> None:
    said = f"地方一般公共预算收入35.40亿元，其中：税收收入25.77亿元、占72.8%，非税收入{rest}亿元。"
    assert answer in answers(outcomes(tmp_path, "N9", report(said)))
