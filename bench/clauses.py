"""Sentences of a report, each with the figures in it that hang together. One function a kind of site."""

import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from bench.drafts import Mark, Pen, chinese, rounded
from bench.economy import OF_SERIES, Place
from bench.wording import PROJECTS, REACHED, TOWNS

Key: TypeAlias = tuple[str, str, int]  # document's sort, what is printed, the year it is of


@dataclass(slots=True)
class Story:
    """One place's reports as they are being written: what was printed where, so that later reports hang on it."""

    pen: Pen
    place: Place
    draw: random.Random
    said: dict[Key, Mark] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)  # projects, each told of once

    def level(self, sort: str, key: str, year: int) -> Mark:
        """A level in prose, which must be the same in every document of the session."""
        series = OF_SERIES[key]
        mark = self.pen.mark(self.place.levels[key][year], series.unit)
        for other in ("work", "plan", "budget"):
            if other != sort and (there := self.said.get((other, key, year))):
                self.pen.site("session", "same", there, mark)
        self.said[sort, key, year] = mark
        return mark

    def pick(self, *wordings: str) -> str:
        """One of several ways to say it."""
        return self.draw.choice(wordings)


def reached(story: Story, sort: str, key: str, year: int) -> str:
    """A level with its growth; next year's report hangs on it."""
    mark = story.level(sort, key, year)
    words, rate = story.pen.growth(story.place.growth(key, year))
    if before := story.said.get((sort, key, year - 1)):
        story.pen.site("growth", "growth", mark, rate, before)
    series = OF_SERIES[key]
    wordings = REACHED if key in {"retail", "trade", "fiscal"} else REACHED[:2]  # nobody completes an income
    return f"{story.pick(*wordings).format(name=story.draw.choice(series.names), level=mark)}，{words}"


def against_target(story: Story, year: int, sort: str) -> str:
    """A result beside what was aimed at a year ago, and by how much it is above or below."""
    series = OF_SERIES["local"]
    aim, result = story.place.targets["local"][year], story.place.growth("local", year)
    words, rate = story.pen.growth(result)
    if aim == result:
        return f"{series.names[0]}{words}，完成年初预期目标"
    aimed = story.pen.mark(aim, "%")
    gap = story.pen.mark(abs(result - aim), "个百分点", turned=result < aim)
    story.pen.site("target against result", "difference", aimed, rate, gap)
    if before := story.said.get((f"{sort}-target", "local", year)):
        story.pen.site("target restated", "same", aimed, before)
    side = "低于" if result < aim else "高于"
    return story.pick(
        f"{series.names[0]}{words}，{side}年初确定的{aimed}的预期目标{gap}",
        f"{series.names[0]}{words}，比{aimed}的预期目标{'低' if result < aim else '高'}{gap}",
    )


def increment(story: Story, year: int) -> str:
    """Level, growth and increment in one sentence (N1)."""
    key = story.draw.choice(("deposits", "tourism", "online"))
    levels, series = story.place.levels[key], OF_SERIES[key]
    now = story.pen.mark(levels[year], series.unit)
    added = story.pen.mark(levels[year] - levels[year - 1], series.unit)
    words, rate = story.pen.growth(story.place.growth(key, year))
    story.pen.site("increment", "increment", now, rate, added)
    return story.pick(
        f"{series.names[0]}达{now}，比上年增加{added}，{words}",
        f"年末{series.names[0]}{now}，较上年净增{added}，{words}" if key == "deposits" else
        f"全年{series.names[0]}{now}，比上年净增{added}，{words}",
        f"{series.names[0]}在上年基础上增加{added}、达到{now}，{words}",
    )  # fmt: skip


def average(story: Story, year: int) -> str:
    """Two end points and the growth a year between them (N2)."""
    key = story.draw.choice(("retail", "income", "power"))
    levels, series = story.place.levels[key], OF_SERIES[key]
    rate = rounded(((levels[year] / levels[year - 5]) ** (Decimal(1) / 5) - 1) * 100, 1)
    first, last = story.pen.mark(str(year - 5)), story.pen.mark(str(year))
    before, now = story.pen.mark(levels[year - 5], series.unit), story.pen.mark(levels[year], series.unit)
    mean = story.pen.mark(rate, "%")
    story.pen.site("average", "average", before, now, mean, first, last)
    name = series.names[0]
    return story.pick(
        f"{name}由{first}年的{before}增加到{last}年的{now}，年均增长{mean}",
        f"{first}年至{last}年，{name}从{before}提高到{now}，年均增长{mean}",
        f"{name}从{first}年的{before}增长到{last}年的{now}，五年年均增长{mean}",
    )


def doubling(story: Story, year: int) -> str:
    """Doubled in five years (N12)."""
    levels, series = story.place.levels["doubled"], OF_SERIES["doubled"]
    now, before = levels[year], levels[year - 5]
    if now < 2 * before:  # printed digits decide: a figure that just fails is another sentence's
        return f"{series.names[0]}保持较快增长"
    start, end = story.pen.mark(before, series.unit), story.pen.mark(now, series.unit)
    story.pen.site("doubling", "doubled", start, end)
    name = story.draw.choice(series.names)
    return story.pick(
        f"{name}由{year - 5}年的{start}增加到{end}，五年翻了一番",
        f"{name}从{year - 5}年的{start}跃升至{end}，实现五年翻番",
        f"五年来，{name}从{start}提高到{end}，翻了一番",
    )


def reduction(story: Story, year: int) -> str:
    """Yearly reductions and what they come to together (N13)."""
    yearly = [story.place.shares["energy"][y] for y in range(year - 4, year + 1)]
    left = Decimal(1)
    for each in yearly:
        left *= 1 - each / 100
    marks = [story.pen.mark(each, "%") for each in yearly]
    together = story.pen.mark(rounded((1 - left) * 100, 1), "%")
    story.pen.site("reduction", "reduction", *marks, together)
    said = "、".join(map(str, marks))
    return story.pick(
        f"{year - 4}—{year}年单位地区生产总值能耗分别下降{said}，五年累计下降{together}",
        f"近五年单位GDP能耗逐年下降{said}，累计下降{together}",
    )


def structure(story: Story, year: int) -> str:
    """Three sectors that sum to 100 (N6)."""
    marks = [story.pen.mark(story.place.shares[key][year]) for key in ("farm", "industry", "service")]
    story.pen.site("structure", "hundred", *marks)
    farm, industry, service = marks
    return story.pick(
        f"三次产业结构调整为{farm}:{industry}:{service}",
        f"三次产业比重优化为{farm}∶{industry}∶{service}",
        f"三次产业增加值占地区生产总值的比重分别为{farm}%、{industry}%、{service}%",
    )


def raised(story: Story, year: int, key: str, name: str) -> str:
    """From one rate to another, the difference in points (N3), where % would be wrong (N4)."""
    shares = story.place.shares[key]
    before, now = story.pen.mark(shares[year - 1], "%"), story.pen.mark(shares[year], "%")
    change = story.pen.mark(shares[year] - shares[year - 1], "个百分点")
    story.pen.site("bracket", "difference", before, now, change)
    story.pen.site("points", "points", change)
    return story.pick(
        f"{name}由{before}提高到{now}，提高{change}",
        f"{name}从上年的{before}提升至{now}，上升{change}",
        f"{name}达到{now}，比上年的{before}提高{change}",
    )


def part(story: Story, year: int, sort: str) -> str:
    """A part beside its whole (N7)."""
    whole, inner = ("trade", "exports") if sort == "work" else ("fiscal", "local")
    levels = story.place.levels
    total, share = story.pen.mark(levels[whole][year], "亿元"), story.pen.mark(levels[inner][year], "亿元")
    story.pen.site("part and whole", "part", share, total)
    name, inner_name = OF_SERIES[whole].names[0], OF_SERIES[inner].names[0]
    return story.pick(
        f"{name}{total}，其中{inner_name}{share}",
        f"全年{name}达{total}，其中：{inner_name}{share}",
    )


def ratio(story: Story, year: int) -> str:
    """Tax and its share of the revenue (N8)."""
    levels = story.place.levels
    tax, local = story.pen.mark(levels["tax"][year], "亿元"), story.pen.mark(levels["local"][year], "亿元")
    percent = story.pen.mark(rounded(levels["tax"][year] / levels["local"][year] * 100, 1), "%")
    story.pen.site("ratio", "ratio", tax, local, percent)
    return story.pick(
        f"地方一般公共预算收入{local}，其中税收收入{tax}，占{percent}",
        f"在地方一般公共预算收入{local}中，税收收入{tax}，占比{percent}",
    )


def subset(story: Story, year: int, sort: str) -> str:
    """Counts that make up a total (N9); each report counts something else."""
    total = story.place.counts["renewed" if sort == "work" else "firms"][year] + story.draw.randint(9, 40)
    done = story.draw.randint(4, total // 2)
    begun = story.draw.randint(2, total - done - 1)
    a, b, c = marks = [story.pen.mark(n, "个") for n in (done, begun, total - done - begun)]
    whole = story.pen.mark(total, "个")
    story.pen.site("subset", "counts", *marks, whole)
    if sort == "work":
        return story.pick(
            f"{whole}城建重点项目中，{a}建成投用，{b}正在建设，{c}开展前期工作",
            f"全年实施老旧小区改造项目{whole}，其中已完工{a}、在建{b}、待开工{c}",
        )
    return story.pick(
        f"新签约产业项目{whole}，其中投产{a}、开工{b}、前期{c}",
        f"在库工业技改项目共{whole}，{a}已竣工，{b}在建，其余{c}年内开工",
    )


def quarters(story: Story, year: int) -> str:
    """Four quarters that sum to the year (N10)."""
    total = story.place.levels["online"][year]
    parts = [rounded(total * story.draw.randint(200, 270) / 1000, 1) for _ in range(3)]
    marks = [story.pen.mark(p, "亿元") for p in (*parts, total - sum(parts))]
    whole = story.pen.mark(total, "亿元")
    story.pen.site("quarters", "sum", *marks, whole)
    said = "、".join(map(str, marks))
    return story.pick(
        f"一至四季度网络零售额分别为{said}，全年合计{whole}",
        f"网络零售额四个季度分别完成{said}，全年{whole}",
    )


def ahead(story: Story, year: int) -> str:
    """Done by the month, against the month's share of the year (N11)."""
    months = story.draw.choice((6, 9, 10, 11))
    lead = Decimal(story.place.counts["sessions"][year]) / 10  # the year's, so that two reports agree
    done = rounded(Decimal(months * 100) / 12 + lead, 1)
    month = story.pen.mark(months)
    share = story.pen.mark(done, "%")
    over = story.pen.mark(rounded(done - Decimal(months * 100) / 12, 1), "个百分点")
    story.pen.site("ahead of schedule", "ahead", month, share, over)
    name = story.pick("重点项目", "省、市重点项目")
    return story.pick(
        f"截至{year}年{month}月底，{name}完成年度计划投资的{share}，超序时{over}",
        f"{year}年1—{month}月，{name}投资完成年度计划的{share}，超序时进度{over}",
    )


def percent(story: Story, year: int, key: str, names: tuple[str, ...]) -> str:
    """A rate that cannot pass 100 (N28)."""
    mark = story.pen.mark(story.place.shares[key][year], "%")
    story.pen.site("percent", "within", mark)
    return f"{story.draw.choice(names)}{story.pick('达到', '达', '为')}{mark}"


def _project(story: Story) -> str:
    """The name of a project that no report has told of yet."""
    free = [f"{town}{kind}" for town in TOWNS for kind in PROJECTS if f"{town}{kind}" not in story.named]
    story.named.add(name := story.draw.choice(free))
    return name


def money(story: Story) -> str:
    """A project's money: no more done than there is (N31)."""
    total = rounded(Decimal(story.draw.randint(210, 3900)) / 100, 2)
    done = rounded(total * story.draw.randint(210, 880) / 1000, 2)
    whole, spent = story.pen.mark(total, "亿元"), story.pen.mark(done, "亿元")
    share = story.pen.mark(rounded(done / total * 100, 1), "%")
    story.pen.site("project money", "part", spent, whole)
    name = _project(story)
    if story.draw.randint(0, 1):
        return f"{name}总投资{whole}，累计完成投资{spent}"
    story.pen.site("ratio", "ratio", spent, whole, share)
    return f"{name}总投资{whole}，已累计完成投资{spent}，占总投资的{share}"


def productivity(story: Story, year: int) -> str:
    """An indicator whose unit is its dimension's (N5)."""
    value = rounded(Decimal(story.draw.randint(980, 2400)) / 100, 1)
    mark = story.pen.mark(value, "万元/人")
    story.pen.site("unit", "dimension", mark)
    park = story.pen.mark(rounded(Decimal(1120 + year - 2015 + story.draw.randint(0, 420)) / 100, 1), "平方米")
    story.pen.site("unit", "dimension", park)
    return f"{story.pick('全员劳动生产率', '全员劳动生产率')}达到{mark}，人均公园绿地面积{park}"


def alone(story: Story, year: int, *keys: str) -> str:
    """Figures that nothing else bears out."""
    names = {
        "jobs": "城镇新增就业{}", "homes": "改造老旧小区住房{}", "beds": "新增养老床位{}", "firms": "培育高新技术企业{}",
        "roads": "新建改建农村公路{}", "seats": "新增公办学位{}",
    }  # fmt: skip
    units = {"jobs": "人", "homes": "户", "beds": "张", "firms": "家", "roads": "公里", "seats": "个"}
    said = []
    for key in keys:
        mark = story.pen.mark(story.place.counts[key][year], units[key])
        story.pen.site("no redundancy", "alone", mark)
        said.append(names[key].format(mark))
    return "，".join(said)


def services(story: Story, year: int) -> str:
    """How many undertakings for the people were promised a year ago (N30)."""
    mark = story.pen.mark(story.place.counts["services"][year], "件")
    if promised := story.said.get(("services", "planned", year)):
        story.pen.site("count planned", "equal", mark, promised)
    return story.pick(f"年初承诺的{mark}民生实事全部办结", f"{mark}为民办实事项目全面完成")


def services_planned(story: Story, year: int) -> str:
    """How many are promised for the year."""
    mark = story.pen.mark(story.place.counts["services"][year], "件")
    story.said["services", "planned", year] = mark
    return story.pick(f"今年继续办好{mark}民生实事。", f"{year}年为民办实事项目{mark}，件件抓落实。")


def formula(story: Story, year: int) -> str:
    """What year of which plan it is (N24)."""
    plan = 13 if year <= 2020 else 14 if year <= 2025 else 15
    number, said = story.pen.mark(str(year)), story.pen.mark(chinese(plan))
    nth = year - {13: 2016, 14: 2021, 15: 2026}[plan] + 1
    if nth in {1, 5}:
        word, rule = ("开局之年", "first_year") if nth == 1 else ("收官之年", "last_year")
        story.pen.site("fixed formula", rule, number, said)
        return story.pick(f"{number}年是“{said}五”{word}", f"{number}年是实施“{said}五”规划的{word}")
    rank = story.pen.mark(chinese(nth))
    story.pen.site("fixed formula", "nth_year", number, said, rank)
    return f"{number}年是实施“{said}五”规划的第{rank}年"
