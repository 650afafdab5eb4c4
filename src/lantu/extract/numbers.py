"""Numerals: Arabic digits as printed, Chinese numerals in positional and additive form."""

from decimal import Decimal

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.·．]\d+)?"
CHINESE_DIGITS = "零〇○一二两三四五六七八九"
YEAR = r"(?:(?:19|20)\d\d|[一二][零〇○一二三四五六七八九]{3})"
CHINESE = rf"[{CHINESE_DIGITS}十][{CHINESE_DIGITS}十百千]*(?:[点·][{CHINESE_DIGITS}]+)?"

_DIGIT = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACE = {"十": 10, "百": 100, "千": 1000}

_PLAIN = str.maketrans({"·": ".", "．": ".", ",": None, "，": None})


def arabic(text: str) -> Decimal:
    """`41.50` → 41.50, `1,234` → 1234, `19·5` → 19.5: the printed digits are kept."""
    return Decimal(text.translate(_PLAIN))


def _additive(text: str) -> int:
    total, digit = 0, None
    for char in text:
        if char in _PLACE:
            total += (1 if digit is None else digit) * _PLACE[char]
            digit = None
        else:
            digit = _DIGIT[char]
    return total + (digit or 0)


def chinese(text: str) -> Decimal:
    """二十三 → 23, 七六六·四 → 766.4, 二○三五 → 2035, 三千 → 3000. Only characters of `CHINESE`."""
    whole, _, fraction = text.replace("·", "点").partition("点")
    digits = str(_additive(whole)) if any(c in _PLACE for c in whole) else _positional(whole)
    return Decimal(f"{digits or 0}.{_positional(fraction)}" if fraction else digits or "0")


def _positional(text: str) -> str:
    return "".join(str(_DIGIT[c]) for c in text)


def number(text: str) -> Decimal:
    """A numeral in either script."""
    return arabic(text) if text[0].isdigit() else chinese(text)


def as_year(text: str) -> int:
    """A year as `YEAR` finds it: 2020, 二〇二〇."""
    return int(number(text))
