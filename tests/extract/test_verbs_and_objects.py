"""What a count keeps of its verbs, and what the words after a number add to its name."""

import pytest

from tests.extract.say import reading


def named(text: str) -> list[str]:
    """The names of a text's statements, in order."""
    return [s.indicator for s in reading(text).statements]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("取消和停征100项行政事业性收费。", ["取消和停征行政事业性收费"]),
        ("新建、改建16万户农村户用卫生厕所。", ["新建、改建农村户用卫生厕所"]),
        ("累计制修订30项以上智能制造标准。", ["制修订智能制造标准"]),
        ("滚动推进100个以上重点项目。", ["滚动推进重点项目"]),
        ("设立首批5个国家公园。", ["设立国家公园"]),
        ("做强做大玉米等5大加工产业。", ["做强做大加工产业"]),
        ("推进5万个行政村通光纤。", ["行政村通光纤"]),
        ("新建3个机场和改造5个车站。", ["新建机场", "改造车站"]),
        ("总数突破10项。突破10项关键核心技术。", ["总数", "突破关键核心技术"]),
        ("已覆盖16个省份836个县（市、区）。", ["覆盖省份", "覆盖县"]),
        ("改造和新建2所乡镇卫生院、7所县医院。", ["改造和新建乡镇卫生院", "改造和新建县医院"]),
        ("搭建科创、金融等4大功能类平台和汽车、医药等8个产业类平台。", ["搭建功能类平台", "搭建产业类平台"]),
    ],
)
def test_a_count_keeps_every_verb_before_its_number(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("每年举办对接活动3场、提供场景服务50次。", ["每年举办对接活动", "每年提供场景服务"]),
        ("每年新培育瞪羚企业400家、独角兽企业3家。", ["每年新培育瞪羚企业", "每年新培育独角兽企业"]),
        ("每年举办对接活动3场，引进企业10家。", ["每年举办对接活动", "引进企业"]),
    ],
)
def test_each_year_is_said_for_the_whole_list(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建设2.5万个停车位，增加1万个共享停车位。", ["建设停车位", "增加共享停车位"]),
        ("提高1200万中小学教师待遇。", ["提高中小学教师待遇"]),
        ("自行车1484万辆，比上年增加224万辆。", ["自行车", "自行车"]),
    ],
)
def test_things_that_are_added_are_no_change_of_what_was_named(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("农村合作医疗试点范围扩大到671个县。", ["农村合作医疗试点县"]),
        ("建成临江70万千瓦热电项目。", ["建成临江热电项目"]),
        ("全球最大单套年产100万吨丙烷脱氢项目建成投产。", ["丙烷脱氢项目"]),
        ("市财政每年出资1亿元用于园区建设。", ["市财政每年出资用于园区建设"]),
        ("新建8个国家级、36个省级临床重点专科。", ["新建国家级临床重点专科", "新建省级临床重点专科"]),
        ("建成250个健身路径或3人制篮球场。", ["建成健身路径或3人制篮球场"]),
        ("在荷兰等13个国家投运海外仓36个。", ["投运海外仓国家", "投运海外仓"]),
        ("筹资11.5亿元建成疾控中心。", ["筹资建成疾控中心"]),
        ("国务院同意地方发行2000亿元债券。", ["发行债券"]),
        ("严守18亿亩耕地红线。", ["严守耕地红线"]),
        ("科技计划项目80%以上由企业牵头。", ["科技计划项目由企业牵头比重"]),
        ("覆盖率达到80%，实现全覆盖。", ["覆盖率"]),
        ("新登记企业增长24.5%，平均每天新增1.5万户。", ["新登记企业", "平均每天新增企业"]),
        ("19个援疆省市安排援疆资金近200亿元。", ["安排援疆资金援疆省市", "安排援疆资金"]),
        ("5A级景区新增临江古商城、总数达到16家。", ["5A级景区总数"]),
        ("养老保险、医疗保险参保人数分别增加175万和202万。", ["养老保险参保人数", "医疗保险参保人数"]),
        ("达到千兆城市建设标准的城市增至110个。", ["达到千兆城市建设标准城市"]),
    ],
)
def test_the_words_after_a_number_complete_its_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    ["合作研究单位不得超过2个。", "申请人同年只能申请1项原创项目。", "提供体质、气血等5个维度的检测结果。", "我们要全面实现四个现代化。", "开展土地承包到期后再延长30年试点。", "建成开采透明化、100人以下无人智能化示范矿井。"],
)  # fmt: skip
def test_rules_for_applicants_and_slogans_are_no_statements(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("出台促进民营经济发展壮大20条措施。", "出台促进民营经济发展壮大措施"),
        ("“高效办成一件事”21项重点任务全面落地。", "“高效办成一件事”落地重点任务"),
        ("怀柔科学中心29个科技设施进入科研状态。", "怀柔科学中心进入科研状态科技设施"),
        ("全国832个贫困县全部摘帽。", "摘帽贫困县"),
        ("建好临江、东岭2个人工智能产业园。", "建好人工智能产业园"),
    ],
)
def test_whose_the_counted_things_are_is_kept(text: str, name: str) -> None:
    assert named(text) == [name]
