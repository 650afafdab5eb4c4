"""The format is told by what a file holds; one that is not read says what to do."""

import shutil

import pytest

from lantu.errors import DamagedFile, MissingTool, UnknownFormat
from lantu.read import office, read_bytes
from tests.read.mutants import portable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04....OFD.xml", "OFD"), (b"PK\x03\x04....ppt/", "演示文稿"), (b"PK\x03\x04....opendocument", "OpenDocument"),
        (b"PK\x03\x04....a.txt", "解压"), (b"Rar!\x1a\x07\x00", "解压"), (b"7z\xbc\xaf\x27\x1c", "解压"), (b"GIF89a", "GIF"),
        (b"PK\x03\x04....uof.xml", "标文通"), (b'<?xml version="1.0"?><uof:UOF>', "标文通"), (b"<?xml version='1.0'?><a/>", "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><p>1<p>2<p>3", "MHT"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"), (OLE, "复合文件"),
    ],
)  # fmt: skip
def test_formats_that_are_not_read_say_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(UnknownFormat, match=r"a\.docx.*请") as caught:
        read_bytes("a.docx", data)
    assert told in caught.value.zh


def test_a_locked_office_file_is_named_as_such() -> None:
    with pytest.raises(DamagedFile, match="加密"):
        read_bytes("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))


def test_old_formats_want_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingTool, match=r"LibreOffice.*\.docx"):
        office.lay_doc("a.doc", OLE)


@pytest.mark.usefixtures("soffice")
def test_rtf_is_read_through_word() -> None:
    assert "growth 5%" in read_bytes("a.rtf", rb"{\rtf1\ansi growth 5%.\par next 6%.\par}").text


def test_a_pdf_may_begin_with_something_else() -> None:
    assert read_bytes("a.pdf", b"\r\n<!-- -->" + portable()).format == "pdf"
