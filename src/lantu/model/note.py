"""What is to be said to a person, as data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be said to a person, as data: a message code of `registers/messages.toml` and its values."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, **values: object) -> "Note":
        """A note with its values as text."""
        return cls(code, tuple((k, str(v)) for k, v in sorted(values.items())))

    @property
    def filled(self) -> Mapping[str, str]:
        """The values by name."""
        return dict(self.values)
