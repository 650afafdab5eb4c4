"""The indicator register: which printed names mean which indicator, and which must stay apart."""

from pathlib import Path

import pytest

from lantu.errors import BadRegister
from lantu.model import Measure
from lantu.registers import indicators

LEVEL, GROWTH, CHANGE = Measure.LEVEL, Measure.GROWTH, Measure.CHANGE

ENTRY = """
[{id}]
zh = "{zh}"
en = "A local one"
unit = "家"
direction = "up"
quantity_kind = "stock"
price_basis = "none"
aggregation = "stock_end"
sector = "本地"
departments = ["统计"]
"""


def found(name: str, unit: str, measure: Measure = LEVEL) -> str | None:
    indicator = indicators.find(name, unit, measure)
    return indicator.id if indicator else None


def own(folder: Path, text: str) -> Path:
    (folder / "indicators").mkdir()
    (folder / "indicators" / "own.toml").write_text(text, encoding="utf8")
    return folder


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        ("万人", ("城镇新增就业", "新增城镇就业", "城镇新增就业人数", "12.城镇新增就业人数", "全区实现城镇新增就业")),
        ("%", ("空气质量优良率", "城市空气质量优良天数比例", "空气质量优良天数比例")),
        ("个", ("千人托位数", "每千人托位数", "每千人口拥有3岁以下婴幼儿托位数")),
        ("%", ("建成区绿化覆盖率", "城区绿化覆盖率", "绿化覆盖率")),
        ("亿元", ("地区生产总值", "地区生产总值（GDP）", "GDP", "全市生产总值", "1.地区生产总值")),
        ("%", ("服务业增加值占地区生产总值比重", "第三产业增加值占GDP的比重")),
        ("%", ("单位GDP能耗降幅", "单位地区生产总值能源消耗降低", "万元GDP能耗下降")),
        ("%", ("研发经费投入强度", "R&D经费投入强度", "研究与试验发展经费投入强度")),
        ("人", ("每千人口拥有执业（助理）医师数", "每千人口拥有执业(助理)医师数", "千人口执业医师数")),
        ("万户", ("新增市场主体", "新增经营主体")),
    ],
)
def test_one_indicator_under_many_names(unit: str, names: tuple[str, ...]) -> None:
    assert None not in {found(n, unit) for n in names}
    assert len({found(n, unit) for n in names}) == 1


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        ("亿元", ("地方一般公共预算收入", "一般公共预算总收入", "公共财政总收入", "财政总收入", "财政收入")),
        ("%", ("主要流域I-III类水质比例", "饮用水源地水质达标率", "国考断面优良水质比例", "省控断面优良水质比例")),
        ("家", ("高新技术企业总数", "培育高新技术企业", "新增高新技术企业")),
        ("家", ("专精特新中小企业", "新认定专精特新中小企业", "专精特新“小巨人”企业", "科技小巨人企业")),
        ("亿元", ("第三产业增加值", "规上服务业营业收入")),
        ("%", ("污水集中收集率", "污水处理率", "农村生活污水处理率")),
        ("%", ("“最多跑一趟”事项占比", "“一趟不用跑”事项占比", "全程网办率", "一网通办率")),
        ("%", ("基本养老保险参保率", "城乡居民基本养老保险参保率", "城乡居民参保率")),
        ("个", ("引进落地招商项目", "签约招商项目", "上台签约项目")),
        ("‰", ("婴儿死亡率", "新生儿死亡率", "5岁以下儿童死亡率")),
        ("元/月", ("城市低保标准", "农村低保标准", "低保标准")),
        ("万亩", ("耕地保有量", "永久基本农田保护面积")),
        ("元", ("农民人均纯收入", "农村居民人均可支配收入", "居民人均可支配收入")),
        ("%", ("城镇登记失业率", "城镇调查失业率")),
        ("亿元", ("固定资产投资（不含农户）", "全社会固定资产投资")),
    ],
)
def test_what_must_stay_apart(unit: str, names: tuple[str, ...]) -> None:
    ids = [found(n, unit) for n in names]
    assert None not in ids
    assert len(set(ids)) == len(names)


@pytest.mark.parametrize(
    ("name", "unit", "measure", "expected"),
    [
        ("居民人均可支配收入", "元", LEVEL, "income"),
        ("居民人均可支配收入", "%", GROWTH, "income"),
        ("居民人均可支配收入增长", "%", LEVEL, "income"),
        ("固定资产投资", "%", Measure.AVERAGE_GROWTH, "fai"),
        ("经济", "%", GROWTH, "gdp"),
        ("经济", "%", LEVEL, None),
        ("建成区绿化覆盖率", "个百分点", CHANGE, "green_coverage"),
        ("建成区绿化覆盖率", "%", Measure.AVERAGE_GROWTH, "green_coverage"),
        ("地区生产总值", "个百分点", CHANGE, None),
        ("人均预期寿命", "岁", CHANGE, "life_expectancy"),
        ("高新技术企业总量", "位", Measure.RANK, "hightech_enterprises"),
        ("三次产业结构（第一产业）", "", Measure.RATIO, "industry_structure"),
        ("孕产妇死亡率", "/10万", LEVEL, "maternal_mortality"),
        ("粮食总产量", "亿斤", LEVEL, "grain_output"),
        ("人均GDP", "万元", LEVEL, "gdp_per_capita"),
        ("数字经济核心产业增加值", "亿元", LEVEL, "digital_core_va"),
        ("出让土地", "宗", LEVEL, "land_transferred"),
        ("出让土地", "亩", LEVEL, "land_transferred_area"),
    ],
)
def test_the_unit_and_the_measure_decide(name: str, unit: str, measure: Measure, expected: str | None) -> None:
    assert found(name, unit, measure) == expected


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("全员劳动生产率", "%"),  # a misprinted unit is not guessed away
        ("高新区地区生产总值", "亿元"),  # another place's
        ("新增专利授权企业", "家"),
        ("服务业占比", "%"),  # of what?
        ("入库项目", "个"),
        ("占年度计划", "%"),
        ("固定资产投资（含农户、不含房地产）", "亿元"),  # a bracket that says which part
        ("城市居民参加体育锻炼人均支出", "元"),
    ],
)
def test_what_is_not_certain_is_not_joined(name: str, unit: str) -> None:
    assert found(name, unit) is None


def test_an_ambiguous_name_is_decided_by_its_words() -> None:
    assert indicators.find("税收占比", "%", LEVEL) is None
    sentence = "一般公共预算收入中税收占比提高到80%"
    assert indicators.find("税收占比", "%", LEVEL, context=sentence) == indicators.by_id("tax_share")
    assert found("战新产业占比（占GDP）", "%") == "emerging_gdp_share"
    industry = indicators.find("战新产业占比", "%", LEVEL, context="规上工业中战新产业占比")
    assert industry == indicators.by_id("emerging_va_share")


def test_a_whole_name_without_its_unit() -> None:
    assert [i.id for i in indicators.named("全员劳动生产率")] == ["labor_productivity"]
    assert [i.id for i in indicators.named("出让土地")] == ["land_transferred", "land_transferred_area"]
    assert indicators.named("没有这个指标") == ()


@pytest.mark.parametrize(
    ("indicator", "kind", "direction"),
    [
        ("gdp", "flow", "up"),
        ("urban_new_jobs", "flow", "up"),
        ("labor_productivity", "ratio", "up"),  # [4.5] in brackets is a change, not a sum
        ("resident_pension_coverage", "share", "up"),
        ("green_coverage", "share", "up"),
        ("energy_intensity", "rate", "up"),
        ("energy_use_intensity", "ratio", "down"),
        ("registered_unemployment", "rate", "bound"),
        ("cpi", "rate", "bound"),
    ],
)
def test_what_is_measured(indicator: str, kind: str, direction: str) -> None:
    entry = indicators.by_id(indicator)
    assert entry is not None
    assert (entry.quantity_kind, entry.direction) == (kind, direction)


def test_a_level_of_money_has_no_twin_for_its_growth() -> None:
    ids = {i.id for i in indicators.load()}
    assert not {i for i in ids if i.endswith("_growth")}
    assert not {"ranking", "city_assigned_task"} & ids


def test_core_entries_have_stems() -> None:
    assert [i.id for i in indicators.load() if i.tier == "core" and not i.stems] == []


def test_a_successor_is_named_with_its_year() -> None:
    before = indicators.by_id("invention_patents_per_10k")
    assert before is not None
    assert (before.replaced_by, before.replaced_from) == ("hv_patents_per_10k", 2021)


def test_a_bureau_adds_an_indicator_and_a_name(tmp_path: Path) -> None:
    more = own(tmp_path, ENTRY.format(id="teahouses", zh="茶馆数") + '\n[gdp]\naliases = ["本地总产出"]\n')
    teahouses = indicators.find("茶馆数", "家", LEVEL, more)
    assert teahouses is not None
    assert teahouses.sector == "本地"
    assert indicators.find("本地总产出", "亿元", LEVEL, more) == indicators.by_id("gdp", more)
    assert indicators.find("本地总产出", "亿元", LEVEL) is None
    assert indicators.load(more)[-1] == teahouses


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENTRY.format(id="a", zh="城镇新增就业").replace("家", "人"), "urban_new_jobs"),
        (ENTRY.format(id="a", zh="甲").replace('"up"', '"higher"'), "higher"),
        (ENTRY.format(id="a", zh="甲") + 'confusable_with = ["nothing"]\n', "nothing"),
        (ENTRY.format(id="a", zh="甲") + 'colour = "red"\n', "colour"),
        (ENTRY.format(id="a", zh="甲").replace('unit = "家"\n', ""), "unit"),
        (ENTRY.format(id="a", zh="甲").replace('["统计"]', '"统计"'), "departments"),
        (ENTRY.format(id="a", zh="甲") + 'region_additive = "yes"\n', "region_additive"),
        (ENTRY.format(id="a", zh="甲") + 'ambiguous = ["乙"]\n', "ambiguous"),
        ('[gdp]\nzh = "别的"\n', "zh"),
        ("a = 1\n", "table"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadRegister) as error:
        indicators.load(own(tmp_path, text))
    assert "own.toml" in error.value.en
    assert said in error.value.en


def test_a_file_that_is_no_toml_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(BadRegister, match=r"own\.toml"):
        indicators.load(own(tmp_path, "[[["))
    with pytest.raises(BadRegister, match="absent"):
        indicators.load(tmp_path / "absent")


def test_a_folder_without_indicators_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRegister, match="indicators"):
        indicators.load(tmp_path)
