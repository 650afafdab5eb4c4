"""A number of a sheet with the digits that its cell shows: decimals, percentages, thousands, dates."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 31: 'yyyy"年"m"月"d"日"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 49: "@", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_SKIPPED = re.compile(r"\[[^\]]*\]|_.|\*.")
_PART = re.compile(r'"[^"]*"|\\.|[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+|.', re.DOTALL)
_DATE = re.compile(r'"[^"]*"|\\.|y+|m+|d+|h+|s+|AM/PM|.', re.IGNORECASE | re.DOTALL)
_LITERAL = re.compile(r'"[^"]*"|\\.')
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SOUND = 15  # digits of a binary float that are the sheet's own
_GENERAL = 10  # digits that a cell without a format shows of a fraction
_LONGEST = 30  # decimals and magnitude; past them it is no figure of a plan


def shown(value: Decimal, code: str, base: datetime = datetime(1899, 12, 30)) -> str:  # noqa: DTZ001 - sheets have no zones
    """The text of a cell with the number `value` and the number format `code`."""
    with localcontext() as context:
        context.prec = 60
        context.rounding = ROUND_HALF_UP
        if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
            return str(value)
        value = _significant(value, _SOUND)
        section, value = _section(_SKIPPED.sub("", code), value)
        bare = _LITERAL.sub("", section)
        if re.search(r"[ymdhs]", bare.replace("General", ""), re.IGNORECASE):
            return _date(value, section, base)
        if ";" in code and not re.search(r"[#0?@]|General", bare) and section:
            return "".join(text.strip('"') if text[0] == '"' else text[1] for text in _LITERAL.findall(section)).strip()
        if not re.search(r"[#0?]", bare) or "E" in bare or "/" in bare:
            return _general(value)
        return _number(value, section, percent="%" in bare)


def _section(code: str, value: Decimal) -> tuple[str, Decimal]:
    """The part of a format that is for the value's sign; one for negative values writes its own sign."""
    parts = code.split(";")
    if value < 0 and len(parts) > 1 and parts[1]:
        return parts[1], -value
    if value == 0 and len(parts) > 2 and parts[2]:
        return parts[2], value
    return parts[0], value


def _significant(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1)) if value else Decimal(0)


def _general(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value:.0f}"
    return f"{_significant(value, _GENERAL):f}".rstrip("0").rstrip(".")


def _number(value: Decimal, section: str, *, percent: bool) -> str:
    """Digits in place of the format's first run of placeholders, its literals around them."""
    written: list[str] = []
    done = False
    for part in _PART.findall(section):
        if part[0] in "#0?." and not done and re.search(r"[#0?]", part):
            done = True
            written.append(_digits(value * 100 if percent else value, part))
        elif part[0] in '"\\':
            written.append(part.strip('"') if part[0] == '"' else part[1])
        elif part[0] not in "#0?@":
            written.append(part)
    text = "".join(written).strip()
    # the sign stands before everything, as the sheet shows it
    return (
        f"-{text.replace('-', '', 1)}"
        if value < 0 and re.search("[1-9]", text)
        else text.replace("-0", "0", 1)
        if not value
        else text
    )


def _digits(value: Decimal, part: str) -> str:
    body = part.rstrip(",")
    value = value.scaleb(-3 * (len(part) - len(body)))
    whole, _, after = body.partition(".")
    decimals = min(len(after), _LONGEST)
    number = value.quantize(Decimal(1).scaleb(-decimals))
    text = f"{number:,f}" if "," in whole else f"{number:f}"
    for placeholder in reversed(after):
        if placeholder == "0" or not text.endswith("0"):
            break
        text = text[:-1]
    return text.rstrip(".") if "." in text else text


def _date(value: Decimal, section: str, base: datetime) -> str:
    try:
        when = base + timedelta(seconds=int((value * 86400).to_integral_value()))
    except (OverflowError, ValueError):
        return _general(value)
    tokens = _DATE.findall(section)
    written: list[str] = []
    clock = False  # an m after an hour is for minutes
    for mark in tokens:
        low = mark.lower()
        if low[0] in "hs":
            clock = True
        if low[0] == "m" and clock:
            written.append(f"{when.minute:0{len(low)}d}")
        elif low[0] in "ymdhs":
            written.append(_moment(when, low))
        elif low != "am/pm" and mark != "@":
            written.append(mark.strip('"') if mark[0] == '"' else mark[-1])
    return "".join(written).strip()


def _moment(when: datetime, mark: str) -> str:
    if mark[0] == "y":
        return f"{when.year:04d}" if len(mark) > 2 else f"{when.year % 100:02d}"
    if mark.startswith("mmm"):
        return _MONTHS[when.month - 1]
    number = {"m": when.month, "d": when.day, "h": when.hour, "s": when.second}[mark[0]]
    return f"{number:0{min(len(mark), 2)}d}"
