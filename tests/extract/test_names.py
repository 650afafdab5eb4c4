"""What an indicator is called: its own words, without the verb's, and with its whole, place and recipient."""

import pytest

from tests.extract.say import reading


def named(text: str) -> list[str]:
    """The names of a text's statements, in order."""
    return [s.indicator for s in reading(text).statements]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("城镇居民人均可支配收入，考虑价格下降因素，比上年实际增长9.3%。", "城镇居民人均可支配收入"),
        ("积累所占的比重，相应地降到30%左右。", "积累所占比重"),
        ("据初步统计，粮食产量达到3亿吨。", "粮食产量"),
        ("全市社会商品零售总额，2022年比2021年增长9.8%。", "社会商品零售总额"),
        ("工业总产值占比提高。政府投资占总投资的比重，由上年的44%提高到45%。", "政府投资占总投资比重"),
    ],
)  # fmt: skip
def test_an_aside_is_no_name_and_a_clause_before_may_be(text: str, name: str) -> None:
    assert set(named(text)) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("轻工业增长11.8%，超过重工业增长3.4%的速度。", ["轻工业", "重工业"]),
        ("固定资产投资增长7.3%，大大低于2020年增长44.6%的速度。", ["固定资产投资", "固定资产投资"]),
        ("五年利用外资609亿美元，相当于前九年总和的1.6倍。", ["利用外资", "利用外资"]),
        ("市场主体达到160万户、是十年前的3倍。", ["市场主体", "市场主体"]),
    ],
)
def test_what_is_compared_keeps_the_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在工农业总产值中，农业所占比重为33.6%，轻工业所占比重为34.4%。", ["农业占工农业总产值比重", "轻工业占工农业总产值比重"]),
        ("科创板上市企业中，数字领域相关企业占比接近40%。", ["数字领域相关企业占科创板上市企业比重"]),
        ("5G用户达5.6亿户，全球占比达60%。", ["5G用户", "5G用户全球占比"]),
    ],
)  # fmt: skip
def test_a_share_says_of_what(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_place_takes_the_indicator_named_before_it() -> None:
    text = "人口自然增长率，江北省由29‰降到6.1‰，江南市由7‰降到5.1‰。"
    assert named(text) == ["江北省人口自然增长率"] * 2 + ["江南市人口自然增长率"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("粮食产量将达到3亿吨。", "粮食产量"),
        ("医药产业规模首次突破500亿元。", "医药产业规模"),
        ("赤字率从去年的2.1%提高到2.3%。", "赤字率"),
        ("医保财政补助标准由每人每年240元提高到280元。", "医保财政补助标准"),
        ("劳动生产率从人均8.7万元提高到12万元以上。", "劳动生产率"),
        ("行政村债务不得超过200万元。", "行政村债务"),
        ("（三）财政民生支出首次突破万亿元。", "财政民生支出"),
        ("网络产业规模预计近2170亿元。", "网络产业规模"),
    ],
)
def test_words_of_the_verb_are_no_part_of_a_name(text: str, name: str) -> None:
    assert set(named(text)) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("从业企业数量超过3000家。", "从业企业数量"),
        ("计划单列市推荐项目不超过10个。", "计划单列市推荐项目"),
        ("收到854万多条留言。", "收到留言"),
        ("再就业人员达到3万人。", "再就业人员"),
    ],
)
def test_a_word_that_only_begins_like_a_lead_is_whole(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对新认定的独角兽企业，一次性奖励300万元。", ["新认定独角兽企业一次性奖励"]),
        (
            "对承担科研项目的企业，按照项目合同金额的30%给予补助，最高补助500万元。",
            ["承担科研项目企业补助占项目合同金额比例", "承担科研项目企业补助"],
        ),
        (
            "对获得奖项的企业，按照上级到位资金的30%给予奖励，每家企业不超过50万元。",
            ["获得奖项企业奖励占上级到位资金比例", "获得奖项企业每家企业奖励"],
        ),
        (
            "对上一年度营业收入1亿元到10亿元之间的企业，补贴上限为每年100万元。",
            ["上一年度营业收入1亿元到10亿元之间企业补贴上限"],
        ),
    ],
)
def test_an_award_says_to_whom(text: str, names: list[str]) -> None:
    assert named(text)[-len(names) :] == names


def test_thresholds_give_each_award_its_name() -> None:
    text = "对主营业务收入首次突破10亿元、5亿元的企业，分别给予200万元、100万元的奖励。"
    assert named(text)[-2:] == ["主营业务收入首次突破10亿元企业奖励", "主营业务收入首次突破5亿元企业奖励"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("生产总值超200亿元县（区）达26个。", ["生产总值超200亿元县（区）"]),
        ("主营业务收入超10亿元的系统解决方案供应商达40余家。", ["主营业务收入超10亿元系统解决方案供应商"]),
        ("培育5个以上收入过200亿元的软件产业集群。", ["培育收入过200亿元软件产业集群"]),
        ("45个重点开发区规模以上工业总产值占比达84%。", ["重点开发区", "重点开发区规模以上工业总产值占比"]),
    ],
)
def test_a_threshold_that_sorts_belongs_to_the_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“一年基本恢复”的168项项目全部按期投用，168项“一年基本恢复”项目全部投用。", None),
        ("800个经济薄弱村扶持工作圆满收官。", None),
        ("中央财政安排423亿元资金。", ["中央财政安排资金"]),
        ("中央预算内投资拟安排7350亿元。", ["中央预算内投资"]),
        ("贷款平均利率较五年前下降1.5个百分点。", ["贷款平均利率"]),
        ("水果产量连续7年排全国第一。", ["水果产量"]),
        ("企业利润由上年下降2.3%转为增长8.5%。", ["企业利润"] * 2),
        ("油料在连续三年增产的基础上，又增长17%。", ["油料"]),
        ("我国数据产量达8.1ZB，同比增长22.7%，全球占比达10.5%。", ["数据产量", "数据产量全球占比"]),
        ("改造老旧小区6496个、惠及97.9万户。", ["改造老旧小区", "改造老旧小区惠及"]),
        ("主要农作物耕种收综合机械化率达57%。", ["主要农作物耕种收综合机械化率"]),
    ],
)  # fmt: skip
def test_names_end_where_the_thing_ends(text: str, names: list[str] | None) -> None:
    found = named(text)
    assert found == names if names else not any(n.endswith(("圆满", "“一年")) for n in found)


def test_products_of_a_list_of_outputs_are_outputs() -> None:
    text = "粮食产量达到4亿吨，棉花600万吨，增长3%；发电量3000亿度；钢由3700万吨增加到4666万吨。"
    assert named(text) == ["粮食产量", "棉花产量", "棉花产量", "发电量", "钢产量", "钢产量"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("人均预期寿命从77.3岁提高到78.3岁。", ["人均预期寿命"] * 2),
        ("空气质量优良天数比例提高3.5个百分点。", ["空气质量优良天数比例"]),
        ("10万人以上城市由6个增加到9个。", ["10万人以上城市"] * 2),
        ("市财政安排3000万元专项资金。", ["市财政安排专项资金"]),
        ("设立20亿元产业投资引导基金。", ["设立产业投资引导基金"]),
        ("粮食播种面积300万亩，总产量90万吨。", ["粮食播种面积", "粮食总产量"]),
        ("实施亿元以上项目1600个，投资增长7%。", ["实施亿元以上项目", "实施亿元以上项目投资"]),
    ],
)
def test_a_second_quantity_belongs_to_the_same_indicator(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今后五年地区生产总值年均增长6%。", ["地区生产总值"]),
        ("力争用二十年的时间使工农业总产值翻两番。", ["工农业总产值"]),
        ("今年安排财政赤字1.2万亿元，其中中央财政赤字8500亿元。", ["财政赤字", "中央财政赤字"]),
        ("关键指标均比省定目标高出2个百分点。", ["关键指标比省定目标高出"]),
        ("每认定1家高新技术企业，奖励孵化器10万元。", None),
        ("通办事项扩展至355项。", ["通办事项"]),
    ],
)
def test_what_stands_around_a_name_is_left_out(text: str, names: list[str] | None) -> None:
    found = named(text)
    assert [n.removeprefix("安排") for n in found] == names if names else "认定高新技术企业" not in found


def test_the_steps_of_an_award_are_no_statements_of_their_own() -> None:
    text = "对营业收入首次突破100亿元、50亿元的企业，分别给予200万元、100万元奖励。"
    assert [s.text for s in reading(text).statements] == ["200万元", "100万元"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("粮食仍然连年增产，1982年预计达到3亿吨。", "粮食"),
        ("就业率今年底达到83%。", "就业率"),
        ("数字化平台类（6家）", "数字化平台类"),
        ("典型经验做法（共130项）", "典型经验做法"),
        ("粮食产量3亿吨，2024年增长14.5%，远远超过了1953年到1978年的二十六年间平均每年增长3.2%的速度。", "粮食产量"),
    ],
)
def test_a_name_stands_before_an_aside_of_manner_time_or_bracket(text: str, name: str) -> None:
    assert set(named(text)) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("重复利用率提高到70.7%，其中工业用水重复利用率达到80.9%。", "工业用水重复利用率"),
        ("全区普及率提高至72.2%，其中南疆普及率68.4%。", "南疆普及率"),
        ("产品研制周期平均缩短35%。", "产品研制周期"),
        ("重点事项办理时限压缩69%。", "重点事项办理时限"),
        ("支出规模比去年扩大2万亿元以上。", "支出规模"),
    ],
)
def test_a_verb_of_change_and_the_whole_are_no_part_of_the_name(text: str, name: str) -> None:
    assert named(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("平均审批时间由15天压降到5天。", ["平均审批时间"] * 2),
        ("基础养老金标准由每人每月120元上调至140元。", ["基础养老金标准"] * 2),
        ("贷款利率由4.1%下调至3.6%。", ["贷款利率"] * 2),
        ("工业增加值增速由负转正，增长3.2%。", ["工业增加值"]),
        ("实际利用外资1.5亿美元，折合人民币10.6亿元。", ["实际利用外资"] * 2),
        ("制定产业、人才、金融等方面政策30项。", ["制定产业、人才、金融等方面政策"]),
        ("GDP1065亿元，增长6%。", ["GDP"] * 2),
    ],
)
def test_a_verb_of_change_or_a_currency_is_no_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("营商环境评价在全市15个县区中排名第4位。", "营商环境评价"),
        ("县域综合实力列全国1800多个县第86位。", "县域综合实力"),
        ("公众安全感满意度在全省14个市州中位列第一。", "公众安全感满意度"),
        ("某市在全球193个城市综合排名中位列第10名。", "城市综合排名"),
    ],
)
def test_those_that_something_is_ranked_among_are_not_counted(text: str, name: str) -> None:
    found = reading(text)
    assert [(s.indicator, s.measure.value) for s in found.statements] == [(name, "rank")]
    assert [o.rule for o in found.left_out] == ["rank_base"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增康复、护理等机构100家。", ["新增康复、护理等机构"]),
        ("改造供水、供热等老化管网300公里。", ["改造供水、供热等老化管网"]),
        ("新建和提升信用就医等特色应用场景40个。", ["新建和提升特色应用场景"]),
        ("新设高等院校7所。", ["新设高等院校"]),
        ("部门网站中有31个开通英文版。", ["部门网站开通英文版"]),
        ("为全区1.3万名老人提供居家养老服务。", ["提供居家养老服务老人"]),
        ("数字经济规模18万亿元，在GDP中的占比达35%。", ["数字经济规模", "数字经济规模占GDP比重"]),
        ("粮食产量跃上1.4万亿斤新台阶、亩产提升10斤。", ["粮食产量", "粮食亩产"]),
        ("人均地区生产总值突破5万关口、达到5.3万元。", ["人均地区生产总值"] * 2),
        ("将甲商圈等12个商圈和某路口文化街区等16个街区列为试点。", ["商圈", "街区列为试点"]),
        ("来自110个学校的294支参赛队伍以及数百名教师到场。", ["学校", "参赛队伍"]),
        ("取消165项部门及其指定地方实施的审批事项。", ["取消部门及其指定地方实施审批事项"]),
        ("应对17轮强降雨特别是超强台风影响。", ["应对强降雨"]),
        ("近1400万农业转移人口在城镇落户。", ["在城镇落户农业转移人口"]),
        ("提供不少于五百万元人民币的责任保险凭证。", ["提供责任保险凭证"]),
        ("30户以上自然村寨收运设施覆盖率达90%。", ["30户以上自然村寨收运设施覆盖率"]),
        ("发电装机达1.6亿千瓦；原油产量继续增长，达到1.4亿吨。", ["发电装机", "原油产量"]),
        ("发放补贴48亿元，带动工业投资增长10%。", ["发放补贴", "工业投资"]),
        ("投资增速由下降4%转为增长5%。", ["投资"] * 2),
        ("为2万名居民进行健康筛查。", ["健康筛查居民"]),
        ("对66个重大平台进行了细化安排。", ["细化安排重大平台"]),
        ("农机总动力10亿千瓦，其中灌排机械动力1.2亿千瓦。", ["农机总动力", "农机灌排机械动力"]),
        ("数据中心机架总规模超过650万标准机架。", ["数据中心机架总规模"]),
        ("建成1所以失能照护为主的供养机构。", ["建成供养机构"]),
        ("总结15个环节的40个典型场景。", ["环节", "典型场景"]),
        ("新建3座水厂和5座泵站等设施。", ["新建水厂", "新建泵站"]),
    ],
)  # fmt: skip
def test_what_is_counted_among_served_or_told_by_examples(text: str, names: list[str]) -> None:
    assert named(text) == names
