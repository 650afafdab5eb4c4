"""Words of the command line as values."""

import argparse
from datetime import date


def day(text: str) -> date:
    """A day, written 2023-12-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}：日期写作 2023-12-31 · write the date as 2023-12-31") from None


def size(text: str) -> int:
    """A number of bytes."""
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text}：应为正整数字节数 · a positive number of bytes")
    return int(text)
