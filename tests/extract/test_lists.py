"""Names in lists of quantities: what members share, and what each brings itself."""

import pytest

from tests.extract.say import reading


def names(text: str) -> list[str]:
    """The indicators of a text in order."""
    return [s.indicator for s in reading(text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("更新汽车50万辆、家电800万台。", ["更新汽车", "更新家电"]),
        ("培育本科毕业生20万人，研究生3万人。", ["培育本科毕业生", "培育研究生"]),
        (
            "新建改扩建10个共享中心、4个体育公园和2个球场。",
            ["新建改扩建共享中心", "新建改扩建体育公园", "新建改扩建球场"],
        ),
        ("清单化改造燃气管网65公里、供热管网80公里。", ["清单化改造燃气管网", "改造供热管网"]),
        ("授予博士学位18人，硕士学位近1.5万人。", ["授予博士学位", "授予硕士学位"]),
        ("新增装机容量195万千瓦，采煤能力80万吨。", ["新增装机容量", "新增采煤能力"]),
        ("出台政府规章5部、废止7部。", ["出台政府规章", "废止政府规章"]),
        ("建设省级以上孵化器145家、众创空间131家。", ["建设省级以上孵化器", "建设省级以上众创空间"]),
        ("建设小型水利设施684个，其中水库5座、淤地坝20座。", ["建设小型水利设施", "建设水库", "建设淤地坝"]),
    ],
)
def test_the_verb_of_a_list_holds_for_its_later_members(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_level_after_the_verb_holds_for_members_without_their_own() -> None:
    assert names("新增国家级产业集群1个、产业园2个、省级示范区3个。") == [
        "新增国家级产业集群",
        "新增国家级产业园",
        "新增省级示范区",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引进人才439人、培养工匠874人。", ["引进人才", "培养工匠"]),
        ("新建高标准农田20万亩，粮食产量30万吨。", ["新建高标准农田", "粮食产量"]),
        ("发放贷款5亿元、客户30家。", ["发放贷款", "客户"]),
        ("建设用地300亩、林地500亩。", ["建设用地", "林地"]),
        ("新增就业9万人，下岗失业人员再就业5万人。", ["新增就业", "下岗失业人员再就业"]),
    ],
)
def test_a_member_of_another_kind_or_with_its_own_verb_shares_nothing(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信息技术、装备产业增加值增长13.6%、9.8%。", ["信息技术增加值", "装备产业增加值"]),
        (
            "软件和信息服务业、租赁和商务服务业增加值分别增长10%、9%。",
            ["软件和信息服务业增加值", "租赁和商务服务业增加值"],
        ),
        ("厦门、福州机场旅客吞吐量分别达27万人次、15万人次。", ["厦门机场旅客吞吐量", "福州机场旅客吞吐量"]),
        ("污水治理率、行政村覆盖率分别达90%、96%。", ["污水治理率", "行政村覆盖率"]),
        ("花生种植、收获机械化率分别达65%和55%。", ["花生种植机械化率", "收获机械化率"]),
        ("交通、水利分别完成投资25亿元、8亿元。", ["交通投资", "水利投资"]),
        ("芯片和进制的作答准确率分别达66%、56%。", ["芯片作答准确率", "进制作答准确率"]),
        ("基本养老、基本医疗保险参保率稳定在98%和95%以上。", ["基本养老参保率", "基本医疗保险参保率"]),
        ("城镇和农村人均住房面积32.9平方米、37.1平方米。", ["城镇人均住房面积", "农村人均住房面积"]),
        ("财政用于科技、教育的支出分别为77亿元、53亿元。", ["财政用于科技支出", "财政用于教育支出"]),
        ("单位GDP用水量、能耗分别下降23%、15%。", ["单位GDP用水量", "单位GDP能耗"]),
        ("事故起数、死亡人数下降17.6%、11.6%。", ["事故起数", "死亡人数"]),
    ],
)
def test_as_many_names_as_figures_are_given_out_one_by_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_joint_name_with_one_figure_stays_joint() -> None:
    assert names("小学入学率、毕业率保持100%，失业率5%、6%。") == ["小学入学率、毕业率", "失业率", "失业率"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发放救助资金118亿元、惠及310万人。", ["发放救助资金", "发放救助资金惠及"]),
        ("改造老旧小区16个，惠及2900多万家庭。", ["改造老旧小区", "改造老旧小区惠及家庭"]),
        ("国家助学贷款提标扩面，惠及学生3400万人次。", ["国家助学贷款提标扩面惠及学生"]),
        ("实施有线电视公共服务项目，5.1万余户群众受益。", ["实施有线电视公共服务项目受益群众"]),
        ("营养改善计划惠及3600多万农村学生。", ["营养改善计划惠及农村学生"]),
        ("建设乡村振兴片区98个、覆盖村庄1.5万个。", ["建设乡村振兴片区", "建设乡村振兴片区覆盖村庄"]),
        (
            "人工智能核心产业规模超过1万亿元，带动相关产业规模超过10万亿元。",
            ["人工智能核心产业规模", "人工智能核心产业带动相关产业规模"],
        ),
    ],
)
def test_what_is_reached_is_said_of_what_reaches_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "办理代表建议321件、政协提案526件，办复率均达100%。",
            ["办理代表建议", "办理政协提案", "办理代表建议、政协提案办复率"],
        ),
        ("粮食播种面积12万亩、产量5万吨。", ["粮食播种面积", "粮食产量"]),
        ("财政收入增长20%；粮食连续五年增产，总产量10570亿斤。", ["财政收入", "粮食总产量"]),
        ("出让矿业权182宗、成交价116亿元。", ["出让矿业权", "出让矿业权成交价"]),
        ("实施重点项目50个、完成投资90亿元。", ["实施重点项目", "实施重点项目完成投资"]),
        ("新增22家国家级工厂、总数达36家。", ["新增国家级工厂", "国家级工厂总数"]),
        ("300个共建项目完成年度投资52亿元。", ["共建项目", "共建项目年度投资"]),
        ("建设1500万亩小麦、2000万亩玉米示范区。", ["建设小麦", "建设玉米示范区"]),
    ],
)
def test_a_clause_that_goes_on_never_takes_its_neighbours_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75家融资平台转型或退出。", "转型或退出融资平台"),
        ("6个区通过国家督导评估认定。", "通过国家督导评估认定区"),
        ("这几年，共有2400多件文学作品在全国性评奖活动中得奖。", "在全国性评奖活动中得奖文学作品"),
        ("9项成果获国家科学技术奖。", "获国家科学技术奖成果"),
        ("10个关键性指标首次全部达到100%。", "关键性指标"),
        ("80%的企业实现数字化转型。", "实现数字化转型企业"),
        ("8000万农业人口成为城镇居民。", "成为城镇居民农业人口"),
        ("10家单位、12名个人获全国表彰。", "获全国表彰单位"),
        ("168项“一年基本恢复”项目全部按期投用。", "按期投用“一年基本恢复”项目"),
        ("新增花湖机场、三峡机场2个国际机场。", "新增国际机场"),
        ("优选科技创新等领域240个项目。", "优选项目"),
        ("汽车、家电零售额分别增长20%、10%。", "汽车零售额"),
        ("和美乡村建设覆盖率达80%。", "和美乡村建设覆盖率"),
    ],
)
def test_what_is_said_of_the_things_counted_stands_before_them_whole(text: str, expected: str) -> None:
    assert names(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "财政收入增长5%；农民人均纯收入，2021年为270元，2022年提高到463元。",
            ["财政收入", "农民人均纯收入", "农民人均纯收入"],
        ),
        (
            "城镇居民收入和农村居民收入，2022年分别达到25元和68元，平均每年增长4%和5%。",
            ["城镇居民收入", "农村居民收入"] * 2,
        ),
        ("农民从集体分得的收入，每人平均达到83元。", ["农民从集体分得收入每人平均"]),
        ("消费比重由63%上升到70%；积累所占的比重，相应地由36%降到30%。", ["消费比重"] * 2 + ["积累所占比重"] * 2),
        ("原煤、天然气产量达到664万吨、9亿立方米，分别增长9%、7%。", ["原煤产量", "天然气产量"] * 2),
        ("工农业总产值100亿元，其中农业总产值40亿元。", ["工农业总产值", "农业总产值"]),
    ],
)
def test_a_topic_before_the_comma_is_what_the_next_clause_measures(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_levels_that_modify_one_thing_stay_with_it() -> None:
    assert names("137个省、市重点项目完成率超序时12个百分点。")[1] == "省、市重点项目完成率超序时"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮食、肉类产量分别增长1.1%、下降2.3%。", "粮食产量 1.1% growth, 肉类产量 -2.3% growth"),
        ("粮食、肉类产量分别增长1.1%、比上年同期下降2.3%。", "粮食产量 1.1% growth, 肉类产量 -2.3% growth"),
        ("出口与进口分别下降6.1%和增长2.8%。", "出口 -6.1% growth, 进口 2.8% growth"),
        ("出口与进口下降6.1%、增长2.8%。", "出口 -6.1% growth, 进口 2.8% growth"),
        ("出口与进口分别下降6.1%和2.8%。", "出口 -6.1% growth, 进口 -2.8% growth"),
        ("甲、乙、丙产量分别下降1%、增长2%、3%。", "甲产量 -1% growth, 乙产量 2% growth, 丙产量 3% growth"),
        ("出口、进口分别年均增长5%、下降2%。", "出口 5% average_growth, 进口 -2% average_growth"),
        ("甲产量、乙产量分别达到42万吨和增长2.8%。", "甲产量 42万吨 level, 乙产量 2.8% growth"),
        ("城镇、农村居民收入分别增长5%和达到2万元。", "城镇居民收入 5% growth, 农村居民收入 2万元 level"),
        (
            "三次产业分别拉动GDP增长1.8、0.4和3.1个百分点。",
            "第一产业拉动GDP 1.8个百分点 change, 第二产业拉动GDP 0.4个百分点 change, 第三产业拉动GDP 3.1个百分点 change",
        ),
        ("消费、投资分别拉动经济增长2、1个百分点。", "消费拉动经济 2个百分点 change, 投资拉动经济 1个百分点 change"),
        ("消费率、投资率分别提高1.1个、3个百分点。", "消费率 1.1个百分点 change, 投资率 3个百分点 change"),
    ],
)
def test_a_figure_with_its_own_verb_has_its_own_sign_and_measure(text: str, expected: str) -> None:
    found = reading(text).statements
    assert ", ".join(f"{s.indicator} {s.quantity.value}{s.quantity.unit} {s.measure}" for s in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省、市、县三级示范合作社分别达到2家、15家和40家。", ["省级示范合作社", "市级示范合作社", "县级示范合作社"]),
        ("县乡两级财政支出分别增长5%、6%。", ["县级财政支出", "乡级财政支出"]),
        ("2021年、2022年分别完成投资30亿元、36亿元。", ["投资", "投资"]),
    ],
)
def test_grades_and_years_given_out_in_turn(text: str, expected: list[str]) -> None:
    assert names(text) == expected
