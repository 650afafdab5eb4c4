"""HTML as text: the article's paragraphs and cells in reading order, a line each, cells parted by tabs.

Page chrome (navigation, header, footer, share buttons, related links, scripts) is left out. The article is
found by the containers that content management systems use, else where most of the running text stands.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lantu.read.encoding import decode
from lantu.read.grids import Grid, Span
from lantu.read.laid import Laid
from lantu.read.lines import BLANK

CONTAINERS = (
    "#UCAP-CONTENT", ".TRS_Editor", ".trs_editor_view", ".TRS_UEDITOR", "#zoom", "#Zoom", "#zoomcon", ".pages_content",
    "#js_content", "#vsb_content", ".v_news_content", ".article-content", ".article_content", ".article-con", "#article",
    ".article", "article", ".news_content", ".news-content", ".view-content", ".detail-content", ".main-content",
    "#content", ".content", "main",
)  # fmt: skip
_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "form", "button", "select",
        "textarea", "input", "svg", "canvas", "video", "audio", "object", "head", "-comment",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th",
        "tbody", "thead", "tfoot", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure",
        "figcaption", "hr", "center", "address", "body", "html", "fieldset",
    }
)  # fmt: skip
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:bd)?(?:share|nav|navbar|breadcrumbs?|crumbs?|footer|foot|sidebar|related|relate|recommend|toolbar"
    r"|pagination|pager|copyright|qrcode|ewm|comments?|menu|login|search|position|print|xgwj|xglj|banner|topbar|header)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_STEPS = frozenset({"div", "section", "article", "main", "td", "tr", "tbody", "table", "center", "body"})
_MOST = 0.4  # share of the page's running text that a known container must hold
_NEARLY_ALL = 0.7  # share of a node's running text that lets us step into one child
_LONG_CELL = 400  # characters; a table with a longer cell lays out a page
Place = tuple[int, int]  # row and column


@dataclass(slots=True)
class _Writer:
    """Lines as they are written, with the offset of each."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    line: list[str] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)

    def end_line(self, depth: int = 0) -> None:
        """Close the line; one that prints nothing is dropped."""
        text = _WHITE.sub(" ", "".join(self.line)).strip(BLANK)
        self.line.clear()
        if text:
            if depth:
                self.depths[self.size] = depth
            self.write(text)

    def write(self, text: str) -> None:
        """Add a whole line."""
        self.lines.append(text)
        self.size += len(text) + 1


def lay(name: str, data: bytes) -> Laid:
    """The article of a page, with the depths of its headings and its tables."""
    source, encoding = decode(name, data)
    text, depths, grids = from_html(source)
    return Laid(text, depths, tuple(grids), encoding=encoding)


def from_html(source: str) -> tuple[str, Mapping[int, int], Sequence[Grid]]:
    """The text of a page, the depths of its headings by offset, and its tables."""
    tree = LexborHTMLParser(source)
    body = tree.body
    if body is None:
        return "", {}, ()
    main = _container(tree, body)
    writer = _Writer()
    title = _title(tree, body, main)
    if title:
        writer.depths[0] = 1
        writer.write(title)
    _write(main, writer)
    return "\n".join(writer.lines), writer.depths, tuple(writer.grids)


def _container(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """The node that holds the article."""
    running = _running(body)
    for selector in CONTAINERS:
        best = max(tree.css(selector), key=lambda node: running.get(node.mem_id, 0), default=None)
        if best is not None and running.get(best.mem_id, 0) >= _MOST * running[body.mem_id]:
            return best
    node = body
    while True:
        child = max(node.iter(), key=lambda child: running.get(child.mem_id, 0), default=None)
        if child is None or running.get(child.mem_id, 0) < _NEARLY_ALL * running[node.mem_id]:
            return node
        if child.tag not in _STEPS or (child.tag == "table" and _data_rows(child)):
            return node
        node = child


def _running(body: LexborNode) -> dict[int, int]:
    """Length of the text outside links and chrome, of every node that is no chrome."""
    lengths: dict[int, int] = {}
    todo: list[tuple[LexborNode, bool]] = [(body, False)]
    while todo:
        node, done = todo.pop()
        if done:
            lengths[node.mem_id] = sum(lengths.get(child.mem_id, 0) for child in node.iter(include_text=True))
        elif node.tag == "-text":
            lengths[node.mem_id] = len((node.text_content or "").strip())
        elif node.tag != "a" and not _is_chrome(node):
            todo.append((node, True))
            todo += [(child, False) for child in node.iter(include_text=True)]
    return lengths


def _is_chrome(node: LexborNode) -> bool:
    """Whether a node stands around the article, or is never text."""
    tag = node.tag or ""
    if tag in _SKIPPED:
        return True
    if tag.startswith("-") or tag in ("body", "html"):
        return False
    attributes = node.attributes
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    return bool(_CHROME.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))


def _title(tree: LexborHTMLParser, body: LexborNode, main: LexborNode) -> str:
    """The page's title where the article does not hold it."""
    meta = tree.css_first('meta[name="ArticleTitle" i]')
    head = tree.css_first("title")
    titles = [node.text() for node in body.css("h1") if not _is_chrome(node)]
    titles.append((meta.attributes.get("content") or "") if meta is not None else "")
    titles.append(re.split(r"[-_|–—]", head.text())[0] if head is not None else "")
    title = next((line for line in map(_line, titles) if len(line) > 3), "")
    return "" if _WHITE.sub("", title) in re.sub(r"\s", "", main.text())[:2000] else title


def _line(text: str) -> str:
    return _WHITE.sub(" ", text).strip(BLANK)


def _write(main: LexborNode, writer: _Writer) -> None:
    """Write what a node holds. In `todo` a block's end stands as None; the number is the depth of its heading."""
    todo: list[tuple[LexborNode | None, int]] = [(main, 0)]
    while todo:
        node, depth = todo.pop()
        tag = (node.tag or "") if node is not None else "br"
        if node is None or tag == "br":
            writer.end_line(depth)
        elif tag == "-text":
            writer.line.append(node.text_content or "")
        elif tag == "table" and (rows := _data_rows(node)):
            writer.end_line(depth)
            _write_table(rows, writer)
        elif node.mem_id == main.mem_id or not _is_chrome(node):
            inner = int(tag[1]) if re.fullmatch("h[1-6]", tag) else depth
            if tag in _BLOCKS:
                writer.end_line(depth)
                todo.append((None, inner))
            todo += [(child, inner) for child in reversed(list(node.iter(include_text=True)))]
    writer.end_line()


def _data_rows(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of a table's rows, or nothing where the table only lays out the page."""
    if len(table.css("table")) > 1:
        return []
    rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in table.css("tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return []
    long = any(len(_line(cell.text())) > _LONG_CELL for row in rows for cell in row)
    return [] if long else rows


def _write_table(rows: Sequence[Sequence[LexborNode]], writer: _Writer) -> None:
    """Write a table's rows, and note each cell's span; a cell that a merge covers has its origin's."""
    start = writer.size
    slots, cells = _slots(rows)
    width = max(c for _, c in slots) + 1
    known: dict[Place, Span] = {}
    spans: list[tuple[Span, ...]] = []
    for r in range(len(rows)):
        at = writer.size
        texts: list[str] = []
        for c in range(width):
            cell = cells.get((r, c))
            texts.append(_line(cell.text()).replace("\t", " ") if cell is not None else "")
            known.setdefault(slots.get((r, c), (r, c)), (at, at + len(texts[-1])))
            at += len(texts[-1]) + 1
        spans.append(tuple(known[slots.get((r, c), (r, c))] for c in range(width)))
        writer.write("\t".join(texts))
    writer.grids.append(Grid(start, writer.size - 1, tuple(spans)))


def _slots(rows: Sequence[Sequence[LexborNode]]) -> tuple[dict[Place, Place], dict[Place, LexborNode]]:
    """For each place of a table the place where its cell starts, and the cells by where they start."""
    slots: dict[Place, Place] = {}
    cells: dict[Place, LexborNode] = {}
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in slots:
                c += 1
            cells[r, c] = cell
            wide = _span(cell, "colspan", 100)
            for down in range(_span(cell, "rowspan", len(rows) - r)):
                slots.update({(r + down, c + right): (r, c) for right in range(wide)})
            c += wide
    return slots, cells


def _span(cell: LexborNode, name: str, most: int) -> int:
    said = (cell.attributes.get(name) or "").strip()
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() else 1
