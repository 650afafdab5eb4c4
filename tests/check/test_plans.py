"""Checks of plans against plans and reports: N8, N15, N17, N18, N30, N36."""

from pathlib import Path

import pytest

from lantu.registers import messages, ratios
from tests.check.said import answers, outcomes, outline, planned, report


@pytest.mark.parametrize(
    ("share", "answer"), [("60.0", "passed"), ("59.9", "passed"), ("59.8", "likely"), ("61", "likely")]
)
def test_a_share_and_its_two_levels(tmp_path: Path, share: str, answer: str) -> None:
    """600/1000 is 59.91 … 60.08 by rounding; 59.9 may be cut off."""
    text = f"地区生产总值1000亿元，第三产业增加值600亿元，服务业增加值占地区生产总值比重{share}%。"
    assert answers(outcomes(tmp_path, "N8", report(text))) == [answer]


def test_ratios_are_of_the_register() -> None:
    assert len({ratio.share for ratio in ratios.load()}) == len(ratios.load())


ROWS = (
    "1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性",
    "2.研发经费投入强度 | % | 2.85 | 3.05 | | 预期性",
)


@pytest.mark.parametrize(("growth", "answer"), [("20%以上", "likely"), ("12%", "passed"), ("5%", "likely")])
def test_growth_of_the_part_and_target_of_the_share(tmp_path: Path, growth: str, answer: str) -> None:
    """3.05 needs 12.2 % a year beside 10.7 % of the whole."""
    text = outline(*ROWS) + f"\n## 发展目标\n\n“十四五”期间，全社会研究与试验发展经费年均增长{growth}。\n"
    assert answers(outcomes(tmp_path, "N15", text)) == [answer]


GROWTH = outline("1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性")


def test_annual_targets_that_do_not_lead_to_the_plan_s(tmp_path: Path) -> None:
    earlier, draft = report("地区生产总值增长3.0%。"), planned("主要预期目标：地区生产总值增长5.5%。", 2023)
    draft = draft.replace("一切正常。", "地区生产总值增长2.5%。")
    (found,) = [o for o in outcomes(tmp_path, "N17", draft, earlier, GROWTH) if o.is_finding]
    assert found.computed == "25.0%"
    assert found.seen is not None
    assert "2021年须年均增长25.0%以上" in messages.say(found.seen, "zh")


def test_annual_targets_that_lead_there(tmp_path: Path) -> None:
    draft = planned("主要预期目标：地区生产总值增长8%。", 2023)
    assert answers(outcomes(tmp_path, "N17", draft, GROWTH)) == ["passed"]


PARK = outline("1.人均公园绿地面积 | 平方米 | 15.6 | 16.5 | | 预期性")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("16.1平方米", ["passed", "passed"]),
        ("15.8平方米", ["information", "passed"]),  # reached
        ("16.5平方米", ["information", "passed"]),  # the plan's
    ],
)
def test_targets_already_met(tmp_path: Path, wanted: str, found: list[str]) -> None:
    draft = planned(f"人均公园绿地面积达{wanted}。").replace("一切正常。", "人均公园绿地面积达15.8平方米。")
    assert sorted(answers(outcomes(tmp_path, "N18", draft, PARK))) == found


@pytest.mark.parametrize(("count", "answer"), [("137", "information"), ("158", "passed")])
def test_projects_planned_and_reported(tmp_path: Path, count: str, answer: str) -> None:
    earlier = planned("推动158个省市重点项目建设。")
    draft = report(f"{count}个省、市重点项目完成投资200亿元。", 2023)
    assert answers(outcomes(tmp_path, "N30", draft, against=earlier)) == [answer]


@pytest.mark.parametrize(
    ("plan", "told", "answer"),
    [
        ("实施重大工程62项。", "年初部署的60项重大工程全部动工。", "likely"),
        ("实施重大工程62项。", "年初部署的62项重大工程全部动工。", "passed"),
        ("实施重大工程62项。", "新建60项重大工程。", "not_applicable"),  # perhaps others
        ("实施省级重大工程62项。", "年初部署的60项市级重大工程全部动工。", "not_applicable"),
        ("办好12件惠民实事。", "13项民生实事项目如期完成。", "information"),
        ("办好12件惠民实事。", "年初确定的13件为民实事如期完成。", "likely"),
        ("办好12件惠民实事。", "年初确定的12件为民实事如期完成。", "passed"),
    ],
)
def test_what_was_promised_and_what_is_told_of_it(tmp_path: Path, plan: str, told: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N30", report(told, 2023), against=planned(plan))) == [answer]


HEADLINES = "一般公共预算总收入41.2亿元，增长3%；固定资产投资474亿元，增长0.5%；社会消费品零售总额575.2亿元，增长2.5%；进出口总额305亿元，增长1.8%；"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实际利用外资1.43亿美元。", ["information"]),
        ("实际利用外资1.43亿美元，下降48%。", ["not_applicable"]),
        ("实际利用外资2.95亿美元。", ["not_applicable"]),  # it rose
    ],
)
def test_a_headline_figure_without_its_growth(tmp_path: Path, text: str, found: list[str]) -> None:
    draft = report(HEADLINES + text, 2023)
    assert answers(outcomes(tmp_path, "N36", draft, against=report("实际利用外资2.75亿美元，增长525%。"))) == found


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("进出口总额287.9万元。", "likely"),
        ("进出口总额2879亿元。", "passed"),
        ("进出口总额2879000万元。", "passed"),
    ],
)
def test_unit_scale(tmp_path: Path, text: str, answer: str) -> None:
    found = outcomes(tmp_path, "N33", report(text, 2023), against=report("进出口总额270.5亿元。"))
    assert answers(found) == [answer]


@pytest.mark.parametrize(
    ("text", "year", "answer"),
    [
        ("一般公共预算总收入41.5亿元，增长-6.1%。", 2022, "information"),
        ("一般公共预算总收入41.5亿元，同口径增长6.1%。", 2022, "passed"),
        ("一般公共预算总收入41.5亿元，扣除留抵退税因素后增长6.1%。", 2022, "passed"),
        ("一般公共预算总收入41.5亿元，增长6.1%。", 2019, "not_applicable"),
        ("社会消费品零售总额41.5亿元，增长6.1%。", 2022, "not_applicable"),
    ],
)
def test_scope_of_revenue_growth(tmp_path: Path, text: str, year: int, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N35", report(text, year))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("重点项目年度计划投资647.4亿元，完成投资629.0亿元，占年度计划的97.2%。", "passed"),
        ("重点项目年度计划投资647.4亿元，完成投资629.0亿元，占年度计划的97.1%。", "passed"),  # cut off
        ("重点项目年度计划投资647.4亿元，完成投资629.0亿元，占年度计划的92.7%。", "likely"),
        ("一般公共预算支出60亿元，其中民生支出48亿元，占80%。", "passed"),
        ("一般公共预算支出60亿元，其中：民生支出48亿元、占88%。", "likely"),
        ("一般公共预算支出60亿元，其中民生支出48亿元，占比88%。", "likely"),
        ("民生支出48亿元，占比80%。", "not_applicable"),
    ],
)
def test_a_share_beside_what_it_is_a_share_of(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N8", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("卫生总投入80亿元，其中基层投入32亿元，占卫生总投入的40%。", "passed"),
        ("卫生总投入80亿元，其中基层投入32亿元，占卫生总投入的45%。", "likely"),
        ("新港大桥总造价12.5亿元，目前已完成工程量5亿元，占总造价的40%。", "passed"),
        ("新港大桥总造价12.5亿元，目前已完成工程量5亿元，占总造价的60%。", "likely"),
        ("在全年旅客总数400万人次中，过夜游客100万人次，占35%。", "likely"),
        ("粮食产量500万吨，水稻产量200万吨、小麦产量150万吨，水稻产量占粮食产量的40%。", "passed"),
        ("粮食产量500万吨，水稻产量200万吨、小麦产量150万吨，水稻产量占粮食产量的30%。", "likely"),
        ("社保基金支出30.6亿元，完成调整预算30亿元的102%。", "passed"),
        ("社保基金支出30.6亿元，完成年初预算29.5亿元的103.7%，为调整预算的102%。", "passed"),
        ("社保基金支出30.6亿元，增长4%，完成调整预算30亿元的120%。", "likely"),
        ("粮食产量500万吨，水稻产量200万吨，占全国粮食产量的0.3%。", "not_applicable"),  # another whole
        ("全市粮食产量500万吨，甲镇粮食产量50万吨，占全市粮食产量的10%。", "passed"),
    ],
)
def test_share_of_a_whole_that_the_sentence_names(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N8", report(text))) == [answer]


def test_two_budgets_of_one_spending(tmp_path: Path) -> None:
    text = "社保基金支出30.6亿元，完成年初预算29.5亿元的103.7%，完成调整预算30亿元的102%。"
    assert answers(outcomes(tmp_path, "N8", report(text))) == ["passed", "passed"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("海峡项目总投资50亿元，年度计划投资10亿元。", "passed"),
        ("海峡项目总投资50亿元，年度计划投资100亿元。", "likely"),
        ("海峡项目总投资50亿元，全年完成投资125亿元。", "likely"),
        ("海峡项目总投资超50亿元，年度计划投资100亿元。", "not_applicable"),
    ],
)
def test_money_of_projects(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N31", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("实际利用外资2.75亿美元，增长525%。", "information"),
        ("实际利用外资2.75亿美元，增长25%。", "passed"),
        ("实际利用外资由2017年的0.44亿美元增加到2.75亿美元，增长525%。", "not_applicable"),
    ],
)
def test_growth_out_of_the_ordinary(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N19", report(text))) == [answer]


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("2.人均GDP | 万元 | 8.6 | 13.1 | 6% | 预期性", "passed"),  # 1.76 % a year, 1.89 % by growth
        ("2.人均GDP | 万元 | 8.6 | 10.1 | 6% | 预期性", "information"),
        ("2.人均GDP | 万元 | 8.6 | 13.1 | 3% | 预期性", "information"),
    ],
)
def test_implied_population(tmp_path: Path, row: str, answer: str) -> None:
    text = outline("1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性", row)
    assert answers(outcomes(tmp_path, "N29", text)) == [answer]
