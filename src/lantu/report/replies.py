"""Replies to findings as they are told, and an `answers.toml` with the unanswered findings, to be filled in."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from lantu.model import Evidence, Note, Outcome, Replied, Reply, ReplyKind
from lantu.registers import messages
from lantu.report.checked import Findings
from lantu.report.numbers import Record
from lantu.report.words import Words, words

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_LONG = 120  # characters of a text that a line shows
_HEAD = {
    "zh": (
        "对 lantu check 所列问题的答复。与所核查的文件放在同一文件夹，名为 answers.toml，即自动采用；也可用 --answers 指定。",
        "answer 填 已说明、已更正 或 不适用；reason 写理由（已更正可不写）。留空的仍算未答复。",
        "其余各项不用改：文字改动以后，问题会再次列出。",
    ),
    "en": (
        "Answers to findings of lantu check. Kept beside the documents as answers.toml it is found by itself; else name it with --answers.",
        "answer is accepted, corrected or not_applicable; reason says why (corrected needs none). What is left empty is not answered.",
        "Leave the rest as it is: a finding comes back once its text changes.",
    ),
}
_LABELS = {
    "zh": {"seen": "核算：", "ask": "待核：", "key": "（{}）"},
    "en": {"seen": "Seen: ", "ask": "Ask: ", "key": " ({})"},
}


def said(reply: Reply) -> Words:
    """A reply in a line: its kind, why, by whom and when."""
    kind = words("reply", reply.kind)
    signed = [each for each in (reply.by, reply.date) if each]
    zh = f"{kind.zh}：{reply.reason}" if reply.reason else kind.zh
    en = f"{kind.en}: {reply.reason}" if reply.reason else kind.en
    return Words(
        zh + (f"（{'，'.join(signed)}）" if signed else ""), en + (f" ({', '.join(signed)})" if signed else "")
    )


def earlier(reply: Reply) -> Words:
    """That a finding is back: the reply was to another text."""
    told, text = said(reply), _short(" / ".join(reply.texts))
    if not text:
        return Words(
            f"原答复“{told.zh}”针对的是改动前的文字，请重新核对并答复",
            f"the answer “{told.en}” was to the text before it changed: look again and answer anew",
        )
    return Words(
        f"原答复“{told.zh}”针对的是另一文字“{text}”，请重新核对并答复",
        f"the answer “{told.en}” was to another text, “{text}”: look again and answer anew",
    )


def notices(replied: Replied) -> Iterator[Words]:
    """A line for replies to findings that are gone, and one for corrections that the text does not show."""
    kept = [one for one in replied.gone if one.kind is not ReplyKind.CORRECTED]
    mended = [one for one in replied.gone if one.kind is ReplyKind.CORRECTED]
    if kept:
        yield Words(
            f"{_where(kept)} 所答复的问题已不存在（文字已改，或核查不再列出）：{_keys(kept, '、')}；答复仍保留在文件中",
            f"{_where(kept)}: what these answers are about is there no longer (the text has changed, or no check finds it): "
            f"{_keys(kept, ', ')}; they stay in the file",
        )
    if mended:
        yield Words(
            f"{_where(mended)} 中答复为已更正的问题已不再出现：{_keys(mended, '、')}",
            f"{_where(mended)}: corrected, and no longer found: {_keys(mended, ', ')}",
        )
    if replied.unmade:
        yield Words(
            f"{_where(replied.unmade)} 中答复为已更正，但文字仍是原样：{_keys(replied.unmade, '、')}；请核对文稿",
            f"{_where(replied.unmade)}: answered as corrected, but the text is as it was: {_keys(replied.unmade, ', ')}; look at the draft",
        )


def _where(replies: Iterable[Reply]) -> str:
    return "、".join(dict.fromkeys(reply.file for reply in replies))


def _keys(replies: Iterable[Reply], mark: str) -> str:
    return mark.join(f"{one.check} {one.finding}".strip() for one in replies)


def record(reply: Reply) -> Record:
    """A reply as plain values."""
    return {"answer": reply.kind.value, "reason": reply.reason, "by": reply.by, "date": reply.date, "file": reply.file}


def template(found: Findings, lang: str, known: frozenset[str] = frozenset(), before: str = "") -> str:
    """The findings without a reply, the heaviest first, as entries to be filled in.

    `before`: what stands in the file already and stays, with entries for the findings `known`.
    """
    wanted = sorted((o for o in found.open if o.id not in known), key=lambda o: o.severity.rank)
    head = before.rstrip("\n") + "\n" if before.strip() else "".join(f"# {line}\n" for line in _HEAD[lang])
    return head + "".join(_entry(found, one, lang) for one in wanted)


def _entry(found: Findings, one: Outcome, lang: str) -> str:
    label = _LABELS[lang]
    name = next(rule.name for rule in found.rules if rule.id == one.check).say(lang)
    documents = list(dict.fromkeys(found.ledger.document[e.document].name for e in one.evidence))
    told = [f"{one.check} {name}" + label["key"].format(words("severity", one.severity).say(lang))]
    told += [f"{found.ledger.document[e.document].name}  {_short(e.around)}" for e in texts(one.evidence)]
    told += [label[key] + messages.say(note, lang) for key, note in _notes(one)]
    changed = found.replied.changed.get(one.id)
    told += [earlier(changed).say(lang)] if changed else []
    lines = [f"# {_CONTROL.sub(' ', line)}" for line in told]
    lines += ["[[answer]]", f"finding = {_quoted(one.id)}", 'answer = ""', 'reason = ""', 'by = ""', 'date = ""']
    lines += [f"check = {_quoted(one.check)}", f"texts = {_list([e.around for e in texts(one.evidence)])}"]
    return "\n" + "\n".join([*lines, f"documents = {_list(documents)}"]) + "\n"


def _notes(one: Outcome) -> list[tuple[str, Note]]:
    return [(key, note) for key, note in (("seen", one.seen), ("ask", one.ask)) if note]


def texts(evidence: Iterable[Evidence]) -> Sequence[Evidence]:
    """Evidence with each sentence or row once."""
    return list({e.around: e for e in reversed(list(evidence))}.values())[::-1]


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


def _list(each: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, each))}]"


def _quoted(text: str) -> str:
    """A TOML string: as JSON writes it, which leaves one control character alone that TOML does not."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
