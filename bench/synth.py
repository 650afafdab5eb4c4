"""Drafts in the genre with consistent figures, each with a place for one mistake: what bench/planted.py plants in.

A site is a text with `@` where one figure goes, the figure that is right there, and one that is not. Wording and figures vary
by the generator's seed; nothing here knows the checks.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

REPORT = """# 福州市仓山区{0}年国民经济和社会发展计划执行情况及{1}年计划草案的报告

（{0}年12月21日在仓山区第十八届人民代表大会第二次会议上）

## 一、{0}年计划执行情况

"""
OUTLINE = """# 福州市仓山区国民经济和社会发展第十四个五年规划纲要

2021年1月14日仓山区第十七届人民代表大会第五次会议批准

## 主要指标

| 指标 | 单位 | 2020年 | 2025年 | 年均增长/累计 | 属性 |
| --- | --- | --- | --- | --- | --- |
"""
FLOWS = ("社会消费品零售总额", "进出口总额", "旅游总收入", "规模以上工业营业收入", "技术合同成交额", "网上零售额")
SHARES = (
    "常住人口城镇化率",
    "森林覆盖率",
    "服务业增加值占GDP比重",
    "城镇污水处理率",
    "建成区绿化覆盖率",
    "研发经费投入强度",
)


@dataclass(frozen=True)
class Site:
    """Texts of one place (the draft first), the figure that is right at `@`, and the planted one."""

    texts: tuple[str, ...]
    right: str
    wrong: str

    def with_(self, figure: str) -> tuple[str, ...]:
        """The texts with a figure in its place."""
        return tuple(text.replace("@", figure) for text in self.texts)


def report(body: str, year: int = 2022) -> str:
    """A yearly report with a paragraph of results."""
    return REPORT.format(year, year + 1) + body + "\n"


def outline(row: str, more: str = "") -> str:
    """A five-year outline with one row in its table."""
    return f"{OUTLINE}| {row} |\n\n{more}\n"


def printed(value: Decimal, digits: int = 1) -> str:
    """A figure with its digits, rounded half up."""
    return str(value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def between(chance: Random, low: int, high: int, digits: int = 1) -> Decimal:
    """A figure between two, with as many digits."""
    scale = 10**digits
    return Decimal(chance.randint(low * scale, high * scale)).scaleb(-digits)


def swapped(chance: Random, figure: str) -> str | None:
    """Two neighbouring digits changed for one another; None where that gives no other figure."""
    places = [n for n, (a, b) in enumerate(itertools.pairwise(figure)) if a.isdigit() and b.isdigit()]
    places = [n for n in places if figure[n] != figure[n + 1] and not (n == 0 and figure[1] == "0")]
    if not places:
        return None
    at = chance.choice(places)
    return figure[:at] + figure[at + 1] + figure[at] + figure[at + 2 :]


def growth_of_two_levels(chance: Random) -> Site | None:
    """Level before, level, growth."""
    before = between(chance, 50, 900)
    level = before * (1 + between(chance, 2, 25) / 100)
    name, level = chance.choice(FLOWS), Decimal(printed(level))
    text = chance.choice(
        (
            "{n}由{b}亿元增加到{v}亿元，增长@%。",
            "{n}从上年的{b}亿元增至{v}亿元，增长@%。",
            "全年{n}由2021年的{b}亿元提高到2022年的{v}亿元，增幅@%。",
        )
    )
    right = printed((level / before - 1) * 100)
    return _site((report(text.format(n=name, b=before, v=level)),), right, swapped(chance, right), Decimal("0.3"))


def growth_and_increment(chance: Random) -> Site | None:
    """Level, increment, growth."""
    before = between(chance, 50, 900)
    level = Decimal(printed(before * (1 + between(chance, 2, 25) / 100)))
    text = chance.choice(
        (
            "{n}{v}亿元，比上年增加{d}亿元，增长@%。",
            "{n}达{v}亿元，增加{d}亿元，同比增长@%。",
            "{n}完成{v}亿元、增长@%，较上年增加{d}亿元。",
        )
    )
    right = printed((level / before - 1) * 100)
    filled = report(text.format(n=chance.choice(FLOWS), v=level, d=level - before))
    return _site((filled,), right, swapped(chance, right), Decimal("0.3"))


def structure(chance: Random) -> Site | None:
    """The structure of the three industries."""
    first, second = between(chance, 1, 15), between(chance, 30, 45)
    text = chance.choice(
        (
            "三次产业结构为{a}:@:{c}。",
            "三次产业结构由0.6:55.8:43.6调整为{a}:@:{c}。",
            "三次产业比重调整为{a}∶@∶{c}。",
            "第一、二、三产业增加值占比分别为{a}%、@%、{c}%。",
        )
    )
    right = str(second)
    filled = report(text.format(a=first, c=100 - first - second))
    return _site((filled,), right, swapped(chance, right), Decimal("0.6"))


def part_above_whole(chance: Random) -> Site | None:
    """A part and its whole."""
    whole, part = chance.choice(
        (("进出口总额", "出口总额"), ("一般公共预算总收入", "地方一般公共预算收入"), ("固定资产投资", "工业投资"))
    )
    value = between(chance, 100, 900)
    text = chance.choice(
        ("{w}{v}亿元，其中{p}@亿元。", "{w}完成{v}亿元，{p}@亿元。", "{w}{v}亿元，增长3%，{p}@亿元，增长2%。")
    )
    right, wrong = (printed(value * between(chance, low, high, 2)) for low, high in ((0, 1), (1, 3)))
    return _site((report(text.format(w=whole, v=value, p=part)),), right, wrong, Decimal("0.3"), lower=value)


def points(chance: Random) -> Site | None:
    """The change of a share."""
    text = chance.choice(("{n}提高@。", "{n}达到65.2%，比上年提高@。", "{n}较上年上升@。", "{n}下降@。"))
    change = between(chance, 1, 4)
    return Site((report(text.format(n=chance.choice(SHARES))),), f"{change}个百分点", f"{change}%")


def average_growth(chance: Random) -> Site | None:
    """Base, target and average growth of a row."""
    name, unit = chance.choice(
        (("每万人发明专利拥有量", "件"), ("社会消费品零售总额", "亿元"), ("居民人均可支配收入", "元"))
    )
    base, growth = between(chance, 30, 900), chance.randint(3, 15)
    right = printed(base * (1 + Decimal(growth) / 100) ** 5)
    row = f"1.{name} | {unit} | {base} | @ | {growth}% | 预期性"
    return _site((outline(row),), right, swapped(chance, right), Decimal(right) * Decimal("0.08"))


def bracket(chance: Random) -> Site | None:
    """Base, target and bracketed change of a row."""
    name, unit = chance.choice((("建成区绿化覆盖率", "%"), ("人均预期寿命", "岁"), ("城乡居民基本养老保险参保率", "%")))
    base, change = between(chance, 40, 80, 2), between(chance, 1, 9, 2)
    row = f"1.{name} | {unit} | {base} | {base + change} | [@] | 约束性"
    return _site((outline(row),), str(change), swapped(chance, str(change)), Decimal("0.03"))


def last_year(chance: Random) -> Site | None:
    """A level with its growth, and the year before in last year's report."""
    name, before = chance.choice(FLOWS[:4]), between(chance, 50, 900)
    right = printed(before * (1 + between(chance, 2, 25) / 100))
    growth = printed((Decimal(right) / before - 1) * 100)
    texts = report(f"{name}@亿元，增长{growth}%。", 2023), report(f"{name}{before}亿元。")
    return _site(texts, right, swapped(chance, right), Decimal(right) * Decimal("0.055"))


def text_and_table(chance: Random) -> Site | None:
    """A target in the table and in the text."""
    name, unit = chance.choice((("建成区绿化覆盖率", "%"), ("每万人发明专利拥有量", "件"), ("人均预期寿命", "岁")))
    base = between(chance, 40, 60)
    right = str(base + between(chance, 1, 9))
    text = chance.choice(("到2025年，{n}达到@{u}。", "{n}提高到@{u}。", "{n}达@{u}。")).format(n=name, u=unit)
    row = f"1.{name} | {unit} | {base} | {right} | | 约束性"
    body = outline(row, f"## 发展目标\n\n“十四五”时期，{text}")
    return _site((body,), right, swapped(chance, right), Decimal("0.3"))


def unit_shifted(chance: Random) -> Site | None:
    """A level whose unit lost its 亿."""
    before = between(chance, 50, 900)
    level = Decimal(printed(before * (1 + between(chance, 2, 25) / 100)))
    growth = printed((level / before - 1) * 100)
    text = f"{chance.choice(FLOWS)}由{before}亿元增加到{level}@，增长{growth}%。"
    return Site((report(text),), "亿元", "万元")


def quarters(chance: Random) -> Site | None:
    """Four quarters and their year."""
    each = [between(chance, 20, 200) for _ in range(4)]
    name = chance.choice(FLOWS[:2])
    text = "一季度{n}{a}亿元，二季度{b}亿元，三季度{c}亿元，四季度{d}亿元，全年@亿元。"
    right = str(sum(each))
    filled = report(text.format(n=name, a=each[0], b=each[1], c=each[2], d=each[3]))
    return _site((filled,), right, swapped(chance, right), Decimal(1))


def _site(
    texts: tuple[str, ...], right: str, wrong: str | None, least: Decimal, *, lower: Decimal | None = None
) -> Site | None:
    """A site whose change is more than `least` (three times the rounding), and above `lower` where one is given."""
    if wrong is None or abs(Decimal(wrong) - Decimal(right)) <= least:
        return None
    if lower is not None and not Decimal(right) <= lower < Decimal(wrong) - least:
        return None
    return Site(texts, right, wrong)


KINDS: Mapping[str, Callable[[Random], Site | None]] = {
    "growth altered, two levels": growth_of_two_levels,
    "growth altered, increment": growth_and_increment,
    "structure broken": structure,
    "part above whole": part_above_whole,
    "% for 百分点": points,
    "target altered, average growth": average_growth,
    "bracket altered": bracket,
    "level altered, last year's report": last_year,
    "text against table": text_and_table,
    "unit shifted by 万": unit_shifted,
    "sum of quarters broken": quarters,
}


def sites(kind: str, seed: int, number: int) -> Iterator[Site]:
    """As many sites of a kind; the same for the same seed."""
    chance = Random(f"{kind}{seed}")  # noqa: S311 - a draft is no secret
    made = 0
    while made < number:
        site = KINDS[kind](chance)
        if site:
            made += 1
            yield site
