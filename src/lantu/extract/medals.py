"""Medals with the games they were won at: 在奥运会、残奥会上分别夺得2金1银、3金 → 残奥会金牌."""

import re

from lantu.extract.clauses import Clause

_KINDS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
_KIND_OF = {word: kind for kind, name in _KINDS.items() for word in (kind, name)}
_GAMES = re.compile(
    "(?P<games>[^，。；、在于和\\d]{0,12}(?:奥运会|残奥会|冬奥会|冬残奥会|亚运会|亚残运会|全运会|冬运会|残运会|大运会|青运会|运动会|[大比联]赛|公开赛|锦标赛|世界杯))"
)
_END = re.compile("[，。；]")
_BETWEEN = re.compile("[、和及与]|以及")
_REACH = 120  # characters before a medal in which its games stand
_TRIM = re.compile(".*[届省市]?(?:健儿|运动员|选手|代表团|代表队)|^获得|^年")


def of_unit(unit: str, clause: Clause) -> str:
    """The name that a unit brings by itself (3.5级, 2金, 62枚金牌); empty for other units."""
    if unit == "级":
        return "震级"
    kind = _KIND_OF.get(unit) or _KIND_OF.get(unit[-2:])
    return games(kind, clause.head, clause.after) + _KINDS[kind] if kind else ""


def games(kind: str, head: str, after: str) -> str:
    """The games that the medals of a kind (金) right after `head` were won at; empty where none are named."""
    near = head[-_REACH:]
    found = list(_GAMES.finditer(near))
    if not found:
        return ""
    run = [found[-1]]
    for one in reversed(found[:-1]):
        if not _BETWEEN.fullmatch(near[one.end() : run[0].start()]):
            break
        run.insert(0, one)
    names = [_TRIM.sub("", one["games"]).removeprefix("第") for one in run]
    done = near[run[-1].end() :]
    won = (done + kind + _END.split(after, maxsplit=1)[0]).split("、")
    apart = len(names) == len(won) > 1 and ("分别" in done or all(kind in one for one in won))
    if apart:
        return names[done.count("、")]
    return "、".join(names)
