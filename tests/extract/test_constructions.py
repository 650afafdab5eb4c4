"""One short sentence for each construction of running text."""

import pytest

from lantu.model import Measure
from lantu.report.words import group
from tests.extract.say import OUTLINE, reading, said

PLAN = "# 二、2023年国民经济和社会发展计划安排\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业总产值七六六·四亿元。", "工业总产值 = 766.4 亿元 level actual 2022"),
        ("二○一○年粮食产量一百二十万吨。", "粮食产量 = 120 万吨 level actual 2010"),
        ("重工业比重为百分之五五·八。", "重工业比重 = 55.8 % level actual 2022"),
        ("地区生产总值１２３．５亿元。", "地区生产总值 = 123.5 亿元 level actual 2022"),
        ("财政收入1，234.5亿元。", "财政收入 = 1234.5 亿元 level actual 2022"),
        ("地区生产总值1万2千亿元。", "地区生产总值 = 12000 亿元 level actual 2022"),
        ("培训农民3000多万人次。", "培训农民 > 3000 万人次 level actual 2022"),
        ("孕产妇死亡率12.5/10万。", "孕产妇死亡率 = 12.5 /10万 level actual 2022"),
        ("每10万人拥有大学生1.5万人。", "每10万人拥有大学生 = 1.5 万人 level actual 2022"),
        ("惠及1000万家庭。", "惠及家庭 = 1000 万 level actual 2022"),
        ("人均收入过万元。", "人均收入 > 1 万元 level actual 2022"),
        ("新增产值近百亿元。", "新增产值 ~ 100 亿元 level actual 2022"),
        ("五百多个项目建成。", "建成项目 > 500 个 level actual 2022"),
        ("投资达3亿—5亿元。", "投资 between 3..5 亿元 level actual 2022"),
        ("工业产值一万二千三百四十五万元。", "工业产值 = 123450000 元 level actual 2022"),
        ("社会总产值一万三千二百亿元。", "社会总产值 = 13200 亿元 level actual 2022"),
        ("新增水浇地三到五万亩。", "新增水浇地 between 3..5 万亩 level actual 2022"),
        ("新增水浇地十万到十五万亩。", "新增水浇地 between 10..15 万亩 level actual 2022"),
        ("产量增长三成五。", "产量 = 3.5 成 growth actual 2022"),
        ("利润增长二成半，", "利润 = 2.5 成 growth actual 2022"),
        ("贷款余额3, 860亿元。", "贷款余额 = 3860 亿元 level actual 2022"),
        ("城乡居民收入比降至2.33。", "城乡居民收入比 = 2.33 - level actual 2022"),
        ("供电煤耗302克标准煤/千瓦时。", "供电煤耗 = 302 克标准煤/千瓦时 level actual 2022"),
        ("安装路灯2600盏。", "安装路灯 = 2600 盏 level actual 2022"),
        ("2019—2021年，累计完成投资500亿元。", "投资 = 500 亿元 cumulative actual 2019-2021"),
        ("“十三五”前三年，累计新增就业20万人。", "新增就业 = 20 万人 cumulative actual 2016-2018"),
        ("2019—2021年，累计建成并运营泵站9座。", "建成并运营泵站 = 9 座 level actual 2021"),
        ("“十三五”前三年，地区生产总值年均增长6.1%。", "地区生产总值 = 6.1 % average_growth actual 2016-2018"),
        ("“十三五”时期后两年地区生产总值年均增长5%。", "地区生产总值 = 5 % average_growth actual 2019-2020"),
        ("失业率百分之四至百分之五。", "失业率 between 4..5 % level actual 2022"),
        ("企业数量占全国的33%。", "企业数量占全国比重 = 33 % level actual 2022"),
        ("2022年第四季度增加值100亿元，增长5%。" * 2, "增加值 = 100 亿元 level actual 2022-Q4"),
    ],
)
def test_forms_of_a_quantity(text: str, expected: str) -> None:
    assert said(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居民收入翻了两番。", "居民收入 = 2 番 growth actual 2022"),
        ("林下经济面积翻番。", "林下经济面积 = 1 番 growth actual 2022"),
        ("到本世纪末，工农业总产值翻两番。", "工农业总产值 = 2 番 growth target 2100"),
        ("利润增加了一倍。", "利润 = 1 倍 growth actual 2022"),
        ("地区生产总值达到2010年的两倍。", "地区生产总值 = 2 倍 level actual 2022"),
        ("耕地减少两成。", "耕地 = -2 成 growth actual 2022"),
        ("投资增长两位数。", "投资 >= 10 % growth actual 2022"),
        ("服务业占地区生产总值的一半以上。", "服务业占地区生产总值比重 >= 0.5 - level actual 2022"),
        ("企业数量占全国三分之一。", "企业数量占全国比重 = 0.333 - level actual 2022"),
        ("就业人数占全国1/10以上。", "就业人数占全国比重 >= 0.1 - level actual 2022"),
        ("北京市场份额超过四成。", "北京市场份额 > 4 成 level actual 2022"),
        ("限制措施削减一半。", "限制措施 = -50 % growth actual 2022"),
        ("人员编制减半。", "人员编制 = -50 % growth actual 2022"),
        ("通关时间压缩三分之一以上。", "通关时间 >= -33.3 % growth actual 2022"),
        ("审批事项比上年减少1/3。", "审批事项 = -33.3 % growth actual 2022"),
        ("页岩油产量实现倍增。", "页岩油产量 = 1 番 growth actual 2022"),
        ("出口额翻倍增长。", "出口额 = 1 番 growth actual 2022"),
        ("事故率为万分之五。", "事故率 = 5 ‱ level actual 2022"),
    ],
)
def test_quantities_in_words_are_read_where_they_say_of_what(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize("text", ["三分之二的村通公路。", "有半数企业盈利。", "投资数百亿元。", "不能一味追求翻番。"])
def test_other_quantities_in_words_are_unread_not_silent(text: str) -> None:
    assert [u.reason for u in reading(text).unread] == ["word_quantity"]
    assert not said(text)


def test_every_reason_is_said_in_both_languages() -> None:
    assert {"no_unit", "no_rule", "word_quantity", "table_without_known_columns", "cell_of_words"} <= set(
        group("unread")
    )


def test_a_floor_and_its_stretch_are_two_growth_targets() -> None:
    assert said(PLAN + "地区生产总值增长7%以上、力争达到8%。") == [
        "地区生产总值 >= 7 % growth target 2023",
        "地区生产总值 = 8 % growth target 2023",
    ]


def test_two_horizons_in_one_sentence() -> None:
    assert said("到2025年，常住人口城镇化率达到65%，到2035年达到75%。", OUTLINE) == [
        "常住人口城镇化率 = 65 % level target 2025",
        "常住人口城镇化率 = 75 % level target 2035",
    ]


def test_the_parts_of_a_sum_keep_its_whole() -> None:
    assert said("共实施重点项目100个，其中：工业项目60个、民生项目40个。")[1:] == [
        "实施重点工业项目 = 60 个 level actual 2022",
        "实施重点民生项目 = 40 个 level actual 2022",
    ]
    assert said("引进项目50个（其中外资项目10个），总投资200亿元。")[2] == "引进项目总投资 = 200 亿元 level actual 2022"


def test_a_level_for_each_year_of_a_span() -> None:
    assert said("“十四五”期间新增就业25万人以上，年均5万人以上。", OUTLINE) == [
        "新增就业 >= 25 万人 cumulative target 2021-2025",
        "年均新增就业 >= 5 万人 level target 2021-2025",
    ]


def test_what_each_of_a_list_is_counted_for() -> None:
    assert said("每千人口执业医师2.5人、注册护士3.1人。")[1] == "每千人口注册护士 = 3.1 人 level actual 2022"


def test_ranks_in_a_row_are_of_one_thing() -> None:
    assert said("GDP增速位列全国第六、中部第二。") == [
        "GDP增速 = 6 位 rank actual 2022",
        "GDP增速 = 2 位 rank actual 2022",
    ]
    assert said("经济总量跃居全省第三位。") == ["经济总量 = 3 位 rank actual 2022"]


def test_growth_that_a_run_of_months_kept() -> None:
    assert said("制造业投资增长13%，连续48个月保持两位数增长。")[1] == "制造业投资 >= 10 % growth actual 2022"


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("居民消费价格环比下降0.2%。", "previous_period"), ("居民消费价格同比上涨1.5%。", "previous_year"),
        ("居民消费价格比上月上涨0.1%。", "previous_period"), ("固定资产投资比上年增长5%。", "previous_year"), ("出口增长5%。", ""),
    ],
)  # fmt: skip
def test_what_growth_is_counted_from(text: str, against: str) -> None:
    assert [s.qualifiers.against for s in reading(text).statements] == [against]


def test_cumulated_and_price_basis() -> None:
    assert [s.qualifiers.cumulated for s in reading("累计完成投资120亿元，增长5%。").statements] == [True, False]
    assert reading("按可比价格计算，地区生产总值增长5.5%。").statements[0].qualifiers.price == "real"


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("地区生产总值l23.5亿元。", "123.5", "123.5亿元"), ("地区生产总值1O5.2亿元。", "105.2", "105.2亿元"),
        ("城镇登记失业率3。5%以内。", "3.5", "3.5%"), ("地区生产总值10 . 5亿元。", "10.5", "10.5亿元"),
        ("税收占比8. 5%。", "8.5", "8.5%"), ("服务企业3 000余家。", "3000", "3000余家"),
        ("地区生产总值 12 350.5 亿元。", "12350.5", "12350.5亿元"), ("地区生产总值123.5亿元。", "123.5", ""),
    ],
)  # fmt: skip
def test_damaged_figures_are_read_and_marked(text: str, value: str, repaired: str) -> None:
    found = reading(text)
    [one] = found.statements
    assert (str(one.quantity.value), one.repaired, one.measure) == (value, repaired, Measure.LEVEL)
    assert found.document.text[one.start : one.end] == one.text
    assert not found.unread


@pytest.mark.parametrize(
    "text",
    ["O2O平台5个。", "城镇化率达65。3个项目开工。", "1. 5家企业获奖。", "表1 350亿元投资。", "到2022。5%的企业。"],
)
def test_nothing_is_repaired_where_another_reading_is_open(text: str) -> None:
    assert not any(s.repaired for s in reading(text).statements)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("细颗粒物浓度不超过35微克每立方米。", "细颗粒物浓度 <= 35 微克每立方米 level actual 2022"),
        ("细颗粒物浓度为每立方米20微克。", "细颗粒物浓度 = 20 微克/立方米 level actual 2022"),
        ("细颗粒物浓度降至38微克／立方米。", "细颗粒物浓度 = 38 微克/立方米 level actual 2022"),
        ("我市发生6.8级地震。", "震级 = 6.8 级 level actual 2022"),
        ("模型参数不少于7B，", "模型参数 >= 7 B level actual 2022"),
        ("产业规模突破7000亿级。", "产业规模 >= 7000 亿 level actual 2022"),
        ("奥运会勇夺4金。", "奥运会金牌 = 4 金 level actual 2022"),
        ("组建12家长三角创新联合体。", "组建长三角创新联合体 = 12 家 level actual 2022"),
        ("电能利用效率降到1.3以下。", "电能利用效率 <= 1.3 - level actual 2022"),
        ("人口控制在12亿以内的目标。", "人口 <= 12 亿 level actual 2022"),
        ("开展4市州环保督察。", "开展环保督察 = 4 市州 level actual 2022"),
        ("相当于5年前1.5个百分点的增量。", "相当于5年前 = 1.5 个百分点 change actual 2022"),
    ],
)
def test_units_that_stand_otherwise(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("举办2024世界博览会。", "name_number"),
        ("成立70年来成就显著。", "duration"),
        ("力争3年内启动改造。", "duration"),
        ("今年2月修订计划。", "date"),
        ("4.2.3.3水资源管理。", "list_number"),
        ("103.优化营商环境。", "list_number"),
        ("按照附1填写。", "label_number"),
        ("咨询电话68104423。", "phone"),
        ("实施“0.1微克”行动。", "quoted_name"),
        ("开展20国集团峰会。", "unread"),
        ("制定《发展规划（2021-2025）》。", "name_number"),
        ("1突破核心技术。", "list_number"),
        ("请于16时前提交。", "date"),
        ("描述控制在300字以内。", "threshold"),
        ("全面开工国道629线。", "road_or_line"),
        ("尤以当晚8时40分最大。", "date"),
        ("标准包括总体设计等8 部分。", "document_part"),
    ],
)
def test_numbers_that_measure_nothing_are_left_out_by_name(text: str, rule: str) -> None:
    found = reading(text)
    assert not found.statements
    assert [x.rule for x in found.left_out] == ([] if rule == "unread" else [rule])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("生产总值一季度、二季度分别增长5.2%、5.3%。", [("5.2", "2022-Q1"), ("5.3", "2022-Q2")]),
        ("一季度、二季度生产总值分别增长5.2%、5.3%。", [("5.2", "2022-Q1"), ("5.3", "2022-Q2")]),
        ("生产总值一、二、三季度分别增长5%、6%和7%。", [("5", "2022-Q1"), ("6", "2022-Q2"), ("7", "2022-Q3")]),
        (
            "去年四个季度，生产总值分别增长4%、1%、3%、2%。",
            [("4", "2022-Q1"), ("1", "2022-Q2"), ("3", "2022-Q3"), ("2", "2022-Q4")],
        ),
        ("7、8月份生产总值分别增长4%和5%。", [("4", "2022-07"), ("5", "2022-08")]),
        ("上半年和全年，生产总值分别增长5%和5.5%。", [("5", "2022-H1"), ("5.5", "2022")]),
        ("2021年、2022年生产总值分别增长8%、5%。", [("8", "2021"), ("5", "2022")]),
        ("2020—2022年，生产总值分别增长2%、8%和5%。", [("2", "2020"), ("8", "2021"), ("5", "2022")]),
        ("近三年来生产总值逐年增长2%、8%、5%。", [("2", "2020"), ("8", "2021"), ("5", "2022")]),
        (
            "近六年生产总值逐年增长2%、8%、5%、4%、3%、1%。",
            [(g, str(2017 + n)) for n, g in enumerate("285431")],
        ),
        ("过去三年生产总值分别为3亿元、8亿元、9亿元。", [("3", "2020"), ("8", "2021"), ("9", "2022")]),
        ("生产总值一季度增长5%、上半年增长5.2%。", [("5", "2022-Q1"), ("5.2", "2022-H1")]),
        ("生产总值1—5月增长4%，6月增长5%，全年增长6%。", [("4", "2022-01..2022-05"), ("5", "2022-06"), ("6", "2022")]),
        ("今年一季度，生产总值同比增长5%。", [("5", "2023-Q1")]),
        ("生产总值4月增长3%、年底增长5%。", [("3", "2022-04"), ("5", "2022")]),
        (
            "第一至第四季度生产总值分别增长3%、4%、5%和4%。",
            [("3", "2022-Q1"), ("4", "2022-Q2"), ("5", "2022-Q3"), ("4", "2022-Q4")],
        ),
        ("1—3月，生产总值分别增长3%、4%、5%。", [("3", "2022-01"), ("4", "2022-02"), ("5", "2022-03")]),
        ("2020年至2022年，生产总值分别增长2%、8%、3%。", [("2", "2020"), ("8", "2021"), ("3", "2022")]),
    ],
)
def test_parts_of_a_year_each_have_their_value(text: str, expected: list[tuple[str, str]]) -> None:
    found = reading(text).statements
    assert [(str(s.quantity.value), s.period.code) for s in found] == expected
    assert {(s.indicator, s.nature) for s in found} == {("生产总值", "actual")}


def test_a_range_of_years_is_not_given_out_over_a_list_of_things() -> None:
    found = reading("2020—2022年，出口、进口、零售额分别增长2%、8%、3%。").statements
    assert {s.period.code for s in found} == {"2022"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业增速居工业大省第1位。", "工业增速 = 1 位 rank actual 2022"),
        ("吞吐量稳居全国沿海港口前十。", "吞吐量稳居全国沿海港口 = 10 位 rank actual 2022"),
        ("经费占比提高一个百分点。", "经费占比 = 1 个百分点 change actual 2022"),
        ("企业开办时间压缩到目前的平均4个工作日。", "企业开办时间 = 4 个工作日 level actual 2022"),
    ],
)
def test_ranks_points_and_times_behind_more_words(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize("text", ["把质量放在第一位。", "成交量在第三、第四季度回升。"])
def test_an_ordinal_is_no_rank(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绩效占比不低于工资总量的70%。", ["绩效占工资总量比重 >= 70 % level actual 2022"]),
        ("社会投入不少于总投入的三分之一。", ["社会投入占总投入比重 >= 0.333 - level actual 2022"]),
        ("投资降幅收窄至3.2%。", ["投资 = -3.2 % growth actual 2022"]),
        ("价格涨幅回落到2.6%。", ["价格 = 2.6 % growth actual 2022"]),
        ("投资增速从5%提高到8%。", ["投资 = 5 % growth actual 2021", "投资 = 8 % growth actual 2022"]),
        ("人口自然增长率为1%。", ["人口自然增长率 = 1 % level actual 2022"]),
        ("贷款比上年多增20亿元。", ["贷款 = 20 亿元 change actual 2022"]),
        (
            "企业存量8万户，较去年净增1万户。",
            ["企业存量 = 8 万户 level actual 2022", "企业存量 = 1 万户 change actual 2022"],
        ),
        ("园区企业净增9家。", ["园区企业净增 = 9 家 level actual 2022"]),
        ("藏书在去年基础上增加3万册。", ["藏书 = 3 万册 change actual 2022"]),
        ("居民收入增速快于经济增长0.5个百分点。", ["居民收入增速快于经济增长 = 0.5 个百分点 change actual 2022"]),
        (
            "一二三产业增加值分别增长3%、6%和7%。",
            [f"第{n}产业增加值 = {v} % growth actual 2022" for n, v in (("一", 3), ("二", 6), ("三", 7))],
        ),
        ("截至10月底，投资30亿元。", ["投资 = 30 亿元 level actual 2022-10"]),
        (
            "出境人次由8300万增加到1亿3千多万。",
            ["出境人次 = 8300 万 level actual 2021", "出境人次 > 130000000 - level actual 2022"],
        ),
    ],
)
def test_comparisons_with_the_past_and_with_a_whole(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增绿地120万m2。", "新增绿地 = 120 万m2 level actual 2022"),
        ("供水能力30万m³。", "供水能力 = 30 万m³ level actual 2022"),
        ("处理能力达到15万t/d。", "处理能力 = 15 万t/d level actual 2022"),
        ("单位能耗降至0.45tce/万元。", "单位能耗 = 0.45 tce/万元 level actual 2022"),
        ("事故死亡率为十万分之三点二。", "事故死亡率 = 3.2 /10万 level actual 2022"),
        ("孕产妇死亡率降至十万分之12。", "孕产妇死亡率 = 12 /10万 level actual 2022"),
        ("新增规上企业十二家。", "新增规上企业 = 12 家 level actual 2022"),
        ("一至三季度，生产总值增长6.1%。", "生产总值 = 6.1 % growth actual 2022-01..2022-09"),
        ("四季度当季工业增加值增长7%。", "工业增加值 = 7 % growth actual 2022-Q4"),
        ("12月末，存款余额1200亿元。", "存款余额 = 1200 亿元 level actual 2022"),
        ("今年以来，新登记企业3000户。", "新登记企业 = 3000 户 level actual 2023"),
        ("五年共培养近五百万高级专门人才。", "培养高级专门人才 ~ 500 万 cumulative actual 2018-2022"),
        ("总人口控制在十亿六千万左右。", "总人口 ~ 1060000000 - level actual 2022"),
        ("今明两年养老金每年增长10%左右。", "养老金 ~ 10 % average_growth target 2023-2024"),
        ("今明两年共安排资金30亿元。", "安排资金 = 30 亿元 cumulative target 2023-2024"),
    ],
)  # fmt: skip
def test_units_in_letters_counts_at_the_end_and_parts_of_a_year(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2025年底、2027年底，覆盖率分别达到60%、80%。", ["2025", "2027"]),
        ("工业增加值增速由上年的4.1%加快到5.2%。", ["2021", "2022"]),
        ("进出口增速由上半年的-3.5%回升至6.2%。", ["2022-H1", "2022"]),
        ("工业利润由上年下降2.3%转为增长8.5%。", ["2021", "2022"]),
    ],
)
def test_two_values_have_their_times(text: str, years: list[str]) -> None:
    assert [s.period.code for s in reading(text).statements] == years
