"""The subject of a passage as it is read: it completes the names that later clauses leave out."""

import re
from dataclasses import replace

from lantu.extract import lists, measures, naming
from lantu.extract.clauses import Clause
from lantu.extract.scan import Token
from lantu.model import Measure, Period
from lantu.registers import units

_OPENS_RIGHT = ("等", "为", "对", "给", "向", "以", "把", "将", "组织", "有", "的", "和", "及", "与")
_NO_THING = re.compile(
    r"[、（(和及与或，]|级(?!别)|以|左右|的?(?:目标|速度|增速|水平|比例|增长)"
    r"|(?:增加|提高|发展|上升|提升|下降|降低?|增|升|调整|扩大|压缩|缩短|减少)(?:到|至|为)"
)
_REACHED = re.compile(r"(?:达|达到|为|至|到|超|超过|突破|有|约)$")
_NAMED_BY_UNIT = {"级": "震级", "金": "金牌", "银": "银牌", "铜": "铜牌"}
_FLOW_VERB = re.compile(r"新增(?:提升)?|新建|净增|新改扩建|新开工|新认定")
_OF_PLAN = re.compile(
    r"[，、]?(?:已|均)?(?:占|为|是|完成|相当于|达到?)(?P<whole>(?:年初|年度|全年|年|市下达|省下达)?(?:预算|计划|任务|目标|预期目标)(?:任务|数|目标)?)的?"
)
_PAIR = re.compile(r"(?:到|至|为)$|^[、和及与]?(?:从|由)")
_STAGES = frozenset({"竣工", "投产", "开工", "签约", "落地", "完工", "投用"})
_ONLY_JOINED = re.compile(r"[、和及与]")
_STRETCH = re.compile(
    r"[、，]?(?:并|且|或)?(?:力争|争取|努力|冲刺|确保|奋力)+(?:实现|达到?|超过?|突破|在|向|完成)*(?:更高的?)?"
)
NEXT_RANK = re.compile(
    r"[、，和及与]?(?:位?[居列])?(?:[东中西]部|东北|中西部|[\u4e00-\u9fff]{1,6}(?:地区|城市|省份)|全[国省市区县]|世界)?(?:位?[居列])?"
)  # between the ranks of one thing: 位列全国第六、中部第二
_OPENS_PARTS = re.compile("其中|含|包括")
_PART_NAME = 8  # characters: a longer name brings its own whole
_NEXT_AWARD = re.compile(r"[、，和或]?(?:最高)?")


class Subject:
    """What the statements so far were about, and the names still to be given out."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        self.headings = headings
        self.root = ""  # what relational names (总投资, 占比) belong to
        self.said = ""  # the last name: what a clause without a name goes on about
        self.sentence = -1  # where the sentence of the last name starts
        self.span: Period | None = None  # of a root that sums over years
        self.whole = ""  # what 其中 is said of
        self.parts = False  # whether the last name was of a part of it
        self.granting = False  # whether the last name was of something granted
        self.recent: list[str] = []  # the names of the sentence, in order
        self.waiting: list[str] = []  # names still to be given out by 分别
        self.shared: measures.Meaning | None = None  # and what the words before 分别 make of them all
        self.last: tuple[measures.Meaning, str] | None = None  # what the last quantity meant, and its unit

    def meaning(self, means: measures.Meaning, clause: Clause) -> measures.Meaning:
        """The meaning of a clause; what was said before 分别 holds for every quantity after it."""
        if clause.sentence_start != self.sentence:
            self.waiting, self.last, self.parts = [], None, False
        meant = self.shared if self.waiting and self.shared else self._of_list(clause, means)
        means = replace(meant, comparator=means.comparator) if meant else means
        self.last = (means, clause.token.unit)
        return means

    def _of_list(self, clause: Clause, means: measures.Meaning) -> measures.Meaning | None:
        """增长22.9%和17.4%: a quantity of the same unit joined to the last one means the same."""
        if self.last is None or means.measure is not Measure.LEVEL or self.last[1] != clause.token.unit:
            return None
        joined = _ONLY_JOINED.fullmatch(clause.left) or _STRETCH.fullmatch(clause.left)
        return self.last[0] if joined else None

    def name(self, clause: Clause, means: measures.Meaning) -> naming.Name:
        """The name of the quantity of a clause."""
        if self.waiting:
            return naming.Name(self.waiting.pop(0), "distributed")
        if self.granting and self.goes_on(clause) and _NEXT_AWARD.fullmatch(clause.left):
            return naming.Name(self.said, "inherited")
        if clause.token.unit in _NAMED_BY_UNIT:
            return naming.Name(_NAMED_BY_UNIT[clause.token.unit], "right")
        level = means.measure is Measure.LEVEL
        return (level and (self._of_plan(clause) or self._share(clause) or self._award(clause))) or self._named(
            clause, means, level=level
        )

    def rank_name(self, clause: Clause) -> naming.Name:
        """The name of what is ranked."""
        if clause.sentence_start != self.sentence:
            self.waiting = []
        if self.waiting:
            return naming.Name(self.waiting.pop(0), "distributed")
        names = lists.distribute(clause.left, clause.after)
        if names:
            self.waiting, self.shared = names[1:], None
            return naming.Name(names[0], "distributed")
        again = self.goes_on(clause) and NEXT_RANK.fullmatch(clause.left)
        name = "" if again else naming.of_left(clause.left)
        return self.joined(clause, name) if name else self.inherited(clause)

    def remember(self, clause: Clause, name: naming.Name, span: Period | None) -> None:
        """Keep a name for the clauses to come; `span`: of a sum over years."""
        if name.how == "none":
            return
        self.recent = [n for n in self.recent if n != name.text] if self.goes_on(clause) else []
        self.recent.append(name.text)
        inside = self.goes_on(clause) and naming.open_bracket(clause.left) != clause.left
        if inside and "其中" in clause.left:
            return  # 引进项目50个（其中外资项目10个），总投资…: the sentence goes on about all projects
        if name.how != "joined" or not self.goes_on(clause):
            self.root, self.span = name.text, span
        self.said = (
            self.said if self.goes_on(clause) and naming.is_comparison(name.text.removeprefix(self.root)) else name.text
        )
        self.sentence = clause.sentence_start
        self.granting = name.how == "award" or (self.granting and name.how == "inherited")

    def each_year(self, name: naming.Name) -> naming.Name:
        """年均 and 年均新增 with the name they leave out: 年均新增就业."""
        said = name.text.removeprefix("年均")
        if said and not naming.is_bare_verb(said):
            return name
        whole = self.said.removeprefix("年均")
        return naming.Name(f"年均{whole.removeprefix(said) if not said else said + whole.removeprefix(said)}", "joined")

    def goes_on(self, clause: Clause) -> bool:
        """Whether a clause stands in the sentence of the last name."""
        return clause.sentence_start == self.sentence

    def joined(self, clause: Clause, name: str) -> naming.Name:
        """A name completed from its sentence: 总投资 by its projects, 产业项目 by 开工, 学位 by 新增."""
        same = self.goes_on(clause)
        if same and name in _STAGES and self.root.endswith("项目"):
            return naming.Name(name + "项目", "joined")
        if same and naming.is_bare_verb(name) and self.root:
            return naming.Name(naming.tidy(name + self.root), "joined")
        if same and not naming.is_relational(name):
            name = self._with_verb(clause, name)
        opened = same and _OPENS_PARTS.search(clause.before + clause.left)
        goes_on = self.parts and len(name) <= _PART_NAME and clause.left.startswith(("、", "和", "，"))
        if same and (opened or goes_on):
            part = naming.part_of(self.whole if self.parts else self.root, name)
            self.whole, self.parts = (self.whole if self.parts else self.root), part != name
            name = part
        name = naming.with_whole(name, clause.left)
        share = clause.token.unit in {"%", "‰", "成"} or clause.token.rule == "words"
        if share and naming.lacks_share_word(name):
            name += "比重"
        if not naming.is_relational(name):
            return naming.Name(name, "left")
        root = _FLOW_VERB.sub("", self.root) if name.startswith("总") else self.root
        subject = (root if same else "") or naming.of_clause_before(clause.before)
        return naming.Name(naming.tidy(subject + name), "joined") if subject else naming.Name(name, "left")

    def inherited(self, clause: Clause) -> naming.Name:
        """The name for a clause that has none: its sentence's, the clause's before, the passage's, the heading."""
        if self.goes_on(clause) and self.said:
            pair = bool(_PAIR.search(clause.left))
            share_before = self.said.startswith(f"{self.root}占") and clause.token.unit == "%" and not pair
            return naming.Name(self.root if share_before else self.said, "inherited")
        before = naming.of_clause_before(clause.before) if clause.before else ""
        if before or self.root:
            return naming.Name(before or self.root, "carried")
        heading = self.headings[-1] if self.headings else ""
        return naming.Name(naming.strip_lead(heading)[:20], "none")

    def _named(self, clause: Clause, means: measures.Meaning, *, level: bool) -> naming.Name:
        name = naming.of_left(means.left)
        _, skip = measures.comparator_after(clause.right)
        right = clause.right[skip:]
        if level and _counts_right(means.left, name, right, clause.token):
            found = naming.of_right(means.left, right, next_follows=clause.next_adjacent)
            if found and len(found.text) > 1:
                return found
        if not name:
            return naming.shared_after(clause.after) or self._again(clause, means) or self.inherited(clause)
        if naming.is_relational(name) and (again := self._again(clause, means, name)):
            return again
        examples = means.left.rstrip().endswith("等")
        return (
            (examples and naming.shared_after(clause.after))
            or self._distributed(clause, means)
            or self.joined(clause, name)
        )

    def _of_plan(self, clause: Clause) -> naming.Name | None:
        """占年计划的108%, 为预算的101.2%: a share of what was planned for the subject."""
        found = _OF_PLAN.fullmatch(clause.left) if clause.token.unit == "%" else None
        if not found or not self.goes_on(clause) or not self.root:
            return None
        return naming.Name(naming.tidy(f"{self.root}占{found['whole']}比重"), "joined")

    def _share(self, clause: Clause) -> naming.Name | None:
        share = naming.share_of(clause.left) if clause.token.unit in {"%", "‰"} else None
        return naming.Name(share, "left") if share else None

    def _award(self, clause: Clause) -> naming.Name | None:
        """What is granted to whom; 分别 gives one name to each level in turn."""
        if "给予" not in clause.head or units.dimension(clause.token.unit) not in {"money", "percent"}:
            return None
        granted = naming.award(clause.before, clause.left, clause.after)
        if granted is None:
            return None
        names = lists.levels(granted) if "分别" in clause.left else []
        if len(names) < 2:
            return naming.Name(granted, "award")
        self.waiting, self.shared = names[1:], measures.Meaning("", Measure.LEVEL, None, negative=False)
        return naming.Name(names[0], "distributed")

    def _distributed(self, clause: Clause, means: measures.Meaning) -> naming.Name | None:
        names = lists.distribute(clause.left, clause.after)
        if not names:
            return None
        self.waiting, self.shared = names[1:], means
        return naming.Name(names[0], "distributed")

    def _again(self, clause: Clause, means: measures.Meaning, of: str = "") -> naming.Name | None:
        """A达到a，B达到b，分别增长c和d: 分别 goes through the names of the sentence again; `of` each (总数)."""
        wanted = lists.listed(clause.after)
        if not self.goes_on(clause) or "分别" not in clause.left or not 1 < wanted <= len(self.recent):
            return None
        names = [_FLOW_VERB.sub("", n) + of if of else n for n in self.recent[-wanted:]]
        self.waiting, self.shared = names[1:], means
        return naming.Name(names[0], "distributed")

    def _with_verb(self, clause: Clause, name: str) -> str:
        """新增义务教育学位…、公办幼儿学位…: the verb of a coordination holds for all its members."""
        counted = clause.token.role == "count" and "每" not in name
        if counted and clause.left.startswith(("、", "和", "及")) and (base := naming.opening_base(self.said)):
            return base + name
        verb = _FLOW_VERB.match(self.said)
        if (
            not verb
            or not clause.left.startswith(("、", "和", "及"))
            or name[0] in "总累占"
            or naming.opens_with_verb(name)
        ):
            return name
        return verb[0] + name


def _counts_right(left: str, name: str, right: str, token: Token) -> bool:
    """Whether the counted thing stands after the number: 签约47个项目, but 建成长者食堂103个."""
    if not right or _NO_THING.match(right) or right.startswith(("加快", "放缓", "回落到", "回升到", "收窄到")):
        return False
    opens = not name or naming.is_verb(name) or naming.open_bracket(left).rstrip().endswith(_OPENS_RIGHT)
    if token.role != "count" and token.unit not in {"万", "亿"}:
        return opens or (naming.ends_with_verb(left) and naming.is_thing(right))
    return opens or not _REACHED.search(left.rstrip("约近超过"))
