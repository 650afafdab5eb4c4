"""The fields of a statement as a form has them and as people read them: the machine's, a person's, what was just typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantu.model import Statement
from lantu.registers import places
from lantu.report.words import words

GROUPS = {
    "measure": "measure", "nature": "nature", "comparator": "comparator", "price": "price", "against": "against",
    "lagged": "yes_no", "cumulated": "yes_no",
}  # fmt: skip
_NONE = "未写明"
_MISSING = {"unit": "无", "high": "—", "place": "本文件所在地区"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a statement: what the machine read, what is in force, what a person was about to say."""

    name: str
    label: str
    read: str
    now: str
    typed: str

    @property
    def corrected(self) -> bool:
        """Whether a person says otherwise than the machine."""
        return self.now != self.read

    @property
    def differs(self) -> bool:
        """Whether what was typed is otherwise than what is in force."""
        return self.typed != self.now


def flat(statement: Statement) -> dict[str, str]:
    """The fields of a statement as a form sends them."""
    quantity, said = statement.quantity, statement.qualifiers
    return {
        "indicator": statement.indicator, "value": format(quantity.value, "f"),
        "high": "" if quantity.high is None else format(quantity.high, "f"),
        "unit": quantity.unit, "comparator": quantity.comparator.value, "measure": statement.measure.value,
        "nature": statement.nature.value, "period": statement.period.code, "place": statement.place or "",
        "binding": statement.binding.value if statement.binding else "", "responsible": statement.responsible or "",
        "price": said.price, "scope": said.scope, "vintage": said.vintage, "against": said.against,
        "lagged": "1" if said.lagged else "", "cumulated": "1" if said.cumulated else "",
    }  # fmt: skip


def label(name: str) -> str:
    """What a field is called."""
    return words("read_field", name).zh


def said(name: str, value: str) -> str:
    """A field's value as people read it."""
    if name == "period" and value == "?":
        return _NONE
    if name in GROUPS:
        key = ("yes" if value else "no") if GROUPS[name] == "yes_no" else value
        return words(GROUPS[name], key).zh if key else _NONE
    if name == "place" and value:
        known = places.by_code(value)
        return f"{known.name} {value}" if known else value
    return value or _MISSING.get(name, _NONE)


def compared(read: Mapping[str, str], now: Mapping[str, str], typed: Mapping[str, str] | None = None) -> list[Field]:
    """Every field side by side; without `typed`, nothing was typed that differs."""
    typed = typed or now
    return [
        Field(name, label(name), said(name, read[name]), said(name, now[name]), said(name, typed.get(name, now[name])))
        for name in read
    ]  # fmt: skip


def corrections(read: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The fields that a person corrected: name and value as people read them."""
    return tuple((f.label, f.now) for f in compared(read, now) if f.corrected)
