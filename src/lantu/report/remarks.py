"""What the command says of its own running, in a sentence: what is missing, what went wrong."""

from pathlib import Path

from lantu.model import Evaluation, Ledger, Reading


def evaluation_gaps(ledger: Ledger, evaluation: Evaluation, lang: str) -> list[str]:
    """What keeps the evaluation from being one: no targets, or no results."""
    said = []
    if not ledger.targets:
        said.append(
            {
                "zh": "文件中没有目标：没有可评估的内容。请加入规划纲要或年度计划报告。",
                "en": "No target in the files: nothing to evaluate. Add the plan or the annual plan report.",
            }[lang]
        )
    elif not any(a.latest for a in evaluation.assessments):
        said.append(
            {
                "zh": "文件中没有与目标对应的实际结果：各项均不可评。请加入目标期内的报告，或用 --data 补充数据。",
                "en": "No target has a result in the files: nothing can be assessed. Add a report of its period, or values with --data.",
            }[lang]
        )
    return said


def no_statement(reading: Reading, lang: str) -> str:
    """That a document holds no statement."""
    name = reading.document.name
    if lang == "en":
        return f"{name}: no statement found: it holds no figure with a unit that measures anything. See lantu extract --unread."
    return f"{name}：没有找到表述：文中没有带单位的计量数字。可用 lantu extract --unread 查看未读数字。"


def findings_elsewhere(count: int, lang: str) -> str:
    """That findings are about no number of the files with notes."""
    return {
        "zh": f"另有 {count} 个问题不在所写文件的任何数字上，用 --format table 查看。",
        "en": f"{count} findings are about no number of the files written: see them with --format table.",
    }[lang]


def signature_gone(names: tuple[str, ...], lang: str) -> str:
    """That a signature does not hold for a copy with notes."""
    return {
        "zh": f"{'、'.join(names)} 有数字签名：加注后的副本与原件不同，签名对副本无效；原件及其签名没有改动。",
        "en": f"{', '.join(names)}: digitally signed; the copy with notes differs, so the signature is not valid for it. The file itself and its signature are as they were.",
    }[lang]


def interrupted(lang: str) -> str:
    """The user stopped it."""
    return {"zh": "已中断；没有留下写了一半的文件。", "en": "Interrupted; no half-written file is left."}[lang]


def cannot_write(error: OSError, lang: str) -> str:
    """The system does not take the output."""
    return {
        "zh": f"输出写不出去（{error.strerror}）。检查磁盘空间和输出位置。",
        "en": f"The output cannot be written ({error.strerror}). Check the disk and where it goes.",
    }[lang]


def own_mistake(lang: str) -> str:
    """What stands above is a mistake of ours."""
    return {
        "zh": "这是 Lantu 自身的错误，不是文件的错误；请把以上内容反馈给开发者。",
        "en": "This is a mistake in Lantu itself, not in the files; please report what stands above.",
    }[lang]


def demo_ready(page: Path, lang: str) -> str:
    """Where the example's evaluation lies."""
    return {
        "zh": f"示例评估已生成，用浏览器打开：{page}",
        "en": f"The example evaluation is ready; open it in a browser: {page}",
    }[lang]


def example_loaded(lang: str) -> str:
    """That a new ledger holds the example."""
    return {
        "zh": "新的台账，已装入示例，并打开公开网站；不需要时可在页面上撤回示例文档。",
        "en": "A new ledger: the example is in it, and its public site is on; withdraw its documents on the pages when you no longer want it.",
    }[lang]


def serving(address: str, ledger: str, lang: str) -> str:
    """Where the pages are, and how to end them."""
    return {
        "zh": f"台账页面：{address}（台账 {ledger}；按 Ctrl-C 结束）",
        "en": f"The ledger's pages: {address} (ledger {ledger}; Ctrl-C ends)",
    }[lang]
