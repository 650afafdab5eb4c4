import pytest

from lantu.errors import BinaryFile, UnknownEncoding
from lantu.read.encoding import decode

SIMPLIFIED = "预计全年地区生产总值增长百分之五，一般公共预算总收入四十一亿元。"
TRADITIONAL = "預計全年地區生產總值增長百分之五，一般公共預算總收入四十一億元，現在我代表政府向大會報告工作。"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("plain ASCII", "ascii", "utf-8"),
    ],
)
def test_each_encoding_is_told(text: str, codec: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(codec)) == (text, encoding)


def test_a_byte_order_mark_stays_in_the_text() -> None:
    assert decode("a.txt", SIMPLIFIED.encode("utf-8-sig")) == ("\ufeff" + SIMPLIFIED, "utf-8")
    assert decode("a.txt", SIMPLIFIED.encode("utf-16")) == ("\ufeff" + SIMPLIFIED, "utf-16")


def test_a_page_that_names_the_wrong_charset_is_not_believed() -> None:
    page = '<html><head><meta charset="big5"></head><body><p>' + SIMPLIFIED * 3 + "</p></body></html>"
    assert decode("a.html", page.encode("gb18030"))[1] == "gb18030"


@pytest.mark.parametrize(
    "data",
    [
        "L'été à la campagne coûte très cher".encode("latin-1"),
        "こんにちは世界、これは日本語の文章です".encode("shift_jis"),
        SIMPLIFIED.encode()[:-1],
        b"\xff\xfea",
    ],
)
def test_other_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncoding, match="另存为 UTF-8"):
        decode("a.txt", data)


@pytest.mark.parametrize("data", [b"abc\x00def", bytes(range(1, 32)) * 4])
def test_binary_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(BinaryFile):
        decode("a.txt", data)
