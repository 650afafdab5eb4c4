"""Statements of running text: each quantity with its name, measure, nature and period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lantu.extract import clauses, exclusions, lists, measures, naming, relational, sums, timing
from lantu.extract.clauses import Clause
from lantu.extract.edges import CHANGE
from lantu.extract.listed_times import listed_times
from lantu.extract.numbers import YEAR, arabic
from lantu.extract.repair import Spans
from lantu.extract.scan import Token
from lantu.extract.setting import Setting, years_opened
from lantu.extract.subject import Subject
from lantu.model import (
    Comparator,
    Confidence,
    Document,
    LeftOut,
    Measure,
    Nature,
    Passage,
    Period,
    Qualifiers,
    Quantity,
    Statement,
    Unread,
)  # fmt: skip
from lantu.registers import cues

_ESTIMATE = cues.matcher("estimate")
_AND = frozenset({"和", "、", "与", "及"})
_MEMBERS = re.compile(r"\d+(?:\.\d+)?")
_PARTS = ("第一产业", "第二产业", "第三产业")
_EARLIER = re.compile(r"(?:从|由)[^，。；]{0,12}$")
_LATER = re.compile(rf"[^，。；]{{0,4}}(?:{CHANGE})(?:到|至|为)")
_TIMES_OF = re.compile(rf"{YEAR}年的[^，。；]{{0,10}}$")  # 达到2010年的两倍 is not of 2010
_BASIS = re.compile("按|剔除|扣除|同口径|自然口径|可比口径")
_RATIO = re.compile(r"结构|比例|比重|之比|比$")
_NEXT_OF_PAIR = re.compile(r"[、和及与]|[^，。；]{0,4}(?:至|到|为)")
_JOINS = frozenset({"、", "和", "及", "与", "以及"})
_SIGNED = frozenset({Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE})
_MEAN_PACE = frozenset({"年均", "年均增速", "年均增长率", "年均增幅", "年均增长速度"})
_UNREAD = {"unread": "no_unit", "unread_words": "word_quantity"}
_COMPARED = frozenset({Measure.GROWTH, Measure.CHANGE})
_CONFIDENCE = {"left": Confidence.SURE, "none": Confidence.DOUBTFUL, "carried": Confidence.DOUBTFUL}


@dataclass(slots=True)
class Findings:
    """What a passage gave."""

    statements: list[Statement] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


class Reader:
    """Reads one passage from left to right."""

    def __init__(
        self, document: Document, passage: Passage, setting: Setting, *, chinese_style: bool, repairs: Spans = ()
    ) -> None:
        self.document = document
        self.passage = passage
        self.setting = setting
        self.times = timing.Times(setting)
        self.chinese_style = chinese_style
        self.repairs = repairs
        self.found = Findings()
        self.subject = Subject(passage.headings)
        self.opened = years_opened(passage.text, setting)
        self.given: list[Period] = []  # still to be given out by 分别

    def read(self, tokens: Sequence[Token]) -> Findings:
        """Read every token; what is no statement is left out by name or listed as unread."""
        self._drop_words(tokens)
        last_end, bounds = 0, clauses.Bounds(self.passage.text, tokens)
        for i, token in enumerate(tokens):
            if token.kind in {"date", "skip"}:
                self._leave(token, token.rule)
            elif self._read_one(bounds.around(i, last_end)):
                last_end = token.end
        return self.found

    def _drop_words(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.chinese and token.kind == "quantity":
                rule = exclusions.chinese(token, self.passage.text, chinese_style=self.chinese_style)
                if rule:
                    token.kind, token.rule = "skip", rule

    def _read_one(self, clause: Clause) -> bool:
        """Read the quantity of a clause; whether it is a statement."""
        token = clause.token
        rule = self._rule(clause)
        if rule:
            self._leave(token, rule)
        elif token.kind == "ratio":
            self._ratio(clause)
        elif token.kind == "rank":
            self._rank(clause)
        else:
            self._measured(clause)
        return not rule

    def _rule(self, clause: Clause) -> str:
        if clause.token.kind == "ratio":
            return self._ratio_rule(clause)
        before = self.found.statements[-1] if self.found.statements else None
        return (
            ""
            if before and self._pairs_with(before, clause)
            else exclusions.rule(clause, self.passage.text[clause.token.start : clause.token.end])
        )

    def _pairs_with(self, before: Statement, clause: Clause) -> bool:
        """指数从6.32下降至6.08, 从第9名提升至第2名, 位列全国第六、中部第二: a number that the one before makes a statement."""
        token, left = clause.token, clause.left
        if not self.subject.goes_on(clause):
            return False
        pair = bool(_NEXT_OF_PAIR.fullmatch(left))
        if token.kind == "rank" and before.measure is Measure.RANK:
            return pair or bool(relational.NEXT_RANK.fullmatch(left))
        return pair and token.unit == before.quantity.unit and before.measure is Measure.LEVEL

    def _leave(self, token: Token, rule: str) -> None:
        """List what is no statement: left out by a rule, or unread for a reason."""
        start, end = self.passage.span(token.start, token.end)
        text = self.document.text[start:end]
        if rule in _UNREAD:
            self.found.unread.append(Unread(start, end, text, _UNREAD[rule]))
        else:
            self.found.left_out.append(LeftOut(start, end, text, rule))

    def _dated(self, clause: Clause) -> Clause:
        """The clause without the times that 分别 or 逐年 gives out over it and the quantities after it."""
        if "分别" not in clause.left and "逐年" not in clause.left:
            self.given = self.given if clause.left in _JOINS else []
            return clause
        found = listed_times(clause.head, lists.listed(clause.after), self.setting)
        self.given = found.periods if found else []
        at = len(clause.head) - len(clause.left)
        if found is None or found.start < at:
            return clause
        before, rest = clause.left[: found.start - at], clause.left[found.end - at :]
        return replace(clause, left=before + (rest if before else rest.removeprefix("分别")))

    def _measured(self, clause: Clause) -> None:
        clause = self._dated(clause)
        token, subject = clause.token, self.subject
        means = subject.meaning(measures.meaning(clause.left, clause.right, token.unit), clause)
        if means.comparator is None and clause.left in _AND:
            means = replace(means, comparator=measures.shared(clause.own))
        if means.comparator is None and "分别" in clause.own:
            means = replace(means, comparator=measures.shared_after(clause.own, clause.after))
        name = subject.name(clause, means)
        summed = bool(self.found.statements) and self.found.statements[-1].measure is Measure.CUMULATIVE
        measure = means.measure  # what is granted to each is no sum
        if name.how != "award":
            measure = sums.measure(clause, measure, name.text, self.times, after_sum=summed and subject.goes_on(clause))
        if self.given and measure is Measure.CUMULATIVE:
            measure = Measure.LEVEL  # 近三年分别为a、b、c: each year its own
        if name.text in _MEAN_PACE and token.unit == "%" and subject.said and subject.goes_on(clause):
            name, measure = (
                naming.Name(subject.said, "inherited"),
                Measure.AVERAGE_GROWTH,
            )  # 增加到200亿元，年均增速为18%
        if measure is Measure.AVERAGE_GROWTH:
            name = naming.Name(re.sub("年均(?!浓度|气温|值|降水)", "", name.text), name.how)
        elif measure is Measure.GROWTH:
            name = replace(name, text=naming.of_growth(name.text))
        yearly = (
            "年均" in clause.left and name.text.startswith("年均") and measure in {Measure.LEVEL, Measure.CUMULATIVE}
        )
        quantity = _quantity(token, means, measure)
        if yearly:  # 年均10万人: a level that holds for each year of the span
            name, measure = naming.each_year(name, self.subject.said), Measure.LEVEL
        over = Measure.CUMULATIVE if yearly or sums.yearly_mean(clause, measure) else measure
        if measure is Measure.CUMULATIVE and token.unit == "倍":
            measure = Measure.LEVEL  # 五年投入80亿元，是前五年的2.3倍
        period = self._add(clause, name, quantity, measure, over=over)
        subject.remember(clause, name, period if measure is Measure.CUMULATIVE else None)

    def _rank(self, clause: Clause) -> None:
        token = clause.token
        found = self.subject.rank_name(clause)
        aimed = self._when(clause, Measure.RANK).nature is Nature.TARGET and self.passage.text[token.start] == "前"
        self._add(clause, found, Quantity(token.value, "位", Comparator.LE if aimed else Comparator.EQ), Measure.RANK)
        self.subject.remember(clause, naming.Name(found.text, "joined"), None)

    def _when(self, clause: Clause, measure: Measure, given: Period | None = None) -> timing.When:
        estimate = "预" in clause.head and bool(_ESTIMATE.search(clause.own) or _ESTIMATE.search(clause.head[:14]))
        from_to = "从" in clause.left or "由" in clause.left
        earlier = from_to and bool(_EARLIER.search(clause.left)) and bool(_LATER.match(clause.after))
        head, named = clause.head, self.times.before(clause)
        if clause.token.unit == "倍" and (times_of := _TIMES_OF.search(head)):
            head = head[: times_of.start()]
            named = timing.said_times(head, self.setting)
        setting = self._setting_at(clause.sentence_start) if self.opened else self.setting
        return timing.when(setting, named, head, clause.own, measure, estimate=estimate, earlier=earlier, given=given)

    def _setting_at(self, start: int) -> Setting:
        """The setting of a sentence: after one that opened with a year to come, that year."""
        year = next((year for at, year in reversed(self.opened) if at <= start), None)
        return self.setting if year is None else replace(self.setting, period=Period.year(year))

    def _add(
        self, clause: Clause, name: naming.Name, quantity: Quantity, measure: Measure, *, over: Measure | None = None
    ) -> Period:
        """Add the statement of a clause; its period, which is that of the measure `over`."""
        time = self._when(clause, over or measure, self.given.pop(0) if self.given else None)
        qualifiers = self._qualifiers(clause, measure, time.period.last_year)
        period = _lagged(time, name, qualifiers)
        if name.how == "joined" and name.text.startswith(self.subject.root) and self.subject.span and not time.told:
            period = self.subject.span  # a share of a sum over years is of those years
        at = (clause.token.start, clause.token.end)
        self.found.statements.append(self._statement(at, name, quantity, measure, time.nature, period, qualifiers))
        return period

    def _qualifiers(self, clause: Clause, measure: Measure, year: int) -> Qualifiers:
        basis = (
            clause.before if clause.before and _BASIS.match(clause.before) else ""
        )  # 按可比价格计算，地区生产总值增长5.5%
        return measures.qualifiers(
            basis + clause.left + clause.right,
            since=measures.compared_with(clause.own, clause.head, year) if measure is Measure.GROWTH else "",
            against=measures.against(clause.left) if measure in _COMPARED else "",
            cumulated=measure is not Measure.AVERAGE_GROWTH and "累计" in clause.left,
        )

    def _statement(
        self, at: tuple[int, int], name: naming.Name, quantity: Quantity, measure: Measure, nature: Nature, period: Period,
        qualifiers: Qualifiers,
    ) -> Statement:  # fmt: skip
        if measure is Measure.LEVEL and quantity.unit == "%" and (rate := measures.rate(name.text)):
            name, measure = naming.Name(rate[0], name.how), Measure.GROWTH  # 投资增速从5%提高到8%
            quantity = replace(quantity, value=-quantity.value) if rate[1] else quantity
        start, stop = self.passage.span(*at)
        return Statement(
            self.document.sha256, self.passage.index, start, stop, self.document.text[start:stop], name.text, quantity,
            measure, nature, period, f"prose.{name.how}", _CONFIDENCE.get(name.how, Confidence.LIKELY),
            section=self.passage.headings, qualifiers=qualifiers, repaired=self._repaired(*at),
        )  # fmt: skip

    def _repaired(self, start: int, end: int) -> str:
        """What a figure in the clean text [start, end) was read as where it was damaged."""
        damaged = bool(self.repairs) and any(start < stop and first < end for first, stop in self.repairs)
        return self.passage.text[start:end] if damaged else ""

    def _ratio_name(self, clause: Clause) -> str:
        return naming.of_left(clause.left) or (self.subject.root if _RATIO.search(self.subject.root) else "")

    def _ratio_rule(self, clause: Clause) -> str:
        return "" if _RATIO.search(self._ratio_name(clause)) else "clock_or_name"

    def _ratio(self, clause: Clause) -> None:
        """One statement a member of a:b:c, named with its part."""
        token, name = clause.token, self._ratio_name(clause)
        time = self._when(clause, Measure.RATIO)
        members = list(_MEMBERS.finditer(self.passage.text, token.start, token.end))
        parts = (
            _PARTS if len(members) == len(_PARTS) and "产" in name else [f"第{i + 1}项" for i in range(len(members))]
        )
        for member, part in zip(members, parts, strict=True):
            found = naming.Name(f"{name}（{part}）", "left")
            quantity = Quantity(arabic(member[0]), "")
            self.found.statements.append(
                self._statement(member.span(), found, quantity, Measure.RATIO, time.nature, time.period, Qualifiers())
            )
        self.subject.remember(clause, naming.Name(name, "left"), None)


def _quantity(token: Token, means: measures.Meaning, measure: Measure) -> Quantity:
    """The printed quantity; a fall is negative."""
    negative = token.negative or (means.negative and measure in _SIGNED)
    value, high = (-token.value, token.high and -token.high) if negative else (token.value, token.high)
    comparator = Comparator.BETWEEN if high is not None else means.comparator or token.comparator or Comparator.EQ
    return Quantity(value, token.unit, comparator, high)


def _lagged(time: timing.When, name: naming.Name, qualifiers: Qualifiers) -> Period:
    """错年值 is of the year before the report's, unless the sentence names its year."""
    lagged = qualifiers.lagged or "错年值" in name.text
    if lagged and not time.told and time.period.is_year:
        return Period.year(time.period.first_year - 1)
    return time.period
