"""The summary: how many headline targets stand where, plan by plan, in a sentence of the usual wording."""

from dataclasses import dataclass

from lantu.model import Plan, Status
from lantu.report import shown
from lantu.report.story import Story, Told
from lantu.report.verdict import status_words
from lantu.report.words import Words, words

_GOOD = (Status.ACHIEVED_EARLY, Status.AHEAD, Status.ON_TRACK, Status.LIMIT_MET)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many targets of a plan are shown with one status; 预计 statuses are told apart."""

    status: Status
    words: Words
    number: int


@dataclass(frozen=True, slots=True)
class Count:
    """The headline targets of one plan by status. `others`: targets of the plan that are no headline ones."""

    plan: Plan
    total: int
    binding: int
    tallies: tuple[Tally, ...]  # in the order of Status, none with 0
    reasons: tuple[tuple[str, int], ...]  # why targets cannot be assessed, the commonest first
    provisional: int
    others: int
    begun: bool  # whether the plan's period has begun at the as-of date

    def number(self, *statuses: Status) -> int:
        """How many targets have one of these statuses."""
        return sum(t.number for t in self.tallies if t.status in statuses)

    @property
    def by_status(self) -> dict[Status, int]:
        """How many targets have each status that occurs."""
        return {s: n for s in Status if (n := self.number(s))}


def counts(told: Told) -> tuple[Count, ...]:
    """One count for each plan, five-year plans first."""
    return tuple(_count(told, plan) for plan in told.plans)


def _count(told: Told, plan: Plan) -> Count:
    chosen = told.of(plan, headline=True)
    return Count(
        plan=plan,
        total=len(chosen),
        binding=sum(1 for s in chosen if s.binding),
        tallies=_tallies(chosen),
        reasons=_reasons(chosen),
        provisional=sum(1 for s in chosen if s.judged.provisional and s.status is not Status.NOT_ASSESSABLE),
        others=len(told.of(plan, headline=False)),
        begun=plan.period.start <= told.as_of,
    )


def _tallies(stories: tuple[Story, ...]) -> tuple[Tally, ...]:
    found: list[Tally] = []
    for status in Status:
        said = [status_words(s) for s in stories if s.status is status]
        found += [Tally(status, each, said.count(each)) for each in dict.fromkeys(said)]
    return tuple(found)


def _reasons(stories: tuple[Story, ...]) -> tuple[tuple[str, int], ...]:
    said = [s.judged.reason for s in stories if s.status is Status.NOT_ASSESSABLE and s.judged.reason]
    return tuple(sorted(((r, said.count(r)) for r in dict.fromkeys(said)), key=lambda pair: (-pair[1], pair[0])))


def sentence(count: Count) -> Words:
    """The counts of one plan as a sentence: 22项主要目标中，2项符合或快于预期，1项滞后于预期，19项暂不可评."""
    name = shown.plan(count.plan)
    if not count.total:
        return Words(f"{name.zh}没有主要目标。", f"The {name.en} has no headline target.")
    lead = Words(f"{name.zh}{count.total}项主要目标", f"Of {count.total} headline targets of the {name.en}, ")
    if not count.begun:
        return Words(f"{lead.zh}，目标期尚未开始，不作评估。", f"{lead.en}none is assessed: the period has not begun.")
    parts = tuple(_parts(count))
    return Words(f"{lead.zh}中，{'，'.join(p.zh for p in parts)}。", f"{lead.en}{', '.join(p.en for p in parts)}.")


def _parts(count: Count) -> list[Words]:
    found = []
    good = count.number(*_GOOD)
    if good:
        found.append(Words(f"{good}项符合或快于预期", f"{good} on track or better"))
    for tally in count.tallies:
        if tally.status not in _GOOD:
            said = tally.words
            found.append(Words(f"{tally.number}项{said.zh}", f"{tally.number} {said.en[0].lower()}{said.en[1:]}"))
    return found


def why_not(count: Count) -> Words | None:
    """Why targets cannot be assessed, with numbers; None where all can, or none is to be."""
    if not count.reasons or not count.begun:
        return None
    said = [(words("reason", r), n) for r, n in count.reasons]
    zh = "、".join(f"{w.zh}{n}项" for w, n in said)
    return Words(f"暂不可评的原因：{zh}。", f"Not assessable because: {', '.join(f'{w.en} {n}' for w, n in said)}.")


def remark(number: tuple[Count, ...]) -> Words:
    """What the counts leave out, and which of them rest on estimates."""
    others = sum(c.others for c in number)
    guessed = sum(c.provisional for c in number)
    zh = f"以上只计主要目标，其余{others}项目标见“其他目标”一节。" if others else "以上只计主要目标。"
    en = "Only headline targets are counted" + (f"; {others} more are listed under other targets." if others else ".")
    if guessed:
        zh += f"主要目标中{guessed}项的结论依据预计数，正式数据公布后须重新判断。"
        en += f" Of the headline targets, {guessed} {'is' if guessed == 1 else 'are'} judged on estimates (预计), to be decided again on final data."
    return Words(zh, en)
