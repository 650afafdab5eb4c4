"""A small ledger and its evaluation, written by hand: every number below is worked out on paper."""

from datetime import date
from decimal import Decimal
from typing import Any

from lantu.model import (
    Assessment,
    Base,
    Binding,
    CellPlace,
    Comparator,
    DataRow,
    Difference,
    Document,
    Evaluation,
    Kind,
    LaterWord,
    Ledger,
    LeftOut,
    LeftOutFile,
    Measure,
    Note,
    Observation,
    Outlook,
    Passed,
    Period,
    Plan,
    Publication,
    Quantity,
    Reading,
    Required,
    Series,
    Share,
    Silence,
    StatedPath,
    Statement,
    Status,
    Target,
    TargetKind,
    TextCell,
    Unread,
    Vintage,
)
from tests.report.documents import (
    GDP_BASE,
    GDP_PATH,
    GDP_PROSE,
    GDP_WANTED,
    GREEN_BASE,
    GREEN_PATH,
    GREEN_PROSE,
    GREEN_WANTED,
    JOBS_BASE,
    JOBS_WANTED,
    LIFE_BASE,
    LIFE_WANTED,
    N_FISCAL,
    N_FISCAL_GROWTH,
    N_GDP,
    N_GROWTH,
    N_JOBS,
    NEWS_DOC,
    OUTLINE,
    OUTLINE_DOC,
    PLACE,
    R_5G,
    R_FISCAL,
    R_FISCAL6,
    R_FISCAL_GROWTH,
    R_GDP5,
    R_GREEN,
    R_GROWTH,
    R_JOBS,
    R_JOBS19,
    REPORT,
    REPORT_DOC,
    TALENT_WANTED,
    W_STATEMENTS,
    WEB_DOC,
)

AS_OF = date(2023, 12, 31)
D = Decimal
_EXPECTED, _BINDING = Binding.EXPECTED, Binding.BINDING


def _two(index: int) -> tuple[str, str]:
    """The two texts of the report say it."""
    own = (R_GROWTH, R_FISCAL, R_FISCAL_GROWTH, R_JOBS, R_GREEN, R_GDP5, R_FISCAL6, R_JOBS19, R_5G)
    return own[index].id, W_STATEMENTS[index].id


def _series(key: str, name: str, unit: str, measure: Measure = Measure.LEVEL, **more: str) -> Series:
    return Series(f"999901/{key}/{measure}", "999901", key, name, measure, unit, **more)


GDP = _series("gdp", "地区生产总值", "亿元", price="nominal")
GDP_G = _series("gdp", "地区生产总值", "%", Measure.GROWTH, price="real")
JOBS = _series("new_urban_jobs", "城镇新增就业", "万人")
GREEN = _series("green_coverage", "建成区绿化覆盖率", "%")
LIFE = _series("life_expectancy", "人均预期寿命", "岁")
ENERGY = _series("energy_intensity_reduction", "单位GDP能耗降低", "%")
TALENT = _series("local:人才总量", "人才总量", "万人")
FISCAL = _series("general_public_budget_total_revenue", "一般公共预算总收入", "亿元")
FISCAL_G = _series("general_public_budget_total_revenue", "一般公共预算总收入", "%", Measure.GROWTH)
BASES_5G = _series("local:5G基站", "新建5G基站", "个")


def _seen(series: Series, year: str, value: str, vintage: Vintage, *statements: str) -> Observation:
    return Observation(series.id, Period(year), Quantity(D(value), series.unit), vintage, statements)


O_GDP_23 = _seen(GDP, "2023", "1065", Vintage.ESTIMATE, N_GDP.id)
O_GDP_20 = _seen(GDP, "2020", "902.27", Vintage.REPORTED, GDP_BASE.id)
O_GROWTH_22 = _seen(GDP_G, "2022", "3.0", Vintage.ESTIMATE, *_two(0))
O_GROWTH_23 = _seen(GDP_G, "2023", "2.5", Vintage.ESTIMATE, N_GROWTH.id)
O_JOBS_20 = _seen(JOBS, "2020", "1.34", Vintage.REPORTED, JOBS_BASE.id)
O_JOBS_22 = _seen(JOBS, "2022", "2.18", Vintage.REPORTED, *_two(3))
O_JOBS_23 = _seen(JOBS, "2023", "2.09", Vintage.REPORTED, N_JOBS.id)
O_GREEN_20 = _seen(GREEN, "2020", "45.26", Vintage.REPORTED, GREEN_BASE.id)
O_GREEN_22 = _seen(GREEN, "2022", "45.66", Vintage.REPORTED, *_two(4))
O_FISCAL_22 = _seen(FISCAL, "2022", "41.5", Vintage.ESTIMATE, *_two(1))
O_FISCAL_23 = _seen(FISCAL, "2023", "41.2", Vintage.ESTIMATE, N_FISCAL.id)
O_FISCAL_G_22 = _seen(FISCAL_G, "2022", "-6.1", Vintage.ESTIMATE, *_two(2))
O_FISCAL_G_23 = _seen(FISCAL_G, "2023", "31.9", Vintage.ESTIMATE, N_FISCAL_GROWTH.id)
LIFE_ROW = DataRow(
    "extra.csv", 2, "999901", "人均预期寿命", Measure.LEVEL, Period("2020"), Quantity(D("79.49"), "岁"),
    Vintage.VERIFIED, "区卫健局",
)  # fmt: skip
O_LIFE_20 = Observation(
    LIFE.id, Period("2020"), Quantity(D("79.49"), "岁"), Vintage.VERIFIED, (LIFE_BASE.id,), (LIFE_ROW,)
)

FIVE = Plan(
    "999901/five-year/2021-2025", PLACE, five_year=True, period=Period("2021-2025"), documents=(OUTLINE_DOC.sha256,)
)
ANNUAL = Plan(
    "999901/annual/2023", PLACE, five_year=False, period=Period("2023"), documents=(REPORT_DOC.sha256, WEB_DOC.sha256)
)
SPAN = Period("2021-2025")


def _target(
    plan: Plan,
    series: Series,
    kind: TargetKind,
    wanted: Statement | None,
    *,
    key: str,
    **more: Any,  # noqa: ANN401 # fields of the record
) -> Target:
    known: dict[str, Any] = {
        "name": wanted.indicator if wanted else series.name, "period": wanted.period if wanted else SPAN,
        "words": wanted.text if wanted else "", "binding": wanted.binding if wanted else None, "headline": True,
        "statements": (wanted.id,) if wanted else (), "unit": series.unit,
    }  # fmt: skip
    known |= more
    return Target(
        f"{plan.id}/{key}", plan.id, series.id, kind=kind, wanted=wanted.quantity if wanted else None, **known
    )


def _base(statement: Statement) -> Base:
    return Base(statement.quantity, statement.period, statement.id)


T_GDP = _target(
    FIVE, GDP, TargetKind.LEVEL, GDP_WANTED, key="1", base=_base(GDP_BASE), row=1,
    path=StatedPath(GDP_PATH.quantity, Measure.AVERAGE_GROWTH, GDP_PATH.id), notes=(),
)  # fmt: skip
T_GDP_G = _target(
    FIVE, GDP_G, TargetKind.AVERAGE_GROWTH, GDP_PATH, key="1g", binding=_EXPECTED, row=1,
    statements=(GDP_PATH.id, GDP_PROSE.id), unit="%", notes=(Note.of("comparator_differs", wanted="8%", other="≥8%", statement=GDP_PROSE.id),),
)  # fmt: skip
T_JOBS = _target(
    FIVE, JOBS, TargetKind.SUM, JOBS_WANTED, key="2", base=_base(JOBS_BASE), row=2, binding=_EXPECTED, unit="万人"
)
_ENERGY_AT = OUTLINE.index("控制在市下达指标内")
T_ENERGY = _target(
    FIVE, ENERGY, TargetKind.ASSIGNED, None, key="3", name="单位GDP能耗降幅", words="控制在市下达指标内",
    binding=_BINDING, row=3, cells=((OUTLINE_DOC.sha256, _ENERGY_AT, _ENERGY_AT + 9),), period=Period("2025"),
)  # fmt: skip
T_GREEN = _target(
    FIVE, GREEN, TargetKind.SHARE, GREEN_WANTED, key="4", base=_base(GREEN_BASE), row=4,
    path=StatedPath(GREEN_PATH.quantity, Measure.CHANGE, GREEN_PATH.id), statements=(GREEN_WANTED.id, GREEN_PROSE.id),
)  # fmt: skip
T_LIFE = _target(FIVE, LIFE, TargetKind.LEVEL, LIFE_WANTED, key="5", base=_base(LIFE_BASE), row=5)
T_TALENT = _target(FIVE, TALENT, TargetKind.LEVEL, TALENT_WANTED, key="6", headline=False, unit="万人")
T_GDP5 = _target(ANNUAL, GDP_G, TargetKind.GROWTH, R_GDP5, key="1", statements=_two(5), part_of=T_GDP_G.id, unit="%")
T_FISCAL6 = _target(ANNUAL, FISCAL_G, TargetKind.GROWTH, R_FISCAL6, key="2", statements=_two(6), unit="%")
T_JOBS19 = _target(ANNUAL, JOBS, TargetKind.LEVEL, R_JOBS19, key="3", statements=_two(7), part_of=T_JOBS.id)
T_5G = _target(ANNUAL, BASES_5G, TargetKind.LEVEL, R_5G, key="4", statements=_two(8), headline=False, unit="个")

TARGETS = (T_GDP, T_GDP_G, T_JOBS, T_ENERGY, T_GREEN, T_LIFE, T_TALENT, T_GDP5, T_FISCAL6, T_JOBS19, T_5G)


def _reading(document: Document, *statements: Statement) -> Reading:
    cells: tuple[TextCell, ...] = ()
    if document is OUTLINE_DOC:
        at = CellPlace(0, 3, 3)
        cells = (
            TextCell(
                "单位GDP能耗降幅",
                "%",
                "target",
                Period("2025"),
                "控制在市下达指标内",
                _ENERGY_AT,
                _ENERGY_AT + 9,
                at,
                _BINDING,
            ),
        )
    year = document.text.find("2023年")
    left = (LeftOut(year, year + 4, "2023", "year"),) if year >= 0 else ()
    unread = (Unread(5, 7, "12", "no_unit"),) if document is NEWS_DOC else ()
    return Reading(document, tuple(sorted(statements, key=lambda s: s.start)), cells, left, unread)


READINGS = (
    _reading(
        OUTLINE_DOC, GDP_BASE, GDP_WANTED, GDP_PATH, GDP_PROSE, JOBS_BASE, JOBS_WANTED, GREEN_BASE, GREEN_WANTED,
        GREEN_PATH, GREEN_PROSE, LIFE_BASE, LIFE_WANTED, TALENT_WANTED,
    ),
    _reading(REPORT_DOC, R_GROWTH, R_FISCAL, R_FISCAL_GROWTH, R_JOBS, R_GREEN, R_GDP5, R_FISCAL6, R_JOBS19, R_5G),
    _reading(WEB_DOC, *W_STATEMENTS),
    _reading(NEWS_DOC, N_GDP, N_GROWTH, N_FISCAL, N_FISCAL_GROWTH, N_JOBS),
)  # fmt: skip
_CHANGED = REPORT.index("推进")
DIFFERENCE = Difference(
    REPORT_DOC.sha256, WEB_DOC.sha256, (_CHANGED, _CHANGED + 2), (_CHANGED, _CHANGED + 2), "推进", "推动", "wording"
)
PUBLICATIONS = (
    Publication("p1", Kind.OUTLINE, PLACE, OUTLINE_DOC.passages[0].text, SPAN, (OUTLINE_DOC.sha256,)),
    Publication(
        "p2", Kind.PLAN_REPORT, PLACE, REPORT_DOC.passages[0].text, Period("2022"),
        (REPORT_DOC.sha256, WEB_DOC.sha256), (DIFFERENCE,),
    ),
    Publication("p3", Kind.NEWS, PLACE, NEWS_DOC.passages[0].text, Period("2023"), (NEWS_DOC.sha256,)),
)  # fmt: skip

LEDGER = Ledger(
    documents=(OUTLINE_DOC, REPORT_DOC, WEB_DOC, NEWS_DOC),
    readings=READINGS,
    publications=PUBLICATIONS,
    series=(GDP, GDP_G, JOBS, GREEN, LIFE, ENERGY, TALENT, FISCAL, FISCAL_G, BASES_5G),
    observations=(
        O_GDP_20, O_GDP_23, O_GROWTH_22, O_GROWTH_23, O_JOBS_20, O_JOBS_22, O_JOBS_23, O_GREEN_20, O_GREEN_22,
        O_LIFE_20, O_FISCAL_22, O_FISCAL_23, O_FISCAL_G_22, O_FISCAL_G_23,
    ),
    plans=(FIVE, ANNUAL),
    targets=TARGETS,
    left_out=(LeftOutFile("broken.txt", "文件为空：没有文字可读。", "The file is empty: no text to read."),),
    rows=(LIFE_ROW,),
)  # fmt: skip


def _judged(
    target: Target,
    status: Status,
    formula: str,
    **more: Any,  # noqa: ANN401 # fields of the record
) -> Assessment:
    blank: dict[str, Any] = {
        "outlook": None, "provisional": False, "progress": None, "elapsed": None, "elapsed_plan": D("0.6"),
        "expected": None, "expected_share": None, "required": None, "latest": None, "inputs": (), "missing": (),
        "notes": (), "reason": None,
    }  # fmt: skip
    return Assessment(target.id, AS_OF, status, formula=formula, formula_version=1, **(blank | more))


ASSESSMENTS = (
    # (1065 − 902.27) ÷ (1500 − 902.27) = 162.73 ÷ 597.73 = 0.272247; geometric path after 3 of 5 years:
    # 902.27 × (1500 ÷ 902.27)^0.6 = 1224.022391; (1500 ÷ 1065)^½ − 1 = 0.186782
    _judged(
        T_GDP, Status.BEHIND, "F1", outlook=Outlook.UNLIKELY, provisional=True,
        progress=Share(D("0.2722466665551335887440817760"), low=D("0.271410"), high=D("0.273083")), elapsed=D("0.6"),
        expected=D("1224.022391"), expected_share=D("0.538290"), required=Required(D("0.186782"), "/year"),
        latest=O_GDP_23, inputs=(O_GDP_23,),
    ),
    _judged(
        T_GDP_G, Status.NOT_ASSESSABLE, "F2", provisional=True, elapsed=D("0.6"), inputs=(O_GROWTH_22, O_GROWTH_23),
        latest=O_GROWTH_23, reason="not_published", missing=(Note.of("years_missing", years="2021"),),
    ),
    # (2.18 + 2.09) ÷ 6.5 = 4.27 ÷ 6.5 = 0.656923; rest 2.23 over 2 years: 1.115 a year
    _judged(
        T_JOBS, Status.AHEAD, "F3", outlook=Outlook.EXCEEDED, progress=Share(D("0.656923"), Comparator.GE),
        elapsed=D("0.6"), expected=D("3.9"), expected_share=D("0.6"), required=Required(D("1.115"), "万人/year"),
        latest=O_JOBS_23, inputs=(O_JOBS_22, O_JOBS_23), missing=(Note.of("years_missing", years="2021"),),
    ),
    _judged(T_ENERGY, Status.NOT_ASSESSABLE, "F9", reason="not_assigned"),
    # (45.66 − 45.26) ÷ 1.04 = 0.384615; half digits of both: 0.39 … 0.41 over 1.04 at the latest value alone
    _judged(
        T_GREEN, Status.BASICALLY_ON_TRACK, "F11", outlook=Outlook.WITH_EFFORT,
        progress=Share(D("0.384615"), low=D("0.359"), high=D("0.412")), elapsed=D("0.4"), expected=D("45.676"),
        expected_share=D("0.4"), required=Required(D("0.213333"), "个百分点/year"), latest=O_GREEN_22,
        inputs=(O_GREEN_22,), notes=(Note.of("rounding_decides", low="35.9", high="41.2", due="40.0"),),
    ),
    _judged(T_LIFE, Status.NOT_ASSESSABLE, "F1", reason="not_published"),
    _judged(T_TALENT, Status.NOT_ASSESSABLE, "F1", reason="no_base"),
    _judged(T_GDP5, Status.NOT_MET, "F2", provisional=True, elapsed=D(1), latest=O_GROWTH_23, inputs=(O_GROWTH_23,), elapsed_plan=D(1)),
    _judged(
        T_FISCAL6, Status.SCOPE_UNRESOLVED, "F2", provisional=True, elapsed=D(1), latest=O_FISCAL_G_23,
        inputs=(O_FISCAL_G_23, O_FISCAL_23, O_FISCAL_22), elapsed_plan=D(1),
        # 41.5 × 1.06 = 43.99; 41.2 ÷ 43.99 = 0.9366; 41.2 ÷ 1.319 = 31.24
        notes=(Note.of("two_bases", growth="31.9", wanted="6", base="41.5", unit="亿元", level="41.2", ratio="93.7", implied="31.24"),),
    ),
    _judged(
        T_JOBS19, Status.COMPLETED, "F3", elapsed=D(1), latest=O_JOBS_23, inputs=(O_JOBS_23,), elapsed_plan=D(1),
        progress=Share(D("1.1")),
    ),
    _judged(T_5G, Status.NOT_ASSESSABLE, "F1", reason="not_published", elapsed_plan=D(1)),
)  # fmt: skip

_NAMED_AT = REPORT.index("推进节能降耗")
_LATER = (REPORT_DOC.sha256, WEB_DOC.sha256, NEWS_DOC.sha256)
SILENCES = (
    Silence(T_GDP.id, LaterWord.ACTUAL, (), _LATER),
    Silence(T_ENERGY.id, LaterWord.NAMED, (Passed(REPORT_DOC.sha256, _NAMED_AT, _NAMED_AT + 6),), _LATER),
    Silence(T_LIFE.id, LaterWord.NONE, (), _LATER),
    Silence(T_TALENT.id, LaterWord.NONE, (), _LATER),
    Silence(T_5G.id, LaterWord.NO_LATER_DOCUMENT, (), ()),
)

EVALUATION = Evaluation(AS_OF, "default", ASSESSMENTS, SILENCES)
