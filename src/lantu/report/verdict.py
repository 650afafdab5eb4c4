"""A target's assessment in one or two sentences, as a planner would say it."""

from lantu.model import Comparator, Note, Status, TargetKind, Vintage
from lantu.registers import messages
from lantu.report import shown
from lantu.report.pace import REACHED, is_reached, needed
from lantu.report.story import Story
from lantu.report.words import Words, words

_NO_DATA = "not_published"  # the years that are missing say it better


def verdict(story: Story) -> tuple[Words, ...]:
    """What is known, where it should be, what the rest asks for; what is missing where nothing can be said."""
    said = [_latest(story), _progress(story), _required(story), *_missing(story)]
    return tuple(s for s in said if s)


def status_words(story: Story) -> Words:
    """The status as it is shown: 预计 before that of a period that is over, while it rests on an estimate."""
    said = words("status", story.status)
    over = story.status in (
        Status.OVERFULFILLED, Status.COMPLETED, Status.BASICALLY_COMPLETED, Status.NOT_MET,
    )  # fmt: skip
    if not (over and story.judged.provisional):
        return said
    return Words(f"预计{said.zh}", f"{said.en} (estimate)")


def _latest(story: Story) -> Words | None:
    seen = story.judged.latest
    if seen is None:
        return None
    when, value, vintage = shown.period(seen.period), shown.quantity(seen.quantity), _vintage(story, seen.vintage)
    return Words(f"最新数据：{when.zh}{value}（{vintage.zh}）。", f"Latest: {value} in {when.en} ({vintage.en}).")


def _vintage(story: Story, vintage: Vintage) -> Words:
    if story.estimate and vintage is not Vintage.ESTIMATE:
        return words("page", "as_estimate")
    return words("vintage", vintage.name)


def _progress(story: Story) -> Words | None:
    judged = story.judged
    share = judged.progress
    if share is None or not story.plan.five_year:
        return None
    least = share.comparator is Comparator.GE
    whole = ("目标", "the wanted sum") if story.target.kind is TargetKind.SUM else ("全程", "the way")
    zh = f"{'至少' if least else ''}已完成{whole[0]}的{shown.percent(share.value)}"
    en = f"{'At least ' if least else ''}{shown.percent(share.value)} of {whole[1]} is done"
    if judged.elapsed is not None:
        zh += f"，时间过去{shown.percent(judged.elapsed)}"
        en += f", {shown.percent(judged.elapsed)} of the time has passed"
    due = _due(story)
    return Words(f"{zh}{due.zh}。", f"{en}{due.en}.")


def _due(story: Story) -> Words:
    judged, wanted = story.judged, story.target.wanted
    if judged.expected_share is None:
        return Words("", "")
    share = shown.percent(judged.expected_share)
    if judged.expected is None or story.target.kind is TargetKind.AVERAGE_GROWTH:
        return Words(f"；按路径应完成{share}", f"; the path asks for {share}")
    value = f"{shown.computed(judged.expected, wanted.value if wanted else None)}{story.target.unit}"
    return Words(f"；按路径应完成{share}，即{value}", f"; the path asks for {share}, that is {value}")


def _required(story: Story) -> Words | None:
    required, wanted = needed(story.target, story.judged), story.target.wanted
    if is_reached(story.target, story.judged) and not any(n.code == REACHED for n in story.notes):
        return Words("已达到目标。", "The target is reached.")
    if required is None:
        return None
    if required.unit == "/year":
        rate = shown.percent(required.value)
        return Words(
            f"要如期完成，余下时间年均须增长{rate}。", f"To arrive in time it has to grow by {rate} a year from here."
        )
    unit = required.unit.removesuffix("/year")
    number = shown.computed(abs(required.value), wanted.value if wanted else None)
    verb = _verb(story, up=required.value >= 0)
    value = Words(f"{number}{unit}", f"{number} points" if unit == "个百分点" else f"{number}{unit}")
    return Words(
        f"要如期完成，余下时间每年须{verb.zh}{value.zh}。",
        f"To arrive in time it has to {verb.en} {value.en} a year from here.",
    )


def _verb(story: Story, *, up: bool) -> Words:
    if story.target.kind is TargetKind.SUM:
        return Words("完成", "add")
    if story.target.unit == "%":
        return Words("提高", "rise by") if up else Words("降低", "fall by")
    return Words("增加", "rise by") if up else Words("减少", "fall by")


def _missing(story: Story) -> tuple[Words, ...]:
    """Why nothing can be said, what is missing, and what is to be known beside the status."""
    judged = story.judged
    notes = [*judged.missing, *story.notes]
    if judged.reason and not (judged.reason == _NO_DATA and judged.missing):
        notes.insert(0, Note(judged.reason))
    return tuple(Words(messages.say(n, "zh"), messages.say(n, "en")) for n in notes)
