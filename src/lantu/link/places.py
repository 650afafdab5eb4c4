"""Which place each publication speaks of."""

import hashlib
from collections.abc import Sequence

from lantu.errors import BadData
from lantu.link.publications import Texts
from lantu.model import DataRow, Note, Place
from lantu.registers import linking, places


def of_texts(texts: Texts) -> tuple[Place, tuple[Note, ...]]:
    """The place of a publication; where no text of it says one, a local place of its own, and a note why.

    Titles, meetings and issuers that name the same place which the code list does not know are of one place.
    """
    if texts.publication.place:
        return texts.publication.place, ()
    first = texts.readings[0].document
    said = (texts.publication.title, first.front.meeting, first.front.issuer)
    names = (linking.load().place_of(text) for text in said if text)
    if name := next(filter(None, names), None):
        code = hashlib.sha256(name.encode()).hexdigest()[:8]
        return Place(f"unknown-{code}", name, "local"), (Note.of("place_not_listed", document=first.name, name=name),)
    unknown = Place(f"unknown-{first.sha256[:8]}", first.front.title or first.name, "local")
    return unknown, (Note.of("place_unknown", document=first.name),)


def of_row(row: DataRow, known: Sequence[Place]) -> str:
    """The place code of a data row, which may give a code, a name, or nothing where there is one place only.

    Raises BadData for a row without a place where the documents are of several places, or of none.
    """
    if not row.place and len(known) != 1:
        where = f"{row.file} 第{row.row}行", f"{row.file}, row {row.row}"
        raise BadData(
            f"{where[0]}没有地区：文档不是同一个地区的，无从判断。请在“place”列填六位区划代码。",
            f"{where[1]} names no place, and the documents are not of one place. Put a six-digit code in `place`.",
        )
    if not row.place:
        return known[0].code
    by_name = [p.code for p in known if row.place in (p.code, p.name)]
    if by_name:
        return by_name[0]
    found = places.by_code(row.place)
    return found.code if found else row.place
