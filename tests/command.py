"""A plan and a report of one place, and the command run on files."""

import socket

from lantu.cli import main

OUTLINE = """# 福州市仓山区国民经济和社会发展第十四个五年规划纲要

2021年1月14日仓山区第十七届人民代表大会第五次会议批准

## 主要指标

| 指标 | 单位 | 2020年 | 2025年 | 年均增长/累计 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性 |
| 2.建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.04] | 约束性 |
"""
REPORT = """# 关于福州市仓山区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告

（2022年12月21日在仓山区第十八届人民代表大会第二次会议上）

## 一、2022年计划执行情况

建成区绿化覆盖率达到45.66%，社会消费品零售总额567.1亿元，增长3.5%。

## 二、2023年计划安排

2023年主要预期目标：社会消费品零售总额增长5%。
"""


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
