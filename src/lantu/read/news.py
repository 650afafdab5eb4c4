"""Whether a text tells of a planning document or explains one, rather than being it.

No single sign decides: a paper that prints a report whole has its dateline too, and a report quotes others.
"""

import re

_ENOUGH = 3  # signs that make it certain; each below says how many it counts
_HEAD = 600  # characters of the body that open it
_OUTSET = 1500
_BYLINE = 80
_NAMES = re.compile(r"报告|规划|纲要|计划|《建议》")
_TEXT = r"(?:工作报告|规划|纲要|计划|草案的报告|五年规划的建议)[”》]?"

# what a title says: about a text, as a piece that explains one does ...
_EXPLAINS = re.compile(
    r"(?:解读|图解|一图|[读看]懂|图说|速览|速读|划重点|数读|数说|答记者问|新闻发布会|发布会实录|访谈|专访|侧记)(?!.{0,8}(?:工作(?!报告)|制度|办法|方案|机制|通知))"
)
_ABOUT = re.compile(r"摘要|看点|亮点|关键词|综述|热议|聚焦|开幕|闭幕|召开|举行")
# ... or as a headline does, that goes on with what the text says or how it was received
_HEADLINE = re.compile(
    rf"{_TEXT}(?:[中里]的|里|(?:正式)?(?:提出|指出|明确|透露|显示|勾勒|描绘|传递|发布|公布|出炉|出台|亮相|获(?:审议)?通过|来了))"
    rf"|(?:从|看|读|学习).{{0,16}}{_TEXT}(?:看|中|里)|^(?:重磅|定了)[！!丨｜|：:]"
    r"|(?:政府工作报告|规划纲要|草案的报告|五年规划的建议)[”》]*(?!.*(?:[报通公]告|纲要|[规计]划|建议|意见|方案|决[定议]|通知|说明|[函稿]|批复|全文|摘要|节选|草案|解释|附[件表]|[）)])$)[\u4e00-\u9fff]{2,}.{0,16}$"
)
# what stands at the opening of news
_SAYS_SO = re.compile(
    r"(?:本报|[\u4e00-\u9fff]{2,8}[报网社台端])?(?:\S{0,8}\d{1,2}月\d{1,2}日)?\S{0,6}讯(?=[\s（(]|\d)|讯 |(?:记者|通讯员)[\s:：\u4e00-\u9fff]{2,}"
)
_DATELINE = re.compile(
    r"(?:【[^】]{2,16}】\s*)?(?:(?:本报|[\u4e00-\u9fff]{0,10}(?:报|网|社|台|客户端|融媒|新闻|全媒体))\S{0,12}?(?:讯|[日\d]电|消息)(?=[\s（(，,：:\d]|$)"
    r"|记者.{0,12}从.{2,40}(?:获悉|了解到)|据《?[\u4e00-\u9fff]{2,12}(?:报|网|社|台|客户端)》?(?:记者)?.{0,10}(?:报道|消息))"
)
_SOURCE = re.compile(r"来源\s*[：:]\s*\S{0,16}(?:报|网|社|台|客户端|融媒|新闻|发布|头条)")
_EDITOR = re.compile(r"(?:责任编辑|责编|编辑|校对|审核|监制|作者|摄影|通讯员|文字)\s*[：:]")
_REPORTED = re.compile(r"(?:报告|纲要[”》]?|规划[”》]?|建议[”》]?)中?(?:指出|提[出到]|显示|明确|说|称|强调|认为|从)")
_OF_THE_TEXT_ITSELF = re.compile(r"(?:本|根据《?)[^，。]{0,60}$")
_RECENTLY = re.compile(r"(?:近日|日前|昨日|昨天)，?[^。]{0,40}(?:印发|发布|出台|公布|审议|通过|听取)")
_OPENED = re.compile(r"(?:人民代表大会.{0,40}|人大.{0,8}会议.{0,16})(?:开幕|闭幕|召开|举行)")
_DELIVERED = re.compile(
    r"(?:省长|市长|州长|县长|区长|旗长|主席|镇长|总理)\S{2,5}?(?:代表.{2,14})?(?:向大会)?作.{0,4}(?:政府)?工作报告"
)
SALUTE = re.compile(r"各位(?:代表|委员|同志)\s*[：:！!，,]")


def explains(title: str) -> bool:
    """Whether a title is that of a piece that explains a text, or of a headline on one."""
    return bool(_EXPLAINS.search(title) or _HEADLINE.search(title))


def is_news(title: str, opening: str, body: str, closing: str, *, official: bool) -> bool:
    """Whether the text tells of a document. `official`: whether its title is that of the document itself."""
    first = body[:_HEAD]
    if not (_NAMES.search(title) or _NAMES.search(first)):
        return False
    signs = 3 * explains(title) + bool(_ABOUT.search(title)) + _press(title, opening, body)
    signs += 2 * _reports(body[:_OUTSET]) + bool(_RECENTLY.search(first))
    signs += bool(_OPENED.search(first)) + bool(_DELIVERED.search(first))
    signs += bool(_SOURCE.search(opening)) + bool(_EDITOR.search(opening) or _EDITOR.search(closing))
    signs -= 3 * bool(SALUTE.search(body[:_OUTSET])) + 3 * (official and not _ABOUT.search(title))
    return signs >= _ENOUGH


def _press(title: str, opening: str, body: str) -> int:
    """How surely the opening is that of news: a sentence that begins with a dateline is, a byline may be a reprint's."""
    line = body.split("\n", 1)[0]
    if any(found and "。" in text[found.end() :] for text in (line, title) if (found := _DATELINE.match(text))):
        return 4
    byline = opening[-120:] + " " + body[:_BYLINE]
    return 2 * (("讯" in byline or "记者" in byline) and _SAYS_SO.search(byline) is not None)


def _reports(text: str) -> bool:
    """Whether a text says what a document says, one that is neither itself nor the one that it rests on."""
    return any(not _OF_THE_TEXT_ITSELF.search(text[: found.start()]) for found in _REPORTED.finditer(text))
