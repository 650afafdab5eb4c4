"""What the public may see of what was told: never a word that stands only in a document that is not open."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.report.telling import (
    ChartTold,
    DoubtTold,
    Figure,
    JudgedTold,
    LinePart,
    LineTold,
    PartTold,
    PlanTold,
    Point,
    Ref,
    SourceTold,
    TargetRow,
    TargetTold,
    ValueTold,
)
from lantu.report.words import Words
from lantu.store import codec, opened

HASHES = {letter: letter * 64 for letter in "abc"}
NEVER = "不给看"
KIND = Words("比重", "Share")


def says(letter: str, what: str) -> str:
    """Words that only one document prints."""
    return f"〔{letter}〕{what}"


def both(letter: str, what: str) -> Words:
    return Words(says(letter, what), says(letter, what))


letters = st.sampled_from("aaaabbc")  # mostly of one document, so that an assessment often rests on open ones alone


@st.composite
def refs(draw: st.DrawFn, least: int = 0) -> tuple[Ref, ...]:
    chosen = draw(st.lists(letters, min_size=least, max_size=2))
    return tuple(
        Ref(HASHES[c], says(c, "标题"), "other", f"s{n}", n, says(c, "名称"), says(c, "数"), says(c, "后文"))
        for n, c in enumerate(chosen)
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    found = draw(refs(least=1))
    return Figure(says(_letter(found[0]), "数"), found)


def _letter(ref: Ref) -> str:
    return ref.document[0]


@st.composite
def lines(draw: st.DrawFn) -> tuple[LineTold, ...]:
    chosen = draw(st.lists(letters, max_size=3))
    return (LineTold("progress", tuple(LinePart(says(c, "数"), False, HASHES[c], "s") for c in chosen)),)


@st.composite
def values(draw: st.DrawFn) -> ValueTold:
    figure = draw(figures())
    by = _letter(draw(st.sampled_from(figure.refs)))
    return ValueTold("2022", Words("2022年", "2022"), both(by, "内容"), figure, KIND, 2, False, draw(st.booleans()))


@st.composite
def charts(draw: st.DrawFn, rests: str) -> ChartTold:
    def point(c: str) -> Point:
        return Point("2022", says(c, "数"), says(c, "数"), False, HASHES[c], "s")

    some = st.none() | letters.map(point)
    path = ((says(rests, "年"), says(rests, "数")),)
    points = tuple(draw(st.lists(letters.map(point), max_size=3)))
    return ChartTold(2020, 2025, "%", points, draw(some), draw(some), path, path, False, False)


@st.composite
def targets(draw: st.DrawFn) -> TargetTold:
    """A target whose words come from three documents; what its assessment says, from one that it says it rests on."""
    goal, rests = draw(figures()), draw(st.lists(letters, min_size=1, unique=True))
    by, on = _letter(draw(st.sampled_from(goal.refs))), draw(st.sampled_from(rests))
    beside = _letter(draw(st.sampled_from(goal.refs)))
    doubt = DoubtTold("d", "N1", "error", Words(NEVER, NEVER), None)
    name, judged, secret = says(by, "名称"), both(on, "结论"), Words(NEVER, NEVER)
    row = TargetRow(
        "350104/p/t", "350104/p", says(beside, "号"), name, says(beside, "en"), KIND, Words("2025年", "2025"), "约束性", True, says(beside, "领域"),
        says(on, "BEHIND"), judged, says(on, "tone"), says(on, "icon"), draw(st.none() | figures()), goal, draw(st.none() | figures()),
        Words("2022年", "2022"), KIND, False, says(on, "%"), says(on, "%"), says(on, "%"), says(on, "%"), says(on, "%"), judged, judged,
        judged, secret, (doubt,), NEVER, "",
    )  # fmt: skip
    earlier = draw(letters)
    history = JudgedTold(
        "2022-12-31", "BEHIND", KIND, "behind", "down", "", "", says(earlier, "数"), False, draw(lines()), KIND
    )
    mention = draw(refs())
    return TargetTold(
        row, KIND, "gdp", (judged,), KIND, draw(lines()), (secret,), tuple(draw(st.lists(values(), max_size=3))),
        (PartTold("k", KIND, NEVER, NEVER, secret, "good", "up"),), tuple(SourceTold("target", r) for r in draw(refs())),
        tuple(replace(m, text=NEVER) for m in mention), secret, says(beside, "单位"), draw(st.none() | charts(on)), (history,),
        tuple(HASHES[c] for c in rests),
    )  # fmt: skip


def plain(record: object) -> dict[str, Any]:
    made = json.loads(json.dumps(codec.plain(record)))
    assert isinstance(made, dict)
    return made


def hidden(shown: object, open_now: frozenset[str]) -> list[str]:
    """What of the closed documents, and of what is never shown, stands there all the same."""
    text = json.dumps(shown, ensure_ascii=False)
    closed = [c for c, sha256 in HASHES.items() if sha256 not in open_now]
    return [w for c in closed for w in (says(c, ""), HASHES[c]) if w in text] + [NEVER] * (NEVER in text)


some_open = st.sampled_from(["a", "a", "ab", "ab", "ac", "b", ""]).map(
    lambda which: frozenset(HASHES[c] for c in which)
)


@settings(max_examples=500, deadline=None)
@given(targets(), some_open)
def test_no_word_of_a_closed_document_is_shown(told: TargetTold, open_now: frozenset[str]) -> None:
    said = plain(told)
    for made in (opened.target(said, open_now), opened.row(said["row"], said["documents"], open_now)):
        assert hidden(made, open_now) == []


@given(targets())
def test_nothing_open_shows_nothing(told: TargetTold) -> None:
    assert opened.target(plain(told), frozenset()) is None


@given(targets(), some_open)
def test_an_assessment_wants_every_document_that_it_rests_on(told: TargetTold, open_now: frozenset[str]) -> None:
    made = opened.target(plain(told), open_now)
    if made is None:
        return
    if not set(told.documents) <= open_now:
        assert made["row"]["status"] == made["row"]["progress"] == ""
    if not made["row"]["status"]:
        assert (made["lines"], made["history"]) == ([], [])
        assert not made["chart"] or made["chart"]["path"] == made["chart"]["pace"] == []


@given(targets())
def test_with_every_document_open_the_whole_story_is_shown(told: TargetTold) -> None:
    made, said = opened.target(plain(told), frozenset(HASHES.values())), plain(told)
    assert made is not None
    assert made["row"]["goal"] == said["row"]["goal"]
    assert made["row"]["status"] == (said["row"]["status"] if said["row"]["latest"] else "")
    assert [v["figure"] for v in made["values"]] == [v["figure"] for v in said["values"]]


def test_a_draft_is_never_shown() -> None:
    told = PlanTold(
        "350104/p", KIND, KIND, "2021-2025", True, True, "2023-12-31", "60%", KIND, (), None, KIND, (), (HASHES["a"],)
    )
    assert opened.plan(plain(told), frozenset(HASHES.values())) is None
    assert opened.plan(plain(replace(told, draft=False)), frozenset({HASHES["b"]})) is None
    assert opened.plan(plain(replace(told, draft=False)), frozenset({HASHES["a"]})) is not None
