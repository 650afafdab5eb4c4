"""Short reports of ours, joined to a ledger and checked."""

from pathlib import Path

from lantu import pipeline
from lantu.model import Outcome

HEAD = """# 福州市仓山区{0}年国民经济和社会发展计划执行情况及{1}年计划草案的报告

（{0}年12月21日在仓山区第十八届人民代表大会第二次会议上）

## 一、{0}年计划执行情况

"""
OUTLINE = """# 福州市仓山区国民经济和社会发展第十四个五年规划纲要

2021年1月14日仓山区第十七届人民代表大会第五次会议批准

## 主要指标

| 指标 | 单位 | 2020年 | 2025年 | 年均增长/累计 | 属性 |
| --- | --- | --- | --- | --- | --- |
"""


def outcomes(tmp_path: Path, check: str, *texts: str, against: str = "") -> list[Outcome]:
    """One check's outcomes on texts of one place; `against` is only compared."""
    paths = []
    for number, text in enumerate((*texts, *([against] if against else []))):
        paths.append(tmp_path / f"{number}.md")
        paths[-1].write_text(text, encoding="utf8")
    ledger = pipeline.ledger(paths)
    drafts = {d.sha256 for d in ledger.documents if not against or d.name != paths[-1].name}
    return [o for o in pipeline.check(ledger, drafts) if o.check == check]


def report(body: str, year: int = 2022) -> str:
    """A yearly report of the place with one paragraph of results."""
    return HEAD.format(year, year + 1) + body + "\n"


def outline(*rows: str) -> str:
    """An outline of the place with these rows in its table."""
    return OUTLINE + "".join(f"| {row} |\n" for row in rows)


def answers(found: list[Outcome]) -> list[str]:
    """Their answers; a finding as its severity."""
    return [o.severity.value if o.is_finding else o.answer.value for o in found]


def planned(body: str, year: int = 2022) -> str:
    """A yearly report of the place that plans the year after it."""
    return report("一切正常。", year) + f"\n## 二、{year + 1}年计划安排\n\n{body}\n"


WORK = """# 福州市仓山区{0}年政府工作报告

（{0}年12月21日在仓山区第十八届人民代表大会第二次会议上）

## 一、{0}年工作回顾

"""


def work_report(body: str, year: int = 2022) -> str:
    """The place's work report of the same session as `report`."""
    return WORK.format(year) + body + "\n"
