"""The figures of an invented place, year by year, all derived from one another as they will be printed."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bench.drafts import rounded

HISTORY = 6  # years known before the first report


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator with a level: how it is named and printed, where it starts, how fast it grows (tenths of a percent)."""

    key: str
    names: tuple[str, ...]  # the first is the official one
    unit: str
    places: int
    start: tuple[int, int]
    growth: tuple[int, int]


SERIES = (
    Series("gdp", ("地区生产总值",), "亿元", 1, (260, 980), (55, 92)),
    Series("retail", ("社会消费品零售总额",), "亿元", 1, (90, 420), (28, 95)),
    Series("trade", ("进出口总额", "外贸进出口总额"), "亿元", 1, (60, 310), (-35, 120)),
    Series("fiscal", ("一般公共预算总收入",), "亿元", 2, (22, 70), (15, 88)),
    Series("income", ("居民人均可支配收入", "全体居民人均可支配收入"), "元", 0, (27000, 43000), (45, 82)),
    Series("deposits", ("金融机构各项存款余额", "金融机构本外币存款余额"), "亿元", 1, (400, 990), (60, 125)),
    Series("power", ("全社会用电量",), "亿千瓦时", 2, (18, 66), (22, 88)),
    Series("tourism", ("旅游总收入",), "亿元", 1, (40, 160), (70, 150)),
    Series("online", ("网络零售额",), "亿元", 1, (25, 110), (80, 190)),
    Series("doubled", ("规上数字经济核心产业营业收入", "数字经济核心产业营业收入"), "亿元", 1, (20, 60), (149, 153)),
)
PARTS = {"exports": ("trade", (600, 820)), "local": ("fiscal", (560, 720)), "tax": ("local", (640, 830))}
OF_SERIES: Mapping[str, Series] = {s.key: s for s in SERIES} | {
    "exports": Series("exports", ("出口总额", "外贸出口"), "亿元", 1, (0, 0), (0, 0)),
    "local": Series("local", ("地方一般公共预算收入",), "亿元", 2, (0, 0), (0, 0)),
    "tax": Series("tax", ("税收收入",), "亿元", 2, (0, 0), (0, 0)),
}


@dataclass(frozen=True, slots=True)
class Place:
    """An invented place and its people's congress; `levels[key][year]` and the other figures are as printed."""

    name: str
    kind: str  # 县 区 市
    head: str
    term: int  # of the congress
    first: int  # the first year reported on
    levels: Mapping[str, Mapping[int, Decimal]]
    shares: Mapping[str, Mapping[int, Decimal]]
    real: Mapping[int, Decimal]  # growth of GDP at constant prices
    invested: Mapping[int, Decimal]  # growth of investment
    targets: Mapping[str, Mapping[int, Decimal]]  # growth aimed at in that year
    counts: Mapping[str, Mapping[int, int]]

    def years(self) -> range:
        """The years reported on."""
        return range(self.first, self.first + 3)

    def growth(self, key: str, year: int) -> Decimal:
        """As recomputed from the printed levels."""
        levels = self.levels[key]
        return rounded((levels[year] / levels[year - 1] - 1) * 100, 1)


NAMES = (
    "望澜县", "砚川县", "栖禾区", "岚汀市", "青砥县", "朔麓区", "澄岫县",
    "鹤汀区", "桐屿县", "澜砚市", "霁川区", "荻溪县", "槿岭县", "松砥区", "禾麓市", "翎江县",
)  # fmt: skip
_FAMILY, _GIVEN = "沈顾陆温蒋邵鲁柯", ("明川", "知远", "砚青", "怀岳", "景澄", "思禾", "立言", "望舒")


def place(name: str, draw: random.Random, reported: range | None = None) -> Place:
    """All figures of a place, drawn by chance and consistent to the printed digit; `reported`: other years than by chance."""
    first = draw.choice((2020, 2021, 2022))
    first, last = (reported[0], reported[-1]) if reported else (first, first + 2)
    years = range(first - HISTORY, last + 2)
    levels = {s.key: _levels(s, years, draw) for s in SERIES}
    for key, (whole, span) in PARTS.items():
        levels[key] = _part(levels[whole], OF_SERIES[key].places, Decimal(draw.randint(*span)), draw)
    return Place(
        name=name,
        kind=name[-1],
        head=f"{draw.choice(_FAMILY)}{draw.choice(_GIVEN)}",
        term=draw.choice((16, 17, 18)),
        first=first,
        levels=levels,
        shares=_shares(years, draw),
        real={
            y: rounded((levels["gdp"][y] / levels["gdp"][y - 1] - 1) * 100 - _tenths(draw, 8, 21), 1) for y in years[1:]
        },
        invested={y: _tenths(draw, -42, 118) for y in years},
        targets={key: {y: Decimal(draw.choice((4, 5, 6, 7, 8))) for y in years} for key in OF_SERIES},
        counts=_counts(years, draw),
    )


def _tenths(draw: random.Random, low: int, high: int) -> Decimal:
    return Decimal(draw.randint(low, high)).scaleb(-1)


def _hundredths(draw: random.Random, low: int, high: int) -> Decimal:
    return Decimal(draw.randint(low, high)).scaleb(-2)


def _levels(series: Series, years: range, draw: random.Random) -> dict[int, Decimal]:
    level = rounded(Decimal(draw.randint(series.start[0] * 100, series.start[1] * 100)) / 100, series.places)
    found = {years[0]: level}
    for year in years[1:]:
        level = rounded(level * (1 + _tenths(draw, *series.growth) / 100), series.places)
        found[year] = level
    return found


def _part(whole: Mapping[int, Decimal], places: int, share: Decimal, draw: random.Random) -> dict[int, Decimal]:
    return {y: rounded(v * (share + draw.randint(-12, 12)) / 1000, places) for y, v in whole.items()}


def _shares(years: range, draw: random.Random) -> dict[str, dict[int, Decimal]]:
    """Rates and shares in percent; the three sectors sum to 100."""
    found: dict[str, dict[int, Decimal]] = {}
    farm, service, town = _tenths(draw, 40, 120), _tenths(draw, 430, 520), _hundredths(draw, 5400, 6900)
    care, research = _tenths(draw, 860, 890), _hundredths(draw, 160, 290)
    for year in years:
        farm -= _tenths(draw, 0, 3)
        service += _tenths(draw, 2, 9)
        town += _hundredths(draw, 35, 115)
        care += _tenths(draw, 4, 10)
        research += _hundredths(draw, 4, 15)
        drawn = {
            "farm": farm, "service": service, "industry": 100 - farm - service, "town": town, "care": care,
            "research": research, "air": _tenths(draw, 930, 992), "water": _tenths(draw, 940, 996),
            "energy": _tenths(draw, 18, 39), "pension": _tenths(draw, 950, 988), "joblessness": _hundredths(draw, 210, 360),
        }  # fmt: skip
        for key, value in drawn.items():
            found.setdefault(key, {})[year] = value
    return found


def _counts(years: range, draw: random.Random) -> dict[str, dict[int, int]]:
    spans = {
        "projects": (86, 178), "services": (12, 36), "jobs": (2100, 9800), "homes": (310, 2400), "beds": (120, 690),
        "firms": (34, 128), "roads": (12, 66), "seats": (900, 5200), "renewed": (18, 96), "sessions": (24, 98),
    }  # fmt: skip
    return {key: {y: draw.randint(*span) for y in years} for key, span in spans.items()}
