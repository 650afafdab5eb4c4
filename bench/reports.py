"""The three reports of one meeting: work report, plan report with its tables, budget report."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bench import clauses, economy
from bench.clauses import Story, reached
from bench.drafts import Bundle, Mark, Pen, Site, chinese, rounded
from bench.economy import OF_SERIES
from bench.wording import ADDRESSES, ASIDES, CLOSINGS, FILLERS, HEADINGS, OPENINGS, TOWNS

SUFFIXES = {"work": "txt", "plan": "md", "budget": "txt"}
TABLED = ("gdp", "retail", "trade", "fiscal", "local", "income")


def name(place: str, year: int, sort: str) -> str:
    """The file of the report on that year."""
    return f"{place}-{year}-{sort}.{SUFFIXES[sort]}"


def _joined(story: Story, said: Sequence[str]) -> str:
    """Clauses in an order of chance, as one to three sentences."""
    order = list(said)
    story.draw.shuffle(order)
    out = []
    while order:
        size = story.draw.choice((1, 2, 2, 3))
        out.append("；".join(order[:size]) + "。")
        order = order[size:]
    return "".join(out)


def _meeting(story: Story, year: int, sort: str) -> str:
    """When and at which meeting; every document of the session says the same."""
    pen, place = story.pen, story.place
    day = 6 + (year * 7 + place.term * 3) % 21
    date = [pen.mark(str(year + 1)), pen.mark("1"), pen.mark(str(day))]
    pen.site("date", "day", *date)
    session = _session(story, year, sort)
    return f"{date[0]}年{date[1]}月{date[2]}日在{place.name}{session}上"


def _session(story: Story, year: int, sort: str) -> str:
    pen, place = story.pen, story.place
    term, number = pen.mark(chinese(place.term)), pen.mark(chinese(year - place.first + 2))
    key = (f"meeting-{place.name}", "number", year)
    if first := story.said.get(key):
        pen.site("meeting", "equal", number, first)
    elif sort == "work":
        story.said[key] = number
    return f"第{term}届人民代表大会第{number}次会议"


def _section(story: Story, number: int, topic: str, said: Sequence[str]) -> str:
    fillers = story.draw.sample(FILLERS[topic], 4)
    head = story.draw.choice(HEADINGS[topic])
    body = _joined(story, [*said, *_asides(story, topic)])
    return f"（{chinese(number)}）{head}\n{fillers[0]}{fillers[1]}{body}{fillers[2]}{fillers[3]}\n"


def _asides(story: Story, topic: str) -> list[str]:
    digits = {key: story.draw.randint(1, 8) for key in "abc"}
    return [said.format(**digits) for said in story.draw.sample(ASIDES[topic], 3)]


def _targets(story: Story, year: int, sort: str) -> str:
    """What is aimed at next year, as growth."""
    said = []
    for key in ("retail", "fiscal", "local", "income"):
        rate = story.pen.mark(story.place.targets[key][year + 1], "%")
        story.said[f"{sort}-target", key, year + 1] = rate
        said.append(f"{OF_SERIES[key].names[0]}增长{rate}左右")
    real = story.pen.mark(story.place.targets["gdp"][year + 1], "%")
    return f"今年经济社会发展主要预期目标是：地区生产总值增长{real}左右，{'，'.join(said)}。"


def _headline(story: Story, year: int, sort: str) -> str:
    gdp = story.level(sort, "gdp", year)  # nominal level, real growth: nothing hangs on the two
    words = story.pen.growth(story.place.real[year])[0]
    invested = story.pen.growth(story.place.invested[year])[0]  # no level: its scope changes every year
    rest = story.pick("，", "；").join(reached(story, sort, key, year) for key in ("retail", "fiscal", "income"))
    lead = story.pick("初步核算", "预计", "经初步核算")
    return f"{lead}，全年地区生产总值{gdp}，按可比价格计算{words}；固定资产投资{invested}；{rest}。"


def _projects(story: Story, year: int) -> str:
    """What was planned a year ago, in last year's words (N30)."""
    mark = story.pen.mark(story.place.counts["projects"][year], "个")
    if planned := story.said.get(("projects", "planned", year)):
        story.pen.site("count planned", "equal", mark, planned)
    return story.pick(f"年初安排的{mark}重点项目全部开工", f"{year}年计划实施的{mark}重点项目进展顺利")


def _planned(story: Story, year: int) -> str:
    mark = story.pen.mark(story.place.counts["projects"][year + 1], "个")
    story.said["projects", "planned", year + 1] = mark
    return story.pick(f"{year + 1}年计划实施重点项目{mark}。", f"今年安排重点项目{mark}，以项目建设稳投资。")


def work(story: Story, year: int) -> str:
    """The government's work report."""
    place = story.place
    town = ("常住人口城镇化率", "town")
    said = [
        f"政府工作报告\n——{_meeting(story, year, 'work')}\n{place.name}人民政府{place.kind}长　{place.head}\n\n各位代表：\n"
        + story.draw.choice(ADDRESSES).format(place=place.name, kind=place.kind),
        f"一、{year}年工作回顾\n{story.draw.choice(OPENINGS).format(year=year, kind=place.kind)}",
        _headline(story, year, "work"),
        _section(story, 1, "industry", [
            clauses.structure(story, year), clauses.doubling(story, year), clauses.productivity(story, year),
            clauses.raised(story, year, "research", "研究与试验发展经费投入强度"), clauses.alone(story, year, "firms"),
        ]),
        _section(story, 2, "demand", [
            clauses.increment(story, year), clauses.average(story, year), clauses.part(story, year, "work"),
            clauses.quarters(story, year), _projects(story, year), clauses.ratio(story, year), clauses.against_target(story, year, "work"), clauses.ahead(story, year),
        ]),
        _section(story, 3, "people", [
            clauses.raised(story, year, "care", "普惠性幼儿园覆盖率"), clauses.percent(story, year, "pension", ("基本养老保险参保率",)),
            clauses.alone(story, year, "jobs", "beds", "seats"), clauses.services(story, year),
        ]),
        _section(story, 4, "green", [
            clauses.raised(story, year, town[1], town[0]), clauses.reduction(story, year),
            clauses.percent(story, year, "air", ("空气质量优良天数比例", "环境空气质量优良率")),
            clauses.subset(story, year, "work"), clauses.alone(story, year, "roads", "homes"),
        ]),
        f"二、{year + 1}年工作安排\n{clauses.formula(story, year + 1)}。{story.draw.choice(FILLERS['plan'])}",
        _targets(story, year, "work") + _planned(story, year) + clauses.services_planned(story, year + 1),
        story.draw.choice(CLOSINGS).format(place=place.name),
    ]  # fmt: skip
    return "\n".join(said) + "\n"


def _cell(story: Story, value: Decimal | int, unit: str) -> Mark:
    return story.pen.mark(value, unit, glued=False)


def _aim(story: Story, key: str, year: int) -> Decimal:
    """The level aimed at: the year before it, and the growth that was announced."""
    growing = 1 + story.place.targets[key][year] / 100
    return rounded(story.place.levels[key][year - 1] * growing, OF_SERIES[key].places)


def _table(story: Story, year: int) -> str:
    """The plan report's table: last year, this year's plan and result, next year's plan (N14, N15, N16)."""
    heads = ["指标", "单位", f"{year - 1}年实际", f"{year}年计划", f"{year}年实际", f"{year + 1}年计划"]
    rows = [heads, ["---"] * len(heads)]
    for key in TABLED:
        series, levels, pen = OF_SERIES[key], story.place.levels[key], story.pen
        before, now = (_cell(story, levels[y], series.unit) for y in (year - 1, year))
        planned, next_aim = (_cell(story, _aim(story, key, y), series.unit) for y in (year, year + 1))
        if text := story.said.get(("plan", key, year)):
            pen.site("text against table", "same", now, text)
        if earlier := story.said.get(("table", key, year - 1)):
            pen.site("restated", "same", before, earlier)
        if aimed := story.said.get(("table-aim", key, year)):
            pen.site("target restated", "same", planned, aimed)
        if rate := story.said.get(("plan-target", key, year + 1)):
            pen.site("target growth", "growth", next_aim, rate, now)
        story.said["table-planned", key, year] = planned
        story.said["table", key, year], story.said["table-aim", key, year + 1] = now, next_aim
        rows.append([series.names[0], series.unit, *map(str, (before, planned, now, next_aim))])
    return f"{year}年国民经济和社会发展计划主要指标完成情况表\n\n{_markdown(rows)}"


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _five_years(story: Story, year: int) -> str:
    """Rates with the change in square brackets, as outlines print it (N3)."""
    heads = ["指标", "单位", f"{year - 2}年", f"{year}年", "累计"]
    rows = [heads, ["---"] * len(heads)]
    for key, said in (
        ("town", "常住人口城镇化率"),
        ("service", "服务业增加值占地区生产总值比重"),
        ("care", "普惠性幼儿园覆盖率"),
    ):
        shares = story.place.shares[key]
        marks = [_cell(story, v, "%") for v in (shares[year - 2], shares[year], shares[year] - shares[year - 2])]
        story.pen.site("bracket table", "difference", *marks)
        rows.append([said, "%", str(marks[0]), str(marks[1]), f"[{marks[2]}]"])
    return f"部分比率指标变化情况表（[ ]内为累计数）\n\n{_markdown(rows)}"


def _towns(story: Story, year: int) -> str:
    """Towns that sum to the total (N10)."""
    draw = story.draw
    towns = draw.sample(TOWNS, draw.randint(4, 6))
    values = [rounded(Decimal(draw.randint(300, 4200)) / 100, 1) for _ in towns]
    marks = [_cell(story, v, "亿元") for v in values]
    total = _cell(story, sum(values, Decimal(0)), "亿元")
    story.pen.site("towns", "sum", *marks, total)
    rows = [
        ["乡镇", f"{year}年规上工业产值（亿元）"],
        ["---", "---"],
        *([t, str(m)] for t, m in zip(towns, marks, strict=True)),
    ]
    return f"分乡镇规上工业产值表\n\n{_markdown([*rows, ['合计', str(total)]])}"


def plan(story: Story, year: int) -> str:
    """The report on the plan."""
    place = story.place
    said = [
        (f"# 关于{place.name}{year}年国民经济和社会发展计划执行情况与{year + 1}年国民经济和社会发展计划草案的报告\n\n"
        f"（{_meeting(story, year, 'plan')}）\n\n{place.name}发展和改革局\n"),
        f"各位代表：\n\n受{place.name}人民政府委托，现将计划执行情况与计划草案提请{place.name}{_session(story, year, 'plan')}审议。\n",
        f"## 一、{year}年计划执行情况\n\n{_headline(story, year, 'plan')}\n",
        _joined(story, [
            reached(story, "plan", "trade", year), reached(story, "plan", "power", year), clauses.against_target(story, year, "plan"), clauses.increment(story, year),
            clauses.raised(story, year, "service", "服务业增加值占地区生产总值比重"), clauses.money(story), clauses.subset(story, year, "plan"),
            clauses.percent(story, year, "water", ("集中式饮用水水源地水质达标率",)), clauses.ahead(story, year),
        ]) + "\n",
        f"{_targets_and_formula(story, year)}\n",
        _table(story, year), _five_years(story, year), _towns(story, year),
    ]  # fmt: skip
    return "\n".join(said)


def _targets_and_formula(story: Story, year: int) -> str:
    return (
        f"## 二、{year + 1}年计划安排\n\n{clauses.formula(story, year + 1)}。{story.draw.choice(FILLERS['plan'])}"
        f"{_targets(story, year, 'plan')}\n"
    )


def budget(story: Story, year: int) -> str:
    """The budget report."""
    place, pen = story.place, story.pen
    levels = place.levels
    total = story.level("budget", "fiscal", year)
    aim = _aim(story, "fiscal", year)
    planned = pen.mark(aim, "亿元")
    pen.site("session", "same", planned, story.said["table-planned", "fiscal", year])
    done = pen.mark(rounded(levels["fiscal"][year] / aim * 100, 1), "%")
    pen.site("ratio", "ratio", total, planned, done)
    local, tax = story.level("budget", "local", year), pen.mark(levels["tax"][year], "亿元")
    other = pen.mark(levels["local"][year] - levels["tax"][year], "亿元")
    pen.site("budget sum", "sum", tax, other, local)
    share = pen.mark(rounded(levels["tax"][year] / levels["local"][year] * 100, 1), "%")
    pen.site("ratio", "ratio", tax, local, share)
    made_of = story.pick(
        f"其中：税收收入{tax}、占{share}，非税收入{other}",
        f"其中税收收入{tax}，非税收入{other}，税收收入占地方一般公共预算收入的{share}",
    )
    said = [
        f"关于{place.name}{year}年预算执行情况和{year + 1}年预算草案的报告\n（{_meeting(story, year, 'budget')}）\n{place.name}财政局\n",
        f"各位代表：\n受{place.name}人民政府委托，现将预算执行情况和预算草案提请{_session(story, year, 'budget')}审议。",
        (
            f"一、{year}年预算执行情况\n{year}年，全{place.kind}一般公共预算总收入{total}，完成预算{planned}的{done}。"
            f"地方一般公共预算收入{local}，{made_of}。"
        ),
        _supply(story, year) + _spending(story, year),
        f"{_joined(story, [clauses.part(story, year, 'budget'), clauses.money(story), clauses.money(story)])}",
        f"二、{year + 1}年预算草案\n{story.draw.choice(FILLERS['plan'])}",
    ]
    return "\n".join(said) + "\n"


def _supply(story: Story, year: int) -> str:
    """All that there was to spend, and what it is made of."""
    draw = story.draw
    parts = [story.place.levels["local"][year], *(rounded(Decimal(draw.randint(120, 1900)) / 100, 2) for _ in range(3))]
    marks = [story.pen.mark(p, "亿元") for p in parts]
    total = story.pen.mark(sum(parts, Decimal(0)), "亿元")
    story.pen.site("budget sum", "sum", *marks, total)
    a, b, c, d = marks
    return story.pick(
        f"地方一般公共预算收入{a}，加上上级补助收入{b}、债务转贷收入{c}、上年结转收入{d}，收入总量{total}。",
        f"收入总计{total}，其中地方一般公共预算收入{a}、上级补助收入{b}、债务转贷收入{c}、上年结转收入{d}。",
    )


def _spending(story: Story, year: int) -> str:
    levels = story.place.levels["local"][year]
    spent = rounded(levels * story.draw.randint(1500, 2300) / 1000, 2)
    people = rounded(spent * story.draw.randint(700, 830) / 1000, 2)
    all_, on_people = story.pen.mark(spent, "亿元"), story.pen.mark(people, "亿元")
    share = story.pen.mark(rounded(people / spent * 100, 1), "%")
    story.pen.site("ratio", "ratio", on_people, all_, share)
    return f"一般公共预算支出{all_}，其中民生支出{on_people}，占一般公共预算支出的{share}。"


SORTS = {"work": work, "plan": plan, "budget": budget}


def write(story: Story, year: int) -> None:
    """All reports of one meeting."""
    for sort, report in SORTS.items():
        story.pen.write(name(story.place.name, year, sort), report(story, year))


def reprint(bundle: Bundle, document: str) -> tuple[str, str, list[Site]]:
    """Another text of the same report, without its last line: its name, its text, and the figures that must not differ (N25)."""
    again = document.replace("-work", "-work-reprint")
    text = bundle.texts[document].rstrip().rpartition("\n")[0] + "\n"
    alone = (s.figures[0] for s in bundle.sites if s.rule == "alone" and s.figures[0].document == document)
    return again, text, [Site("two texts", "same", (replace(f, document=again), f)) for f in alone]


def begin(pen: Pen, place_name: str, seed: int, reported: range | None = None) -> Story:
    """The story of one invented place, drawn from its name and the seed; `reported`: the years, where not by chance."""
    draw = random.Random(f"{seed}/{place_name}")
    return Story(pen, economy.place(place_name, draw, reported), draw)
