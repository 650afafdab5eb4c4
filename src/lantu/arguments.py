"""What is typed after `lantu`: the verbs, and the options of each."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from lantu import __version__, checking, pipeline, values

Run: TypeAlias = Callable[[argparse.Namespace], int]
_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no public name for it


def parser(run: Mapping[str, Run]) -> argparse.ArgumentParser:
    """Every verb with its options; `run` has what each does, by its name."""
    top = argparse.ArgumentParser(
        prog="lantu", description="蓝图：从规划文件到评估报告 · from planning documents to an evaluation"
    )
    _language(top, _default_language())
    top.add_argument("--version", action="version", version=f"lantu {__version__}")
    verbs = top.add_subparsers(title="动词 · verbs", required=True, metavar="VERB")
    _add_read(verbs, run["read"])
    _add_extract(verbs, run["extract"])
    _add_check(verbs, run["check"])
    _add_evaluate(verbs, run["evaluate"])
    _add_import(verbs, run["import"])
    _add_serve(verbs, run["serve"])
    _add_demo(verbs, run["demo"])
    return top


def _verb(verbs: _Verbs, name: str, run: Run, help_: str) -> argparse.ArgumentParser:
    one = verbs.add_parser(name, help=help_, description=help_)
    one.set_defaults(verb=run)
    _language(one, argparse.SUPPRESS)  # what stands before the verb holds where nothing stands behind it
    return one


def _default_language() -> str:
    told = os.environ.get("LANTU_LANG", "zh")
    return told if told in {"zh", "en"} else "zh"


def _language(one: argparse.ArgumentParser, default: str) -> None:
    one.add_argument("--lang", choices=("zh", "en"), default=default, help="语言 · language")


def _files(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="PDF、DOCX、XLSX、CSV、HTML、Markdown 或 TXT 文件 · a PDF, DOCX, XLSX, CSV, HTML, Markdown or TXT file",
    )
    one.add_argument(
        "--max-size",
        type=values.size,
        default=pipeline.MAX_SIZE,
        metavar="BYTES",
        help="文件大小上限，字节 · refuse larger files",
    )
    one.add_argument(
        "--registers",
        type=Path,
        metavar="DIR",
        help="本单位的指标登记册和更正 · a bureau's own registers and corrections",
    )


def _output(one: argparse.ArgumentParser) -> None:
    one.add_argument("--output", type=Path, metavar="FILE", help="写入文件 · write to a file")
    one.add_argument("--force", action="store_true", help="覆盖已有文件 · overwrite")


def _add_read(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "read", run, "读了什么：种类、地区、时期、段落、表格 · what was understood of a file")
    _files(one)
    one.add_argument(
        "--format", choices=("card", "text", "json"), default="card", help="卡片、全文或 JSON · card, text or JSON"
    )


def _add_extract(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "extract", run, "逐句提取表述 · the statements of each file")
    _files(one)
    one.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="输出格式 · output format")
    one.add_argument("--unread", action="store_true", help="改列未读数字 · list the numbers that no rule read, instead")
    one.add_argument(
        "--second-reader",
        default=os.environ.get("LANTU_SECOND_READER"),
        metavar="URL",
        help="改列语言模型与规则的不同读法（配 --model） · list where a language model reads otherwise, instead",
    )
    one.add_argument("--model", metavar="NAME", help="第二读者的模型名 · the second reader's model")
    _output(one)


def _add_check(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "check", run, "核查文中数字 · what cannot be right in the figures")
    _files(one)
    checking.add_options(one)
    _output(one)


def _add_evaluate(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "evaluate", run, "评估各项目标 · how far each target is")
    _files(one)
    one.add_argument(
        "--as-of", type=values.day, metavar="DATE", help="评估时点 · use what was dated and over by this day"
    )
    one.add_argument(
        "--out", type=Path, default=Path("evaluation"), metavar="DIR", help="输出文件夹 · folder for the three files"
    )
    one.add_argument("--data", type=Path, metavar="FILE", help="CSV 或 XLSX 数据 · values that no document says")
    one.add_argument("--place", metavar="CODE", help="地区代码 · the place, where files are of several")
    one.add_argument("--method", type=Path, metavar="FILE", help="评估方法 TOML · another method file")
    one.add_argument(
        "--answers", type=Path, metavar="FILE", help="对核查问题的答复 · answers to findings of the checks"
    )
    one.add_argument("--force", action="store_true", help="覆盖已有文件 · overwrite")


def _add_import(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "import", run, "文件入台账 · files into the ledger ($LANTU_HOME)")
    _files(one)
    one.add_argument(
        "--again", action="store_true", help="台账中的文件全部重新读取 · read every document of the ledger again"
    )


def _add_serve(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "serve", run, "在本机打开台账页面 · the ledger's pages on this machine")
    _port(one)


def _add_demo(verbs: _Verbs, run: Run) -> None:
    one = _verb(verbs, "demo", run, "评估随附示例 · evaluate the example that comes with Lantu")
    one.add_argument("--out", type=Path, metavar="DIR", help="输出文件夹 · folder for the three files")
    _port(one)


def _port(one: argparse.ArgumentParser) -> None:
    one.add_argument("--port", type=values.port, default=8000, metavar="N", help="端口 · port")
