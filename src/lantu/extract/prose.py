"""Statements of running text: each quantity with its name, measure, nature and period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lantu.extract import clauses, exclusions, measures, naming, timing
from lantu.extract.clauses import Clause
from lantu.extract.numbers import arabic
from lantu.extract.scan import Token
from lantu.extract.setting import Setting
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
from lantu.registers import cues, phrases, units

_MEMBERS = re.compile(r"\d+(?:\.\d+)?")
_PARTS = ("第一产业", "第二产业", "第三产业")
_SUMMED = re.compile(
    r"(?:五|四|三|两|二|十|5|4|3)年(?:来|间|累计|共|合计)|过去(?:的)?[五三四两十5]年|[“”](?:时期|期间)累计"
    r"|(?:^|[，。；、])(?:在)?[五四三两十543]年(?:中|内|里)?(?![规计期制之级后前月的度以])"
)
_FLOW = re.compile(rf"(?:{phrases.one_of('flow_verb')})")
_OPENS_RIGHT = ("等", "为", "对", "给", "向", "以", "把", "将", "组织", "有", "的", "和", "及", "与")
_NO_THING = re.compile(
    r"以|左右|的?(?:目标|速度|增速|水平|比例)|(?:增加|提高|发展|上升|提升|下降|降低?|增|升|调整|扩大|压缩|缩短|减少)(?:到|至|为)"
)
_EARLIER = re.compile(r"(?:从|由)[^，。；]{0,12}$")
_LATER = re.compile(
    r"[^，。；]{0,4}(?:提高|增加|发展|上升|提升|下降|降低?|增|升|调整|扩大|压缩|缩短|减少|跃升)(?:到|至|为)"
)
_GROWTH_AFTER = re.compile(r"的?[^，。；、]{0,6}(?:增长|增速|速度|增幅)(?:$|[，。；、])?")
_FLOW_VERB = re.compile(r"新增(?:提升)?|新建|净增|新改扩建|新开工|新认定")
_SIGNED = frozenset({Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE})


@dataclass(slots=True)
class Findings:
    """What a passage gave."""

    statements: list[Statement] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


class Reader:
    """Reads one passage from left to right, keeping the subject that later clauses leave out."""

    def __init__(self, document: Document, passage: Passage, setting: Setting, *, chinese_style: bool) -> None:
        self.document = document
        self.passage = passage
        self.setting = setting
        self.chinese_style = chinese_style
        self.found = Findings()
        self.subject = ""  # what relational names (总投资, 占比) belong to
        self.said = ""  # the last name: what a clause without a name goes on about
        self.subject_sentence = -1
        self.granting = False  # whether the last name was of something granted
        self.subject_span: Period | None = None  # of a subject that sums over years
        self.distributed: list[str] = []  # names still to be given out by 分别
        self.shared: measures.Meaning | None = None  # and what the words before 分别 make of them all

    def read(self, tokens: Sequence[Token]) -> Findings:
        """Read every token; what is no statement is left out by name or listed as unread."""
        last_end = 0
        self._drop_words(tokens)
        for i, token in enumerate(tokens):
            if token.kind in {"date", "skip"}:
                self._leave(token, token.rule)
                continue
            clause = clauses.around(self.passage.text, tokens, i, last_end)
            if token.kind == "ratio":
                self._ratio(clause)
                last_end = token.end
                continue
            rule = exclusions.rule(clause)
            if rule == "unread":
                self._unread(token)
            elif rule:
                self._leave(token, rule)
            elif token.kind == "rank":
                self._rank(clause)
            else:
                self._measured(clause)
            last_end = last_end if rule else token.end
        return self.found

    def _drop_words(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.chinese and token.kind == "quantity":
                rule = exclusions.chinese(token, self.passage.text, chinese_style=self.chinese_style)
                if rule:
                    token.kind, token.rule = "skip", rule

    def _leave(self, token: Token, rule: str) -> None:
        start, end = self.passage.span(token.start, token.end)
        self.found.left_out.append(LeftOut(start, end, self.document.text[start:end], rule))

    def _unread(self, token: Token) -> None:
        start, end = self.passage.span(token.start, token.end)
        self.found.unread.append(Unread(start, end, self.document.text[start:end], "no_unit"))

    def _measured(self, clause: Clause) -> None:
        token = clause.token
        means = measures.meaning(clause.left, clause.right, token.unit)
        if self.distributed and self.shared:
            means = replace(self.shared, comparator=means.comparator)
        name = self._name(clause, means)
        measure = self._measure(clause, means.measure, name.text)
        if measure is Measure.AVERAGE_GROWTH:
            name = naming.Name(name.text.replace("年均", ""), name.how)
        negative = token.negative or (means.negative and measure in _SIGNED)
        value, high = (-token.value, token.high and -token.high) if negative else (token.value, token.high)
        comparator = means.comparator or token.comparator or Comparator.EQ
        if token.high is not None:
            comparator = Comparator.BETWEEN
        self._add(clause, name, Quantity(value, token.unit, comparator, high), measure)
        self._remember(clause, name, measure)

    def _remember(self, clause: Clause, name: naming.Name, measure: Measure) -> None:
        if name.how == "none":
            return
        if name.how != "joined" or clause.sentence_start != self.subject_sentence:
            self.subject = name.text
            self.subject_span = self.found.statements[-1].period if measure is Measure.CUMULATIVE else None
        self.said, self.subject_sentence = name.text, clause.sentence_start
        self.granting = name.how == "award" or (self.granting and name.how == "inherited")

    def _measure(self, clause: Clause, measure: Measure, name: str) -> Measure:
        unit = clause.token.unit
        if measure is Measure.LEVEL and unit.lstrip("个") in {"百分点", "位次", "名次", "千分点"}:
            return Measure.CHANGE
        if unit == "%" and measure in {Measure.LEVEL, Measure.GROWTH}:
            return self._percent(clause, measure, name)
        if measure is not Measure.LEVEL or unit == "‰":
            return measure
        if _SUMMED.search(clause.head) and not re.search(
            r"(?:到|至|达|达到|突破|为)$|[从由][^，。；]*$|(?:到|至)[^，。；]{2,8}年的$", clause.left
        ):
            return Measure.CUMULATIVE
        times = [t for t in timing.said_times(clause.head, self.setting) if not t.base]
        told = bool(times) and not times[-1].period.is_span
        if not told and self._goes_on_summing(clause):
            return Measure.CUMULATIVE
        return Measure.CUMULATIVE if self.setting.review and not told and _FLOW.match(name) else measure

    def _goes_on_summing(self, clause: Clause) -> bool:
        """Whether a sum over years was said just before in the sentence (授予博士学位十八人，硕士学位近一万五千人)."""
        before = self.found.statements[-1] if self.found.statements else None
        same = clause.sentence_start == self.subject_sentence and before is not None and self.setting.review
        ends = re.search(r"(?:到|至|达|达到|突破|为|有)$", clause.left)
        return bool(same and before and before.measure is Measure.CUMULATIVE and not ends) or (
            self.setting.review and bool(re.search(r"共(?:有)?$", clause.left))
        )

    def _percent(self, clause: Clause, measure: Measure, name: str) -> Measure:
        """Growth also where it is said after the number (保持8%以上的中高速增长); an average over a span."""
        _, skip = measures.comparator_after(clause.right)
        if measure is Measure.LEVEL and not _GROWTH_AFTER.match(clause.right[skip:]):
            return measure
        times = [t for t in timing.said_times(clause.head, self.setting) if not t.base]
        over_span = ("年均" in name and not re.search("同比|比上年", clause.left)) or (
            measure is Measure.LEVEL and times and times[-1].period.is_span
        )
        return Measure.AVERAGE_GROWTH if over_span else Measure.GROWTH

    def _rank(self, clause: Clause) -> None:
        token = clause.token
        name = naming.of_left(clause.left)
        found = self._joined(clause, name) if name else self._inherited(clause)
        aimed = self._when(clause, Measure.RANK).nature is Nature.TARGET and self.passage.text[token.start] == "前"
        self._add(clause, found, Quantity(token.value, "位", Comparator.LE if aimed else Comparator.EQ), Measure.RANK)

    def _name(self, clause: Clause, means: measures.Meaning) -> naming.Name:
        if self.distributed and clause.sentence_start != self.subject_sentence:
            self.distributed = []
        if self.distributed:
            return naming.Name(self.distributed.pop(0), "distributed")
        token, level = clause.token, means.measure is Measure.LEVEL
        if (
            self.granting
            and clause.sentence_start == self.subject_sentence
            and re.fullmatch(r"[、，和或]?(?:最高)?", clause.left)
        ):
            return naming.Name(self.said, "inherited")
        share = naming.share_of(clause.left) if token.unit in {"%", "‰"} and level else None
        if share:
            return naming.Name(share, "left")
        _, skip = measures.comparator_after(clause.right)
        if level and units.dimension(token.unit) in {"money", "percent"} and "给予" in clause.head:
            granted = naming.award(clause.before, clause.left, clause.after)
            if granted:
                return self._granted(granted, clause)
        name = naming.of_left(means.left)
        if level and self._counts_right(means.left, name, clause.right[skip:], token):
            found = naming.of_right(means.left, clause.right[skip:], next_follows=clause.next_adjacent)
            if found and len(found.text) > 1:
                return found
        if not name or means.left.rstrip().endswith("等"):
            return naming.shared_after(clause.after) or (
                self._inherited(clause) if not name else self._joined(clause, name)
            )
        names = naming.distribute(means.left, clause.after)
        if names:
            self.distributed, self.shared = names[1:], means
            return naming.Name(names[0], "distributed")
        return self._joined(clause, name)

    def _granted(self, granted: str, clause: Clause) -> naming.Name:
        """The name of an award; 分别 gives one to each level in turn."""
        names = naming.levels(granted) if "分别" in clause.left else []
        if len(names) < 2:
            return naming.Name(granted, "award")
        self.distributed, self.shared = names[1:], measures.Meaning("", Measure.LEVEL, None, negative=False)
        return naming.Name(names[0], "distributed")

    def _counts_right(self, left: str, name: str, right: str, token: Token) -> bool:
        """Whether the counted thing stands after the number: 签约47个项目, but 建成长者食堂103个."""
        if not right or right[0] in "、（(和及与或，" or _NO_THING.match(right):
            return False
        opens = not name or naming.is_verb(name) or naming.open_bracket(left).rstrip().endswith(_OPENS_RIGHT)
        if token.role != "count" and token.unit not in {"万", "亿"}:
            return opens
        return opens or not re.search(r"(?:达|达到|为|至|到|超|超过|突破|有|约)$", left.rstrip("约近超过"))

    def _joined(self, clause: Clause, name: str) -> naming.Name:
        same = clause.sentence_start == self.subject_sentence
        if same and naming.is_bare_verb(name) and self.subject:
            return naming.Name(naming.tidy(name + self.subject), "joined")
        if same and clause.left.startswith(("、", "和", "及")) and not naming.is_relational(name):
            verb = _FLOW_VERB.match(self.said)
            name = verb[0] + name if verb and not naming.opens_with_verb(name) and name[0] not in "总累占" else name
        if same and re.search(r"其中|[（(]?含|包括", clause.before + clause.left):
            name = naming.part_of(self.subject, name)
        if clause.token.unit in {"%", "‰", "成"} and naming.lacks_share_word(name):
            name += "比重"
        if not naming.is_relational(name):
            return naming.Name(name, "left")
        subject = (self.subject if same else "") or naming.of_clause_before(clause.before)
        return naming.Name(naming.tidy(subject + name), "joined") if subject else naming.Name(name, "left")

    def _inherited(self, clause: Clause) -> naming.Name:
        if clause.sentence_start == self.subject_sentence and self.said:
            return naming.Name(self.said, "inherited")
        before = naming.of_clause_before(clause.before) if clause.before else ""
        if before or self.subject:
            return naming.Name(before or self.subject, "carried")
        heading = self.passage.headings[-1] if self.passage.headings else ""
        return naming.Name(naming.strip_lead(heading)[:20], "none")

    def _when(self, clause: Clause, measure: Measure) -> timing.When:
        estimate = bool(cues.matcher("estimate").search(clause.head))
        earlier = bool(_EARLIER.search(clause.left)) and bool(_LATER.match(clause.after))
        return timing.when(
            self.setting, clause.sentence, clause.at, clause.own, measure, estimate=estimate, earlier=earlier
        )  # fmt: skip

    def _add(self, clause: Clause, name: naming.Name, quantity: Quantity, measure: Measure) -> None:
        time = self._when(clause, measure)
        qualifiers = measures.qualifiers(clause.left + clause.right)
        period = _lagged(time, name, qualifiers)
        if name.how == "joined" and name.text.startswith(self.subject) and self.subject_span and not time.told:
            period = self.subject_span
        self.found.statements.append(
            self._statement(
                clause.token.start, clause.token.end, name, quantity, measure, time.nature, period, qualifiers
            )
        )

    def _statement(
        self, at: int, end: int, name: naming.Name, quantity: Quantity, measure: Measure, nature: Nature,
        period: Period, qualifiers: Qualifiers,
    ) -> Statement:  # fmt: skip
        start, stop = self.passage.span(at, end)
        confidence = {"left": Confidence.SURE, "none": Confidence.DOUBTFUL, "carried": Confidence.DOUBTFUL}
        return Statement(
            self.document.sha256, self.passage.index, start, stop, self.document.text[start:stop], name.text, quantity,
            measure, nature, period, f"prose.{name.how}", confidence.get(name.how, Confidence.LIKELY),
            section=self.passage.headings, qualifiers=qualifiers,
        )  # fmt: skip

    def _ratio(self, clause: Clause) -> None:
        token = clause.token
        name = naming.of_left(clause.left) or (self.subject if "结构" in self.subject else "")
        if not re.search(r"结构|比例|比重|之比|比$", name):
            self._leave(token, "clock_or_name")
            return
        time = self._when(clause, Measure.RATIO)
        members = list(_MEMBERS.finditer(self.passage.text, token.start, token.end))
        parts = (
            _PARTS
            if len(members) == len(_PARTS) and "产" in name
            else tuple(f"第{i}项" for i in range(1, len(members) + 1))
        )
        for member, part in zip(members, parts, strict=True):
            found = naming.Name(f"{name}（{part}）", "left")
            quantity = Quantity(arabic(member[0]), "")
            self.found.statements.append(
                self._statement(
                    member.start(), member.end(), found, quantity, Measure.RATIO, time.nature, time.period, Qualifiers()
                )
            )
        self.subject, self.subject_sentence = name, clause.sentence_start


def _lagged(time: timing.When, name: naming.Name, qualifiers: Qualifiers) -> Period:
    """错年值 is of the year before the report's, unless the sentence names its year."""
    lagged = qualifiers.lagged or "错年值" in name.text
    if lagged and not time.told and time.period.is_year:
        return Period.year(time.period.first_year - 1)
    return time.period
