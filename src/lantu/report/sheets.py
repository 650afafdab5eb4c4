"""What stands in the sheets of evaluation.xlsx: headers, widths and values."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Document, Note, Observation, Statement
from lantu.registers import messages
from lantu.registers.methods import Method
from lantu.report import shown
from lantu.report.card import document_when
from lantu.report.excerpts import Excerpt, excerpts, spot_of
from lantu.report.jsonfile import in_unit
from lantu.report.numbers import number
from lantu.report.pace import needed
from lantu.report.rows import Doubt, doubts, tone
from lantu.report.statements import correction_said
from lantu.report.story import Story, Told
from lantu.report.verdict import status_words
from lantu.report.words import words

_SHADES = {"good": "E5F2EC", "near": "FAF1D8", "behind": "FAE8E6", "query": "EEEAF6", "none": "EEF0F2"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its width in characters, whether its numbers are shares."""

    head: str
    width: int
    share: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """A text on a coloured ground."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; the first `frozen` columns stay in sight."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    frozen: int = 0


def sheets(told: Told, method: Method) -> tuple[Sheet, ...]:
    """All sheets, in the order of a reader's questions."""
    return (_targets(told), _observations(told), _statements(told), _documents(told), _silences(told), _method(method))


# --- 指标 -------------------------------------------------------------------------------------------

_TARGETS = (
    Column("计划", 16), Column("序号", 6), Column("指标", 30), Column("属性", 8), Column("主要目标", 7),
    Column("类型", 12), Column("基期", 8), Column("基期值", 11), Column("目标期", 11), Column("关系", 6),
    Column("目标值", 11), Column("目标文字", 18), Column("单位", 9), Column("判断", 14), Column("趋势判断", 13),
    Column("最新数据时期", 11), Column("最新数据", 11), Column("数据版本", 9), Column("完成进度", 10, share=True),
    Column("进度下限", 9, share=True), Column("进度上限", 9, share=True), Column("进度关系", 7),
    Column("时间进度", 9, share=True), Column("截至日时间进度", 10, share=True), Column("应达值", 11),
    Column("应完成比例", 10, share=True), Column("余下所需年均", 12), Column("所需单位", 12), Column("公式", 7),
    Column("计算", 46), Column("说明", 52), Column("责任单位", 16), Column("出处", 20), Column("原文", 60),
    Column("指标编码", 24), Column("目标编码", 30), Column("所属五年目标", 30), Column("所依据的待核数字", 60),
)  # fmt: skip


def _targets(told: Told) -> Sheet:
    ordered = [s for headline in (True, False) for plan in told.plans for s in told.of(plan, headline=headline)]
    return Sheet("指标", _TARGETS, tuple(_target(told, s) for s in ordered), frozen=3)


def _target(told: Told, story: Story) -> tuple[object, ...]:
    return (*_wanted(story), *_status(story), *_progress(story), *_why(told, story))


def _wanted(story: Story) -> tuple[object, ...]:
    target = story.target
    wanted = target.wanted or (target.assigned.quantity if target.assigned else None)
    goal = in_unit(wanted, target.unit) if wanted else None
    base = in_unit(target.base.quantity, target.unit) if target.base else None
    return (
        shown.plan(story.plan).zh, target.row, target.name, target.binding.value if target.binding else "",
        "是" if target.headline else "否", words("kind", target.kind).zh,
        target.base.period.code if target.base else "", number(base.value) if base else None, target.period.code,
        goal.comparator.value if goal else "", number(goal.value) if goal else None, target.words,
        goal.unit if goal else target.unit,
    )  # fmt: skip


def _status(story: Story) -> tuple[object, ...]:
    judged = story.judged
    latest = judged.latest
    seen = in_unit(latest.quantity, story.target.unit) if latest else None
    return (
        Shade(status_words(story).zh, _SHADES[tone(story.status)[0]]),
        words("outlook", judged.outlook).zh if judged.outlook else "",
        latest.period.code if latest else "",
        number(seen.value) if seen else None,
        words("vintage", latest.vintage.name).zh if latest else "",
    )


def _progress(story: Story) -> tuple[object, ...]:
    judged = story.judged
    share, required = judged.progress, needed(story.target, judged)
    return (
        _six(share.value if share else None), _six(share.low if share else None), _six(share.high if share else None),
        share.comparator.value if share else "", _six(judged.elapsed), _six(judged.elapsed_plan),
        _six(judged.expected), _six(judged.expected_share), _six(required.value if required else None),
        required.unit.replace("/year", "/年") if required else "", judged.formula,
    )  # fmt: skip


def _six(value: Decimal | None) -> Decimal | None:
    return None if value is None else shown.half_up(value, 6)


def _why(told: Told, story: Story) -> tuple[object, ...]:
    target, judged = story.target, story.judged
    notes = [_say(n) for n in (*judged.missing, *story.notes, *target.notes)]
    if judged.reason:
        notes.insert(0, f"{words('reason', judged.reason).zh}。")
    places = [s for s in story.sources if s.role in ("target", "also", "cell")]
    names = dict.fromkeys(told.ledger.document[s.spot.document].name for s in places)
    quotes = dict.fromkeys(told.excerpt[s.spot.id].text for s in places)
    return (
        "\n".join(line.text for line in story.lines), "\n".join(notes), target.responsible or "", "、".join(names),
        "\n".join(quotes), story.series.indicator, target.id, target.part_of or "", "\n".join(_doubt(told, d) for d in doubts(story)),
    )  # fmt: skip


def _doubt(told: Told, one: Doubt) -> str:
    """A finding that the assessment rests on, with the sentence where it stands."""
    excerpt = told.excerpt[one.anchor]
    return f"{one.check}（{words('severity', one.severity).zh}）{one.said.zh}原文：{told.ledger.document[excerpt.document].name} “{excerpt.text}”"


def _say(note: Note) -> str:
    return messages.say(note, "zh")


# --- 观测值, 表述 -----------------------------------------------------------------------------------

_OBSERVATIONS = (
    Column("指标", 30), Column("方式", 10), Column("时期", 12), Column("关系", 6), Column("数值", 12), Column("上限", 10),
    Column("单位", 10), Column("数据版本", 10), Column("价格", 10), Column("口径", 14), Column("出处", 44),
    Column("指标编码", 26), Column("序列", 34),
)  # fmt: skip


def _observations(told: Told) -> Sheet:
    return Sheet("观测值", _OBSERVATIONS, tuple(_observation(told, o) for o in told.ledger.observations), frozen=1)


def _observation(told: Told, seen: Observation) -> tuple[object, ...]:
    series, wanted = told.ledger.series_by_id[seen.series], seen.quantity
    said = [told.ledger.document[told.ledger.statements[s].document].name for s in seen.statements]
    said += [f"{r.file} 第{r.row}行（{r.source}）" for r in seen.rows]
    return (
        series.name, words("measure", series.measure).zh, seen.period.code, wanted.comparator.value,
        number(wanted.value), number(wanted.high) if wanted.high is not None else None, wanted.unit,
        words("vintage", seen.vintage.name).zh, series.price, series.scope, "、".join(dict.fromkeys(said)),
        series.indicator, series.id,
    )  # fmt: skip


_STATEMENTS = (
    Column("文档", 26), Column("起", 8), Column("止", 8), Column("数字", 14), Column("指标", 30), Column("数值", 12),
    Column("上限", 10), Column("单位", 10), Column("方式", 10), Column("关系", 6), Column("性质", 8), Column("时期", 12),
    Column("把握", 9), Column("章节", 34), Column("原文", 80), Column("规则", 22), Column("表述编码", 20),
    Column("更正", 50),
)  # fmt: skip


def _statements(told: Told) -> Sheet:
    found: list[tuple[object, ...]] = []
    for reading in told.ledger.readings:
        document = reading.document
        held = {m: e for e in excerpts(document, (spot_of(s) for s in reading.statements)) for m in e.marks}
        found += [_statement(s, document, held) for s in sorted(reading.statements, key=lambda s: (s.start, s.end))]
    return Sheet("表述", _STATEMENTS, tuple(found), frozen=1)


def _statement(said: Statement, document: Document, held: Mapping[str, Excerpt]) -> tuple[object, ...]:
    wanted = said.quantity
    return (
        document.name, said.start, said.end, said.text, said.indicator, number(wanted.value),
        number(wanted.high) if wanted.high is not None else None, wanted.unit, words("measure", said.measure).zh,
        wanted.comparator.value, words("nature", said.nature).zh, said.period.code,
        words("confidence", said.confidence).zh, " › ".join(said.section), held[said.id].text, said.rule, said.id,
        "；".join(correction_said(c).zh for c in said.corrected),
    )  # fmt: skip


# --- 文件, 未再提及, 方法 ---------------------------------------------------------------------------

_DOCUMENTS = (
    Column("文档", 34), Column("种类", 16), Column("地区", 18), Column("日期", 22), Column("规划期", 12),
    Column("结果年度", 9), Column("计划年度", 9), Column("人工指定", 20), Column("读出的表述", 10), Column("按规则略去", 10),
    Column("未读懂", 8), Column("标题", 50), Column("SHA-256", 68), Column("未采用的原因", 50),
)  # fmt: skip


def _documents(told: Told) -> Sheet:
    readings = {r.document.sha256: r for r in told.ledger.readings}
    rows: list[tuple[object, ...]] = []
    for document in told.documents:
        reading, front = readings.get(document.sha256), document.front
        by_hand = "、".join(words("field", f).zh for f in sorted(front.by_hand))
        counted = (len(reading.statements), len(reading.left_out), len(reading.unread)) if reading else (None,) * 3
        rows.append((
            document.name, words("document", front.kind).zh, front.place.name if front.place else "",
            document_when(document).zh, front.plan_period.code if front.plan_period else "", front.reporting_year,
            front.planning_year, by_hand, *counted, front.title or "", document.sha256, "",
        ))  # fmt: skip
    rows += [(f.name, *[""] * 12, f.reason) for f in told.ledger.left_out]
    return Sheet("文件", _DOCUMENTS, tuple(rows), frozen=1)


_SILENCES = (
    Column("计划", 18), Column("指标", 32), Column("主要目标", 8), Column("后文", 22), Column("提及的原文", 80),
    Column("已查阅的后续文档", 60),
)  # fmt: skip


def _silences(told: Told) -> Sheet:
    return Sheet("未再提及", _SILENCES, tuple(_silence(told, s) for s in told.stories if s.silence), frozen=2)


def _silence(told: Told, story: Story) -> tuple[object, ...]:
    silence = story.silence
    assert silence is not None, "asked only where there is one"
    later = [told.ledger.document[d] for d in silence.successors]
    return (
        shown.plan(story.plan).zh, story.target.name, "是" if story.target.headline else "否",
        words("later", silence.answer).zh,
        "\n".join(told.excerpt[s.spot.id].text for s in story.sources if s.role == "mention"),
        "、".join(f"{d.name}（{words('document', d.front.kind).zh}）" for d in later),
    )  # fmt: skip


def _method(method: Method) -> Sheet:
    columns = (Column("参数", 22), Column("取值", 10), Column("单位", 20), Column("含义", 90))
    rows: list[tuple[object, ...]] = [
        ("名称", "", "", f"{method.title.zh}（{method.name}，第{method.version}版，{method.adopted.isoformat()}）"),
        ("说明", "", "", method.notes.zh),
    ]
    rows += [(p.key, p.value, p.unit.zh, p.meaning.zh) for p in method.parameters]
    return Sheet("方法", columns, tuple(rows))
