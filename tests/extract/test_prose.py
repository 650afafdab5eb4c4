import pytest

from tests.extract.say import OUTLINE, reading, said

PLAN = "# 二、2023年国民经济和社会发展计划安排\n\n"


def test_growth_takes_the_name_of_the_level_before_it() -> None:
    assert said("预计，一般公共预算总收入41.5亿元，增长-6.1%。") == [
        "一般公共预算总收入 = 41.5 亿元 level estimate 2022",
        "一般公共预算总收入 = -6.1 % growth estimate 2022",
    ]


def test_a_fall_is_negative() -> None:
    assert said("道路拥堵指数下降12%。") == ["道路拥堵指数 = -12 % growth actual 2022"]


def test_the_printed_digits_stay() -> None:
    assert said("人均公园绿地面积达15.80平方米。") == ["人均公园绿地面积 = 15.80 平方米 level actual 2022"]


def test_expected_targets_of_the_coming_year() -> None:
    text = PLAN + "2023年主要预期目标：地区生产总值增长5%；固定资产投资增长6%以上。"
    assert said(text) == ["地区生产总值 = 5 % growth target 2023", "固定资产投资 >= 6 % growth target 2023"]


def test_the_counted_thing_may_follow_the_number() -> None:
    assert said("全年签约甲公司等47个重点招商项目。") == ["签约重点招商项目 = 47 个 level actual 2022"]
    assert said("甲路等18个项目竣工。") == ["竣工项目 = 18 个 level actual 2022"]


def test_a_part_keeps_what_is_said_of_its_whole() -> None:
    assert said("完成开工项目66个，其中，产业项目22个。") == [
        "开工项目 = 66 个 level actual 2022",
        "开工产业项目 = 22 个 level actual 2022",
    ]


def test_the_verb_of_a_coordination_is_carried_on() -> None:
    assert said("新增义务教育学位4920个、公办幼儿学位2520个。") == [
        "新增义务教育学位 = 4920 个 level actual 2022",
        "新增公办幼儿学位 = 2520 个 level actual 2022",
    ]


def test_total_investment_belongs_to_its_projects() -> None:
    assert said("引进落地招商项目302个，预期总投资611.73亿元。") == [
        "引进落地招商项目 = 302 个 level actual 2022",
        "引进落地招商项目预期总投资 = 611.73 亿元 level actual 2022",
    ]


def test_from_and_to_are_two_statements() -> None:
    assert said("经费补助标准从79元提高至84元。") == [
        "经费补助标准 = 79 元 level actual 2021",
        "经费补助标准 = 84 元 level actual 2022",
    ]


def test_dates_of_a_pair_are_kept() -> None:
    assert said("地区生产总值从2015年的485.85亿元发展到2020年的902.27亿元。", OUTLINE) == [
        "地区生产总值 = 485.85 亿元 level actual 2015",
        "地区生产总值 = 902.27 亿元 level actual 2020",
    ]


def test_distributed_names() -> None:
    assert said("“最多跑一趟”和“一趟不用跑”事项占比分别达到98%和73%。") == [
        "“最多跑一趟”事项占比 = 98 % level actual 2022",
        "“一趟不用跑”事项占比 = 73 % level actual 2022",
    ]


def test_growth_given_out_to_two_stays_growth() -> None:
    assert said("工业投资、民间投资分别增长11.2%、8.1%。") == [
        "工业投资 = 11.2 % growth actual 2022",
        "民间投资 = 8.1 % growth actual 2022",
    ]


def test_structures_are_read_member_by_member() -> None:
    assert said("三次产业结构调整为0.2:38.2:61.6。") == [
        "三次产业结构（第一产业） = 0.2 - ratio actual 2022",
        "三次产业结构（第二产业） = 38.2 - ratio actual 2022",
        "三次产业结构（第三产业） = 61.6 - ratio actual 2022",
    ]


def test_ranks_achieved_and_aimed_at() -> None:
    assert said("高新技术企业436家，总量排名全市第2。")[1] == "高新技术企业总量 = 2 位 rank actual 2022"
    assert said(PLAN + "确保R&D经费投入总量保持全市前3。") == ["R&D经费投入总量 <= 3 位 rank target 2023"]


@pytest.mark.parametrize(
    ("words", "comparator", "value"),
    [
        ("超200家", ">", "200"), ("突破560家", ">=", "560"), ("不低于55家", ">=", "55"), ("10余家", ">", "10"),
        ("20家左右", "~", "20"), ("15家以上", ">=", "15"), ("控制在60家以内", "<=", "60"),
    ],
)  # fmt: skip
def test_comparators_on_both_sides(words: str, comparator: str, value: str) -> None:
    assert said(f"入驻企业{words}。") == [f"入驻企业 {comparator} {value} 家 level actual 2022"]


def test_ranges_and_rates_per_hundred_thousand() -> None:
    assert said("力争创建10—15所示范园；孕产妇死亡率控制在14/10万以下。", OUTLINE) == [
        "创建示范园 between 10..15 所 level target 2025",
        "孕产妇死亡率 <= 14 /10万 level target 2025",
    ]


def test_lagged_values_are_of_the_year_before() -> None:
    assert said("规上企业R&D经费(错年值)达26.11亿元。") == ["规上企业R&D经费(错年值) = 26.11 亿元 level actual 2021"]


def test_averages_take_the_plan_period() -> None:
    assert said("“十四五”期间GDP保持8%以上的中高速增长。", OUTLINE) == ["GDP >= 8 % average_growth target 2021-2025"]


def test_five_years_are_summed() -> None:
    text = "## 发展基础\n\n五年累计征迁交地近4万亩。"
    assert said(text, OUTLINE) == ["征迁交地 ~ 4 万亩 cumulative actual 2016-2020"]


def test_chinese_numerals_of_older_documents() -> None:
    text = "工农业总产值达到八千二百九十一亿元，比上年增长百分之八点七。粮食产量一亿二千万吨。"
    assert said(text) == [
        "工农业总产值 = 8291 亿元 level actual 2022",
        "工农业总产值 = 8.7 % growth actual 2022",
        "粮食产量 = 120000000 吨 level actual 2022",
    ]


def test_names_and_slogans_are_left_out_by_name() -> None:
    found = reading("坚持“3820”战略工程，优化5G网络，推进地铁6号线，创建4A级景区，落实第十四个五年规划。")
    assert not found.statements
    assert [(x.text, x.rule) for x in found.left_out] == [
        ("“3820”", "quoted_name"), ("5G", "product"), ("6号线", "road_or_line"), ("4A级", "product"),
        ("第十四个五年", "ordinal_name"),
    ]  # fmt: skip
    assert not found.unread


def test_every_digit_run_is_accounted_for() -> None:
    found = reading("2022年推进12510行动体系，建成公园3个、口袋公园25处，10月1日开放，联系电话8723。")
    spans = [(x.start, x.end) for group in (found.statements, found.left_out, found.unread) for x in group]
    digits = {i for i, c in enumerate(found.document.text) if c.isdigit()}
    assert digits <= {i for start, end in spans for i in range(start, end)}
    assert [u.text for u in found.unread] == ["12510"]


def test_policies_name_what_is_granted() -> None:
    assert said("对新认定的高新技术企业，给予20万元一次性奖励。", OUTLINE) == [
        "新认定高新技术企业一次性奖励 = 20 万元 level target 2025"
    ]


@pytest.mark.parametrize(
    ("clause", "last"),
    [
        ("全年完成固定资产投资120亿元，占年计划的108%，同比增长12.3%。", "固定资产投资 = 12.3 % growth actual 2022"),
        ("一般公共预算收入32.6亿元，为预算的101.2%。", "一般公共预算收入占预算比重 = 101.2 % level actual 2022"),
        ("新开工项目42个，竣工30个。", "竣工项目 = 30 个 level actual 2022"),
        ("居民消费价格上涨2.1%，涨幅比上年回落0.3个百分点。", "居民消费价格涨幅 = -0.3 个百分点 change actual 2022"),
        ("全市人均收入由1980年的191元增加到397元。", "人均收入 = 397 元 level actual 2022"),
        ("人口自然增长率为千分之十一点二三。", "人口自然增长率 = 11.23 ‰ level actual 2022"),
        ("日均新设企业1万6千多户。", "日均新设企业 > 16000 户 level actual 2022"),
        ("甲、乙分别达到42元和21元，分别增长5.2%、7.1%。", "乙 = 7.1 % growth actual 2022"),
        ("新增规上企业23家、限上企业35家，总数分别达到210家和186家。", "限上企业总数 = 186 家 level actual 2022"),
        ("增速居全省第5位，较上年前移2位。", "增速 = 2 位 change actual 2022"),
    ],
)
def test_what_the_sentence_leaves_out(clause: str, last: str) -> None:
    assert said(clause)[-1] == last


def test_an_income_ratio_is_read_member_by_member() -> None:
    assert said("城乡居民收入比缩小到2.1:1。") == [
        "城乡居民收入比（第1项） = 2.1 - ratio actual 2022",
        "城乡居民收入比（第2项） = 1 - ratio actual 2022",
    ]


def test_a_threshold_inside_a_name_is_left_out() -> None:
    assert said("培育产值超10亿元企业10家。") == ["培育产值超10亿元企业 = 10 家 level actual 2022"]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("城乡居民人均可支配收入分别增长4.7%、6.6%。", [
            "城镇居民人均可支配收入 = 4.7 % growth actual 2022", "农村居民人均可支配收入 = 6.6 % growth actual 2022",
        ]),
        ("一、二、三产业增加值分别增长4%、5.3%、3.4%。", [
            f"第{n}产业增加值 = {v} % growth actual 2022" for n, v in (("一", "4"), ("二", "5.3"), ("三", "3.4"))
        ]),
        ("汽车产销量增长22.9%和17.4%。", [
            "汽车产销量 = 22.9 % growth actual 2022", "汽车产销量 = 17.4 % growth actual 2022",
        ]),
        ("三次产业结构优化为12:42:46。", [
            f"三次产业结构（第{n}产业） = {v} - ratio actual 2022" for n, v in (("一", "12"), ("二", "42"), ("三", "46"))
        ]),
        ("综合实力、创新能力分别居全国第3位、第2位。", [
            "综合实力 = 3 位 rank actual 2022", "创新能力 = 2 位 rank actual 2022",
        ]),
        ("规上工业增加值增长8.2%，高于全省平均水平1.3个百分点，居全省第5位。", [
            "规上工业增加值 = 8.2 % growth actual 2022",
            "规上工业增加值高于全省平均水平 = 1.3 个百分点 change actual 2022",
            "规上工业增加值 = 5 位 rank actual 2022",
        ]),
        ("城镇调查失业率4.5%、低于全国0.6个百分点。", [
            "城镇调查失业率 = 4.5 % level actual 2022", "城镇调查失业率低于全国 = 0.6 个百分点 change actual 2022",
        ]),
        ("制造业投资增速高于全省6.7个百分点。", ["制造业投资增速高于全省 = 6.7 个百分点 change actual 2022"]),
        ("城镇调查失业率平均为5.2%。", ["城镇调查失业率 = 5.2 % level actual 2022"]),
        ("2021年比2020年增长14.3%。", [" = 14.3 % growth actual 2021"]),
        ("交通指数从6.32下降至6.08。", ["交通指数 = 6.32 - level actual 2021", "交通指数 = 6.08 - level actual 2022"]),
        ("五年新增就业3万人；粮食产量稳定在25万吨以上。", [
            "新增就业 = 3 万人 cumulative actual 2018-2022", "粮食产量 >= 25 万吨 level actual 2022",
        ]),
    ],
)  # fmt: skip
def test_lists_ranks_and_comparisons(clause: str, wanted: list[str]) -> None:
    assert said(clause) == wanted


def test_sums_that_a_plan_wants_over_its_years() -> None:
    assert said("“十四五”期间，新建改建农村公路300公里，森林覆盖率达到65%。", OUTLINE) == [
        "新建改建农村公路 = 300 公里 cumulative target 2021-2025",
        "森林覆盖率 = 65 % level target 2025",
    ]


def test_a_comparison_with_last_year_leaves_a_plan_a_plan() -> None:
    assert said(PLAN + "安排补贴资金1335亿元，比上年增加60.4亿元。")[1] == "安排补贴资金 = 60.4 亿元 change target 2023"


def test_growth_since_another_year_says_so() -> None:
    found = reading("地区生产总值比2020年增长25.1%。固定资产投资比2021年增长6%。").statements
    assert [(s.period.code, s.qualifiers.scope) for s in found] == [("2022", "较2020年"), ("2022", "")]


def test_the_first_of_a_pair_is_of_the_year_compared_with() -> None:
    found = reading("2022年同2017年相比，国内生产总值由348亿元增加到938亿元，粮食产量由100吨增加到120吨。").statements
    assert [s.period.code for s in found] == ["2017", "2022", "2017", "2022"]


def test_the_year_after_a_name_is_no_part_of_it() -> None:
    found = reading("城镇调查失业率全年平均5.2%，居民消费价格全年上涨2%，民用汽车年末达到30万辆。").statements
    assert [s.indicator for s in found] == ["城镇调查失业率", "居民消费价格", "民用汽车"]


def test_a_comparison_at_the_head_of_a_sentence_holds_for_all_of_it() -> None:
    found = reading("2022年与2017年相比，地区生产总值增长57.3%，粮食产量与2016年相比增长7%。").statements
    assert [s.qualifiers.scope for s in found] == ["较2017年", "较2016年"]
    assert found[1].indicator.endswith("粮食产量")


def test_how_final_a_value_is_stays_beside_its_name() -> None:
    (found,) = reading("2022年地区生产总值最终核实为352.6亿元。").statements
    assert (found.indicator, found.qualifiers.vintage) == ("地区生产总值", "最终核实")


def test_a_rate_of_growth_that_goes_up_or_down_is_growth() -> None:
    assert [s.split()[-3] for s in said("居民消费价格涨幅由5.4%回落到2.6%。人口自然增长率由1.2%下降到1.1%。")] == [
        "growth", "growth", "level", "level",
    ]  # fmt: skip
