"""The subject of a passage as it is read: it completes the names that later clauses leave out."""

import re
from dataclasses import replace

from lantu.extract import (
    awards,
    coordination,
    lists,
    measures,
    medals,
    naming,
    objects,
    owners,
    reach,
    relational,
    things,
    topics,
)
from lantu.extract.clauses import Clause
from lantu.extract.edges import open_bracket, strip_lead, strip_tail, tidy
from lantu.model import Measure, Period

_OF_PLAN = re.compile(
    r"[，、]?(?:已|均)?(?:占|为|是|完成|相当于|达到?)(?P<whole>(?:年初|年度|全年|年|市下达|省下达)?(?:预算|计划|任务|目标|预期目标)(?:任务|数|目标)?)的?"
)
_PAIR = re.compile(r"(?:到|至|为)$|^[、和及与]?(?:从|由)")
_ONLY_JOINED = re.compile(r"[、和及与]")
_STRETCH = re.compile(
    r"[、，]?(?:并|且|或)?(?:力争|争取|努力|冲刺|确保|奋力)+(?:实现|达到?|超过?|突破|在|向|完成)*(?:更高的?)?"
)
_OPENS_PARTS = re.compile("其中|含|包括")
_PART_NAME = 8  # characters: a longer name brings its own whole
_PLAIN = measures.Meaning("", Measure.LEVEL, None, negative=False)
_BOTH = 2  # names of a sentence that 均 may mean without a list
_NEXT_AWARD = re.compile(r"[、，和或]?(?:最高)?")
_PRODUCT = re.compile(r"[\u4e00-\u9fff]{0,4}[^\W\d_量额值率数能力口水运蓄产]")  # 粮食产量…，棉花…
_OUTPUT = ("吨", "斤", "担", "立方米", "千瓦时", "度", "辆", "架", "只", "马力")
_IN_CASE = re.compile("(?:以上|左右)?的(?:情况下|条件下|基础上|同时|背景下|前提下)")  # 在能源增长不到3%的情况下
_FUND = re.compile(
    r"的?(?:[\u4e00-\u9fff]{0,6}?)(?:资金|基金|补贴|投资(?!引导|基金)|债券|贷款)(?![\u4e00-\u9fff]{0,2}[率额]|和|及)"
)
_AREAS = frozenset("省市县区乡镇村")
_SPENT = frozenset({"安排", "投入", "拨付", "发放", "拿出", "设立", "使用", "筹集", "申请"})


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
        self.topic = ""  # what the sentence names for the places after it
        self.base = ""  # what 在…中 takes the shares of the sentence of
        self.granting = False  # whether the last name was of something granted
        self.recent: list[str] = []  # the names of the sentence, in order
        self.waiting: list[str] = []  # names still to be given out by 分别
        self.run: list[str] = []  # the names of the list that the last one stands in
        self.given: list[str] = []  # the names that were given out last
        self.shared: measures.Meaning | None = None  # and what the words before 分别 make of them all
        self.last: tuple[measures.Meaning, str] | None = None  # what the last quantity meant, and its unit
        self.end = 0  # where the last quantity ends
        self.unit = ""  # its unit
        self.after = False  # whether its thing stood after it

    def meaning(self, means: measures.Meaning, clause: Clause) -> measures.Meaning:
        """The meaning of a clause; what 分别 shares holds for every quantity without words of its own."""
        if clause.sentence_start != self.sentence:
            self.waiting, self.last, self.parts = [], None, False
            self.topic = self.base = ""
        meant = self._of_list(clause, means)
        if self.waiting and self.shared:
            other = clause.token.unit != self.unit
            meant = self.shared = measures.next_of(self.shared, means, clause.left, other_unit=other)
        means = replace(meant, comparator=means.comparator) if meant else objects.counted(clause, means)
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
        if by_unit := medals.of_unit(clause.token.unit, clause):
            return naming.Name(by_unit, "right")
        level = means.measure is Measure.LEVEL
        special = level and (self._of_plan(clause) or self._award(clause) or self._share(clause))
        if special:
            return special
        name = self._named(clause, means, level=level)
        return self._listed(clause, name) if level and name.how in {"left", "right"} else name

    def _listed(self, clause: Clause, name: naming.Name) -> naming.Name:
        """新增国家级X3个、Y5个: a later member of a list with the verb that its first one says for all."""
        unit = clause.token.unit
        if self.granting or not self.goes_on(clause):
            return name
        gap = clause.head[self.end - clause.token.start :]
        yearly = coordination.yearly(self.said, gap) if "每年" in self.said and "每" not in name.text else ""
        first = coordination.opened(self.said[len(yearly) :]) if coordination.alike(unit, self.unit) else None
        if first is None:
            return replace(name, text=yearly + name.text)
        first = replace(first, level="") if self.after else first
        after, same_unit = name.how == "right", coordination.same(unit, self.unit)
        said = coordination.member(first, name.text, gap, after=after, same_unit=same_unit)
        return replace(name, text=yearly + said)

    def rank_name(self, clause: Clause) -> naming.Name:
        """The name of what is ranked."""
        if clause.sentence_start != self.sentence:
            self.waiting = []
        if self.waiting:
            return naming.Name(self.waiting.pop(0), "distributed")
        names = lists.distribute(clause.left, clause.after) or lists.joint(clause.left, "", clause.after)
        if names:
            return self._give(names, None)
        again = self.goes_on(clause) and relational.NEXT_RANK.fullmatch(clause.left)
        name = "" if again else naming.of_left(clause.left)
        name = relational.ranked(name, clause.left)
        if name:
            return self.joined(clause, name)
        joint = self._joint(clause)
        return naming.Name(joint, "joined") if joint else self.inherited(clause)

    def remember(self, clause: Clause, name: naming.Name, span: Period | None) -> None:
        """Keep a name for the clauses to come; `span`: of a sum over years."""
        goes_on = self.goes_on(clause)
        gap = clause.head[self.end - clause.token.start :] if goes_on else ""
        self.end, self.unit, self.after = clause.token.end, clause.token.unit, name.how == "right"
        self.run = self.run if gap and _lists(gap) else []
        if name.text not in self.run:
            self.run.append(name.text)
        if name.how == "none":
            return
        if name.how not in {"distributed", "inherited"}:
            self.given = []
        if not goes_on:
            self.recent = []
        elif name.text in self.recent:
            self.recent.remove(name.text)
        self.recent.append(name.text)
        inside = goes_on and "其中" in clause.left and open_bracket(clause.left) != clause.left
        if inside:
            return  # 引进项目50个（其中外资项目10个），总投资…: the sentence goes on about all projects
        if name.how != "joined" or not goes_on:
            self.root, self.span = name.text, span
        self.said = self.said if goes_on and naming.is_comparison(name.text.removeprefix(self.root)) else name.text
        self.sentence = clause.sentence_start
        self.granting = name.how == "award" or (self.granting and name.how == "inherited")

    def goes_on(self, clause: Clause) -> bool:
        """Whether a clause stands in the sentence of the last name."""
        return clause.sentence_start == self.sentence

    def joined(self, clause: Clause, name: str) -> naming.Name:
        """A name completed from its sentence: 总投资 by its projects, 产业项目 by 开工, 学位 by 新增."""
        if self.goes_on(clause) and (completed := relational.completed(self.root, name, clause.left)):
            return naming.Name(completed, "joined")
        same = self.goes_on(clause)
        if same and not naming.is_relational(name):
            name = self._with_base(clause, name)
        if topics.is_place(name) and (
            topic := topics.topic(clause.before, clause.head) or (self.topic if same else "")
        ):
            self.topic = topic
            return naming.Name(name + topic, "joined")
        if same:
            name = topics.of_school(name, self.recent)
            output = clause.token.unit.endswith(_OUTPUT) and _PRODUCT.fullmatch(name)
            if output and any(n.endswith("产量") for n in self.recent):
                return naming.Name(name + "产量", "joined")
            name = self._part(clause, name)
        name = self._as_share(clause, naming.with_whole(name, clause.left), same=same)
        if same and (spent := relational.spent(self.root, name, clause.left)):
            return naming.Name(spent, "joined")
        if owned := self._owned(clause, name, same=same):
            return owned
        if not (naming.is_relational(name) or owners.joint(name)):
            return naming.Name(owners.for_each(name, clause.before), "left")
        subject = self._subject(clause, name)
        return naming.Name(relational.beside(subject, name), "joined") if subject else naming.Name(name, "left")

    def _owned(self, clause: Clause, name: str, *, same: bool) -> naming.Name | None:
        """A bare value with its owner (营业收入, 货邮吞吐量); 分别 gives it to each of several."""
        if owners.wants(name) and (owner := self._owner(clause, name)):
            each = lists.distribute(f"{owner}分别", clause.after) if "分别" in clause.left else []
            if each:
                return self._give([owners.beside(one, name) for one in each], _PLAIN)
            return naming.Name(owners.beside(owner, name), "joined")
        completed = owners.sibling(
            owners.of_total(name), self.recent if same else [], "" if relational.of_all(clause.left) else clause.head
        )
        return naming.Name(completed, "joined") if completed != name else None

    def _as_share(self, clause: Clause, name: str, *, same: bool) -> str:
        """农业所占比重 in 在工农业总产值中，农业所占…: a share with what it is taken of."""
        if clause.token.unit not in {"%", "‰", "成"} and clause.token.rule != "words":
            return name
        if naming.lacks_share_word(name):
            name += "比重"
        if topics.is_share(name) and (whole := topics.whole_before(clause.before) or (self.base if same else "")):
            self.base = whole
            return topics.share(name, whole)
        return name

    def _part(self, clause: Clause, name: str) -> str:
        """引进项目50个，其中外资项目10个: a part with what is said of its whole."""
        goes_on = self.parts and len(name) <= _PART_NAME and clause.left.startswith(("、", "和", "，"))
        if not (goes_on or _OPENS_PARTS.search(clause.before + clause.left)):
            return name
        whole = self.whole if self.parts else self.root
        part = naming.part_of(whole, name)
        self.whole, self.parts = whole, part != name
        return part

    def _subject(self, clause: Clause, name: str) -> str:
        """What a relational name is said of: the topic, the clause before, the last name that stands for itself, with 均 the list."""
        if topic := topics.topic(clause.before, clause.head):
            return topic
        before = naming.of_clause_before(clause.before) if clause.before else ""
        if before and not naming.is_relational(before):
            return before
        if not self.goes_on(clause):
            return ""
        if joint := self._joint(clause):
            return joint
        if name.endswith("率") and self.root.endswith("率"):  # 提案350件，办复率100%，满意率98.6%
            return next((n for n in reversed(self.recent) if not n.endswith("率")), self.root)
        return self.root

    def _joint(self, clause: Clause) -> str:
        """What 均 and 都 speak of: the list before, or both names of the sentence; empty without them."""
        if not relational.of_all(clause.left) or not self.goes_on(clause):
            return ""
        names = self.run if len(self.run) > 1 else self.recent
        return relational.together(names) if len(names) > 1 and (names is self.run or len(names) == _BOTH) else ""

    def _owner(self, clause: Clause, name: str) -> str:
        """Whose a bare value is: named before 实现, by the clause before, or by the name of the sentence."""
        if owner := owners.own(clause.left, name) or owners.before(clause.before, name):
            return owner
        if not self.goes_on(clause):
            return ""
        sold = owners.sold(self.run or [self.root], name, clause.left)
        return sold or owners.of_root(self.root, name) or owners.before(clause.head.partition("，")[0], name)

    def inherited(self, clause: Clause) -> naming.Name:
        """The name for a clause that has none: its sentence's, the clause's before, the passage's, the heading."""
        before = naming.of_clause_before(clause.before) if clause.before else ""
        if self.goes_on(clause) and self.said and not owners.takes_over(before, self.said):
            pair = bool(_PAIR.search(clause.left))
            share_before = self.said.startswith(f"{self.root}占") and clause.token.unit == "%" and not pair
            return naming.Name(self.root if share_before else self.said, "inherited")
        at = max(clause.left.rfind("（"), clause.left.rfind("("))
        if at > 1 and (outside := naming.of_left(clause.left[:at])):  # 稳就业促就业类（6家）
            return naming.Name(outside, "left")
        if before or self.root:
            return naming.Name(before or self.root, "carried")
        heading = self.headings[-1] if self.headings else ""
        return naming.Name(strip_lead(heading)[:20], "none")

    def _named(self, clause: Clause, means: measures.Meaning, *, level: bool) -> naming.Name:
        if self.after and means.left and self._beside(clause):
            means = replace(means, left=owners.within(clause.own, relational.own_words(means.left)))
        name = naming.of_left(means.left)
        _, skip = measures.comparator_after(clause.right)
        right = clause.right[skip:]
        said = level and (self._reached(clause, means.left, right) or objects.bound(clause, means.left, name, right))
        if said:
            return said
        if level and name[-2:] in _SPENT and (fund := _FUND.match(right)):
            return naming.Name(tidy(name + fund[0]), "left")
        if level and things.counts_right(means.left, name, right, clause.token):
            found = things.of_right(means.left, right, clause.after, next_follows=clause.next_adjacent)
            if found and (len(found.text) > 1 or (found.text in _AREAS and (not name or self._beside(clause)))):
                text = things.of_all(found.text, clause.after) if clause.next_adjacent else found.text
                return replace(
                    found,
                    text=owners.with_holder(clause, owners.before_figure(text) if clause.next_adjacent else text),
                )
        if name.startswith("在") and _IN_CASE.match(clause.after):
            name = name[1:]
        if clause.token.unit == "倍":
            name = naming.of_multiple(means.left, name)
        other = naming.of_other(means.left, clause.after)
        name = name if other is None else other
        if not name or naming.is_each(name):
            topic = self._topic(clause, means, name)
            return topic or things.shared_after(clause.after) or self._again(clause, means) or self.inherited(clause)
        if again := self._each_again(clause, means, name):
            return again
        examples = means.left.rstrip().endswith("等")
        return (
            (examples and things.shared_after(clause.after))
            or self._distributed(clause, means)
            or self.joined(clause, name)
        )

    def _beside(self, clause: Clause) -> bool:
        """Whether nothing but words of its clause stands between a quantity and the last one."""
        return self.goes_on(clause) and clause.token.start - len(clause.left) <= self.end + 1

    def _reached(self, clause: Clause, left: str, right: str) -> naming.Name | None:
        """惠及群众, 覆盖村庄, 带动就业: with who reaches them, else what the clause before or the sentence did."""
        found = reach.predicate(left, right, bare=clause.token.unit in {"%", "万", "亿"})
        if found is None:
            return None
        who, predicate = found
        if who and not (left.startswith(who + "、") and self._beside(clause)):
            return naming.Name(tidy(who + predicate), "left")
        who = reach.done(clause.before) or (reach.doer(self.root) if self.goes_on(clause) else "")
        return naming.Name(tidy(who + predicate), "joined") if who else None

    def _topic(self, clause: Clause, means: measures.Meaning, each: str) -> naming.Name | None:
        """农民人均纯收入，1982年为270元: the clause before names what its next one speaks of; 分别 gives out its names."""
        topic = topics.topic(clause.before, clause.head)
        said = topic or naming.of_clause_before(clause.before)
        names = lists.distribute(f"{said}分别", clause.after) if said and "分别" in clause.left else []
        if names:
            return self._give(names, means)
        if each and not topic:
            whose = said or (self.root if self.goes_on(clause) else "")
            return naming.Name(whose + each, "joined") if whose else naming.Name(each, "left")
        return naming.Name(topic + each, "left") if topic else None

    def _of_plan(self, clause: Clause) -> naming.Name | None:
        """占年计划的108%, 为预算的101.2%: a share of what was planned for the subject."""
        found = _OF_PLAN.fullmatch(clause.left) if clause.token.unit == "%" else None
        if not found or not self.goes_on(clause) or not self.root:
            return None
        return naming.Name(tidy(f"{self.root}占{found['whole']}比重"), "joined")

    def _share(self, clause: Clause) -> naming.Name | None:
        share = naming.share_of(clause.left) if clause.token.unit in {"%", "‰"} else None
        return naming.Name(share, "left") if share else None

    def _award(self, clause: Clause) -> naming.Name | None:
        """What is granted to whom; 分别 gives one name to each level in turn."""
        granted = awards.granted(clause)
        if granted is None:
            return None
        names = (
            lists.levels(granted) or awards.paired(granted, lists.listed(clause.after)) if "分别" in clause.left else []
        )
        if len(names) < 2:
            return naming.Name(granted, "award")
        return self._give(names, _PLAIN)

    def _distributed(self, clause: Clause, means: measures.Meaning) -> naming.Name | None:
        names = [strip_tail(n) for n in lists.distribute(clause.left, clause.after)]
        names = names or lists.joint(means.left, clause.token.unit, clause.after)
        if not names:
            return None
        return self._give(names, means)

    def _give(self, names: list[str], shared: measures.Meaning | None) -> naming.Name:
        """The first of several names; the others wait for the quantities to come."""
        self.waiting, self.given, self.shared = names[1:], names, shared
        return naming.Name(names[0], "distributed")

    def _again(self, clause: Clause, means: measures.Meaning, of: str = "") -> naming.Name | None:
        """A达到a，B达到b，分别增长c和d: 分别 goes through the names of the sentence again; `of` each (总数)."""
        if not self.goes_on(clause):
            return None
        if self.given and not of and lists.figures(clause.token.unit, clause.after) == len(self.given):
            return self._give(self.given, means)
        wanted = lists.listed(clause.after)
        if "分别" not in clause.left or not 1 < wanted <= len(self.recent):
            return None
        names = [relational.FLOW_VERB.sub("", n) + of if of else n for n in self.recent[-wanted:]]
        return self._give(names, means)

    def _each_again(self, clause: Clause, means: measures.Meaning, name: str) -> naming.Name | None:
        """淘汰甲1亿吨、乙2亿吨，今年分别淘汰…, 增长率分别达到…: a verb or relational name for each name again."""
        if name.startswith("分别") and naming.is_verb(name[2:]):
            return self._again(clause, means)
        return self._again(clause, means, name) if naming.is_relational(name) else None

    def _with_base(self, clause: Clause, name: str) -> str:
        """每千人口医师…、护士…: what the things of a list are counted for holds for all of them."""
        counted = clause.token.role == "count" and clause.left.startswith(("、", "和", "及")) and "每" not in name
        return naming.opening_base(self.said) + name if counted else name


def _lists(gap: str) -> bool:
    """Whether what stands between two quantities makes them members of one list."""
    return ("、" in gap or gap[0] in "和及与") and "，" not in gap and "；" not in gap
