"""Work reports of consecutive years of one place, as long as wanted: one chapter after another, each on a trade of its own.

The chapters are drafts of `synth` whose indicators are those of a trade (海洋进出口总额): so every figure of a long
draft hangs on one of the year before, as in a report of that length, and no two of them contradict each other.
"""

import re
from itertools import cycle, islice

from bench import reports
from bench.drafts import Pen
from bench.economy import NAMES, OF_SERIES
from bench.wording import FILLERS

TRADES = (
    "", "海洋", "文旅", "林业", "农垦", "冶金", "纺织", "物流", "医药", "轻工", "化工", "电子", "建材", "食品", "船舶", "航空",
    "钟表", "陶瓷", "茶叶", "渔业", "园艺", "家具", "印刷", "玩具",
)  # fmt: skip
_MORE = (
    "三次产业增加值", "研究与试验发展经费投入强度", "高新技术企业", "高价值发明专利拥有量", "全员劳动生产率", "人均公园绿地面积",
    "普惠性幼儿园覆盖率", "基本养老保险参保率", "常住人口城镇化率", "空气质量优良天数比例", "环境空气质量优良率", "固定资产投资",
    "城镇新增就业", "单位地区生产总值能耗", "十大产业",
)  # fmt: skip
_NAMED = re.compile(
    "|".join(sorted({n for s in OF_SERIES.values() for n in s.names} | set(_MORE), key=len, reverse=True))
)
_BODY = "一、"


def years_of(size: int, years: range, seed: int, spare: int = 0) -> list[str]:
    """The work reports on `years`, each of `size` characters; behind each sentence so many more without a figure."""
    chapters = [_chapter(trade, years, seed + n) for n, trade in enumerate(TRADES)]
    return [_widened("".join(each), spare)[:size] for each in zip(*chapters, strict=True)]


def _widened(text: str, spare: int) -> str:
    """Sentences of a report that say no figure, behind those of the text in turn."""
    said = cycle(sentence for each in FILLERS.values() for sentence in each)
    return re.sub("。", lambda _: "。" + "".join(islice(said, spare)), text) if spare else text


def _chapter(trade: str, years: range, seed: int) -> list[str]:
    """One draft a year; of all but the first what stands below its head, on the trade's own indicators."""
    pen = Pen()
    story = reports.begin(pen, NAMES[0], seed, years)
    for year in years:
        reports.write(story, year)
    texts = [pen.texts[reports.name(NAMES[0], year, "work")] for year in years]
    if not trade:
        return texts
    return [_NAMED.sub(lambda name: trade + name[0], text[text.index(_BODY) :]) for text in texts]
