"""Nature and period from headings, sentences and the kind of document."""

from dataclasses import replace

import pytest

from lantu.model import Front, Kind
from tests.extract.say import OUTLINE, REPORT, said

WORK = replace(REPORT, kind=Kind.WORK_REPORT)
OTHER = Front(Kind.OTHER, None, None, None, None, None, None, None, None)


def when(text: str, front: Front = REPORT) -> list[str]:
    return [" ".join(line.split()[-2:]) for line in said(text, front)]


def test_results_come_before_intentions() -> None:
    text = "## 一、2022年工作回顾\n\n新建公园3个。\n\n## 二、2023年工作安排\n\n新建公园5个。"
    assert when(text, WORK) == ["actual 2022", "target 2023"]


def test_a_budget_report_tells_results_before_the_draft() -> None:
    front = replace(OTHER, title="关于2022年预算执行情况和2023年预算草案的报告", date="2023-01-12")
    text = "## 一、2022年预算执行情况\n\n教育支出30亿元。\n\n## 二、2023年预算草案\n\n教育支出33亿元。"
    assert when(text, front) == ["actual 2022", "target 2023"]


def test_years_counted_behind_a_figure_hold_to_the_end_of_their_clause() -> None:
    assert when("公园绿地由2017年的3万亩增加到5万亩，五年累计增长66.7%；建成公园3个。")[-1] == "actual 2022"
    assert when("五年来，公园绿地增长66.7%；新建公园3个。", WORK) == ["actual 2018-2022"] * 2


def test_what_is_compared_with_is_of_the_year_before() -> None:
    assert when("绿化覆盖率46%，比上年的45%提高1个百分点。") == ["actual 2022", "actual 2021", "actual 2022"]


def test_an_estimate_governs_its_sentence_only() -> None:
    assert when("预计，零售总额567.1亿元；进出口总额287.9亿元。建成公园3个。") == [
        "estimate 2022", "estimate 2022", "actual 2022",
    ]  # fmt: skip


def test_an_estimate_in_a_heading_governs_its_list() -> None:
    assert (
        when("# 报告会召开\n\n## 预计2022年主要指标\n\n- 进出口总额305亿元；\n- 固定资产投资474亿元。")
        == ["estimate 2022"] * 2
    )


def test_the_last_year_named_wins_and_the_year_compared_with_does_not() -> None:
    assert when("2021年公园达12个。2022年公园比2021年增加3个。") == ["actual 2021", "actual 2022"]


def test_plans_speak_of_their_last_year_but_in_their_review() -> None:
    text = "## 第一节 发展基础\n\n建成众创空间20个。\n\n## 第二节 主要目标\n\n培育龙头企业20家。"
    assert when(text, OUTLINE) == ["actual 2020", "target 2025"]


def test_a_year_to_come_makes_a_target() -> None:
    assert when("到2025年，绿化覆盖率达46.3%。") == ["target 2025"]


def test_parts_of_a_year() -> None:
    assert when("上半年固定资产投资120亿元。1—10月出口90亿元。三季度末贷款余额80亿元。") == [
        "actual 2022-H1", "actual 2022-01..2022-10", "actual 2022-Q3",
    ]  # fmt: skip


def test_a_report_on_five_years_sums_its_works_and_keeps_what_stands() -> None:
    text = "## 一、过去五年工作回顾\n\n改造棚户区2600套。高速公路里程达到13.6万公里。"
    assert said(text, WORK) == [
        "改造棚户区 = 2600 套 cumulative actual 2018-2022",
        "高速公路里程 = 13.6 万公里 level actual 2022",
    ]


def test_a_part_on_the_next_plan_aims_at_its_end() -> None:
    text = "## 二、“十五五”时期主要目标\n\n城镇化率达到71%。"
    assert when(text, replace(WORK, reporting_year=2025, planning_year=2026)) == ["target 2030"]


def test_a_text_without_front_matter_speaks_of_the_year_it_names() -> None:
    assert when("2024年，全市新建公园6个，同比增长20%，比上年多建1个。", OTHER)[0] == "actual 2024"
    assert when(
        "为推动发展，制定本措施。到2027年，引进企业30家。对新认定企业给予奖励20万元。应当于2025年12月31日前申报。",
        OTHER,
    )[0] == ("target 2027")


def test_an_average_after_growth_since_a_year_is_of_the_years_between() -> None:
    assert said("地区生产总值比2019年增长25.1%，年均增长7.8%。1—6月零售总额增长9.1%。") == [
        "地区生产总值 = 25.1 % growth actual 2022",
        "地区生产总值 = 7.8 % average_growth actual 2020-2022",
        "零售总额 = 9.1 % growth actual 2022-01..2022-06",
    ]


def test_what_stands_already_is_actual_in_a_plan() -> None:
    text = "## 主要任务\n\n目前，公园有12个。我国有2.9亿在校学生。2016年以来，我省143个项目获奖。改造后产能提升了10%。"
    assert {line.split()[0] for line in when(text, OUTLINE)} == {"actual"}
    assert when("## 主要任务\n\n利用现有资源改造站点20个。目前，要加快建设公园3个。", OUTLINE) == ["target 2025"] * 2


def test_the_year_now_running_is_told_where_its_words_say_so() -> None:
    text = "## 二、2023年工作安排\n\n今年1—2月贷款比去年同期增加了30亿元。今年贷款增加40亿元。"
    assert [line.split()[0] for line in when(text, WORK)] == ["actual", "target"]


def test_what_will_be_reached_this_year_is_an_estimate() -> None:
    assert when("2022年零售总额将达到567亿元。竣工面积可达30万平方米。") == ["estimate 2022"] * 2


def test_a_heading_at_the_head_of_its_paragraph_opens_a_review() -> None:
    text = "（一）新形势。\n\n1.发展基础。建成实验室21个。\n\n——省级实验室5个。\n\n2.发展目标。建成实验室30个。"
    assert when(f"## 一、总体要求\n\n{text}", OUTLINE) == ["actual 2020", "actual 2020", "target 2025"]


def test_the_years_to_come_are_those_of_a_target() -> None:
    assert when("## 二、2023年工作安排\n\n今后三年财政投入850亿元。", WORK) == ["target 2023-2025"]
    assert when("今后五年，争取人均收入平均每年增长5%。", WORK) == ["target 2023-2027"]


def test_growth_from_one_year_to_another_is_of_the_years_after_the_first_where_both_values_are_told() -> None:
    told = "从2012年到2020年，消费由175元提高到288元，产值平均每年增长4%。"
    assert when(told)[-1] == "actual 2013-2020"
    assert when("从2013年到2020年，产值平均每年增长4%。从2013年到2020年的八年间，产值平均每年增长4%。") == [
        "actual 2013-2020", "actual 2013-2020",
    ]  # fmt: skip
    pair = "产值从2017年的20亿元增加到2022年的30亿元，年均增长8%。"
    assert when(pair, replace(OTHER, date="2023-01-10"))[-1].endswith("2018-2022")


def test_where_a_target_starts_is_actual() -> None:
    assert when("## 主要目标\n\n计划收入由2020年的2万元增加到2025年的3万元。", OUTLINE) == [
        "actual 2020",
        "target 2025",
    ]


def test_all_together_is_a_sum_though_it_stands() -> None:
    assert said("## 主要目标\n\n五年合计财政支出为60亿元。", OUTLINE)[0].endswith("cumulative target 2021-2025")


def test_a_yearly_mean_or_instalment_is_no_sum() -> None:
    text = "## 一、过去五年工作回顾\n\n城镇新增就业年均12万人。每年惠及学生37万人。"
    assert [line.split(" ", 4)[4] for line in said(text, WORK)] == ["level actual 2018-2022", "level actual 2022"]


def paper(text: str, title: str = "", date: str | None = None) -> list[str]:
    return when(text, replace(OTHER, title=title or None, date=date))


def test_a_paper_is_of_the_years_that_its_title_names() -> None:
    assert paper("培育企业30家。", "数字经济行动计划（2021—2023年）") == ["target 2023"]
    assert paper("培育企业30家。", "数字山东2021行动方案") == ["target 2021"]


def test_a_paper_that_names_only_years_to_come_plans_for_the_first() -> None:
    assert paper("到2027年，迈上新台阶。培育企业30家。到2030年，全面建成。") == ["target 2027"]


def test_a_reply_tells_what_is_so() -> None:
    text = "一、基本情况\n\n水坪村共有13个村民小组，505户。"
    assert paper(text, "关于地质灾害险情有关问题的复函", "2004-09-23") == ["actual 2004"] * 2


def test_a_year_to_come_holds_for_the_sentences_and_paragraphs_after_it() -> None:
    text = "## 发展目标\n\n到2023年，取得进展。企业达到30家。\n\n产值达到20亿元。\n\n## 保障\n\n培训500人。"
    assert when(text, OUTLINE) == ["target 2023", "target 2023", "target 2025"]


def test_a_year_of_birth_is_no_time_of_what_follows() -> None:
    assert when("负责人须1959年1月1日以后出生，每年工作时间不得少于6个月。", OUTLINE) == ["target 2025"]


def test_a_first_line_that_tells_a_figure_is_no_date_line() -> None:
    assert when("2022年11月，零售总额增长4.5%", REPORT) == ["actual 2022-11"]
    assert when("报告\n\n2023年1月5日在市第十七届人民代表大会第二次会议上", REPORT) == []


REVIEW = "## 一、过去五年工作回顾\n\n"


def of_review(text: str) -> list[str]:
    """Measure and period of what a review of 2018–2022 says."""
    return [" ".join(line.split()[i] for i in (-3, -1)) for line in said(REVIEW + text, WORK)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("五年来，财政对教育的投入达80亿元。", ["cumulative 2018-2022"]),
        ("五年来，参保人数达到80万人。", ["level 2022"]),
        ("财政五年投入教育经费80亿元。", ["cumulative 2018-2022"]),
        ("五年内提请审议的法规有30项。", ["cumulative 2018-2022"]),
        ("近三年淘汰落后产能90万吨。", ["cumulative 2020-2022"]),
        ("累计扩招4万人。累计建成高标准农田80万亩。", ["cumulative 2018-2022", "level 2022"]),
        ("5.5万农村贫困人口实现脱贫。", ["cumulative 2018-2022"]),
        ("城市新建住宅85万平方米。部门取消和调整审批项目69项。", ["cumulative 2018-2022"] * 2),
        ("五年间产值增长2倍，现已吸纳劳动力1万人。", ["growth 2018-2022", "level 2022"]),
        ("新增劳动力平均受教育年限从13.5年提高到14年。", ["level 2017", "level 2022"]),
        ("五年投入80亿元，是2013年至2017年投入总和的2.3倍。", ["cumulative 2018-2022", "level 2018-2022"]),
        ("全市120个项目获国家科技奖。精减编制共计2万人。", ["cumulative 2018-2022"] * 2),
        ("在此期间，领导人出访了90个国家。脱贫人口务工规模超过32万人。", ["cumulative 2018-2022", "level 2022"]),
        (
            "这五年，被评为模范的有3800人。城镇新增就业6万人，13万人口的大市实现充分就业。",
            ["cumulative 2018-2022"] * 2 + ["level 2022"],
        ),
        (
            "支持改造学校2万所，远程教育已覆盖36万所学校。为1万个卫生院配备设备。",
            ["cumulative 2018-2022", "level 2022", "cumulative 2018-2022"],
        ),
        ("五年共减税30亿元，其中2022年减税8亿元。", ["cumulative 2018-2022", "level 2022"]),
    ],
)
def test_in_a_review_what_was_done_is_a_sum_and_what_stands_a_level(text: str, wanted: list[str]) -> None:
    assert of_review(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022年进出口总额比2017年增长65%，从全省第6位上升到第4位。", ["growth 2022", "rank 2017", "rank 2022"]),
        ("2022年投入33亿元，占比从2.5%提高到3.3%。", ["level 2022", "level 2017", "level 2022"]),
        ("比重由五年前的50%扩大到80%。", ["level 2017", "level 2022"]),
        ("收入由2017年的8亿元增加到2022年的18亿元，平均每年增加2亿元。", ["level 2017", "level 2022", "change 2018-2022"]),
        ("总额由2018年的3亿元增加到2022年的7亿元，四年增长1.2倍。", ["level 2018", "level 2022", "growth 2019-2022"]),
        ("五年年均增长5.2%，十年增加70亿元、年均增长6.2%。", ["average_growth 2018-2022", "change 2013-2022", "average_growth 2013-2022"]),
        ("年均新增就业10万人、转移就业8万人。", ["level 2018-2022"] * 2),
        ("农业产值以每年递增7.2%的速度向前发展。", ["average_growth 2018-2022"]),
        ("“十三五”规划期间要求每年递增5%。", ["average_growth 2016-2020"]),
        ("能耗累计下降18%。", ["growth 2018-2022"]),
        ("清理2018年底以前发布的规定75件，废止7件。", ["cumulative 2018-2022"] * 2),
        ("刚刚过去的2022年，新增就业13万人。", ["level 2022"]),
    ],
)  # fmt: skip
def test_in_a_review_changes_are_of_its_years_and_pairs_begin_before_it(text: str, wanted: list[str]) -> None:
    assert of_review(text) == wanted


def test_a_review_may_be_told_by_its_heading_or_open_a_paragraph() -> None:
    assert said("## 一、取得伟大成就的五年\n\n农村新建住房36万平方米。", WORK) == [
        "农村新建住房 = 36 万平方米 cumulative actual 2018-2022"
    ]
    text = "## 一、2022年工作回顾\n\n2022年是收官之年。过去五年，我们砥砺前行。生产总值年均增长7.8%。"
    assert when(text, WORK) == ["actual 2018-2022"]


def test_a_part_on_a_year_and_five_goes_over_to_the_five() -> None:
    text = "## 一、过去一年和五年工作回顾\n\n全年新建公路20公里。\n\n过去五年极不平凡。\n\n新建公路90公里。"
    assert when(text, WORK) == ["actual 2022", "actual 2018-2022"]


def test_the_coming_five_years_end_a_review() -> None:
    text = REVIEW + "改造危房3000户。\n\n今后五年是关键的五年。争取收入年均增长5%。五年新增装机65万千瓦。"
    assert when(text, WORK) == ["actual 2018-2022", "target 2023-2027", "target 2023-2027"]
    text += "\n\n2023年是开局之年。设置部门41个。"
    assert when(text, WORK)[-1] == "target 2023"


def test_a_sum_compared_with_that_of_the_plan_before() -> None:
    front = replace(WORK, reporting_year=2020)
    text = "## 一、“十三五”时期回顾\n\n“十三五”期间，全省投资总额达到530亿元，比“十二五”时期的400亿元增长32.5%。"
    assert [" ".join(line.split()[i] for i in (-3, -1)) for line in said(text, front)] == [
        "cumulative 2016-2020", "cumulative 2011-2015", "growth 2016-2020",
    ]  # fmt: skip


def test_so_many_years_among_intentions_are_to_come() -> None:
    text = "## 二、2023年工作安排\n\n五年内财政将投入200亿元。在连续两年增长13%的基础上安排。"
    assert when(text, WORK) == ["target 2021-2025", "target 2021-2022"]


def test_a_report_on_one_year_sums_nothing_over_five() -> None:
    front = replace(OTHER, title="数字发展报告（2022年）")
    assert said("## 一、2022年取得显著成效\n\n清理不良信息5430万条，同比增长8%。", front)[0].endswith(
        "level actual 2022"
    )


def test_a_title_of_two_lines_and_news_of_a_meeting_tell_what_is_so() -> None:
    reply = "对十届全国人大\n四次会议第7240号建议的答复\n\n某代表：\n\n网站中有31个开通了英文版。"
    assert paper(reply, "对十届全国人大", "2006-09-07") == ["actual 2006"]
    news = "2018年5月17日，论坛在天津召开。副部长出席会议并致辞，企业代表200人参加论坛。"
    assert paper(news, "论坛在天津召开") == ["actual 2018"]


def test_to_better_the_surroundings_is_a_task() -> None:
    text = "## 优化发展环境\n\n每年安排资金5亿元。\n\n## 发展环境\n\n贷款余额50亿元。"
    assert [line.split()[0] for line in when(text, OUTLINE)] == ["target", "actual"]


def test_years_within_which_a_plan_acts_lie_ahead() -> None:
    text = "## 一、主要任务\n\n三年内投入850亿元。三年来投入85亿元。"
    assert when(text, OUTLINE) == ["target 2021-2023", "actual 2018-2020"]


def test_a_plan_made_in_its_second_year_looks_back_on_its_first() -> None:
    late = replace(OUTLINE, date="2022-11-30")
    text = "## 一、前两年的情况\n\n2021年粮食产量增长5.7%，今年预计增长5%。到2025年增长8%。确保2021年增长3%。"
    assert when(text, late) == ["actual 2021", "estimate 2022", "target 2025", "target 2021"]
    assert when(text, OUTLINE)[:2] == ["target 2021", "estimate 2021"]
