"""HTML as text: the article's paragraphs and cells in reading order, a line each, cells parted by tabs.

Page chrome (navigation, header, footer, share buttons, related links, scripts) is left out, as are
text with a line through it and the readings that ruby sets over characters. The article is
found by the containers that content management systems use, else where most of the running text stands.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lantu.errors import TooLarge
from lantu.model import Anchor
from lantu.read.encoding import decode
from lantu.read.files import check_cells
from lantu.read.grids import Grid, Span, is_figure
from lantu.read.laid import Laid
from lantu.read.lines import BLANK
from lantu.read.mishaps import struck_out

CONTAINERS = (
    "#UCAP-CONTENT", ".TRS_Editor", ".trs_editor_view", ".TRS_UEDITOR", "#zoom", "#Zoom", "#zoomcon", ".pages_content",
    "#js_content", "#vsb_content", ".v_news_content", ".article-content", ".article_content", ".article-con", "#article",
    ".article", "article", ".news_content", ".news-content", ".view-content", ".detail-content", ".main-content",
    "#content", ".content", "main",
)  # fmt: skip
_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "form", "button", "select",
        "textarea", "input", "svg", "canvas", "video", "audio", "object", "head", "-comment", "rt", "rp", "rtc",
        "del", "s", "strike",
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
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_STRUCK = "del, s, strike, [style*='line-through' i]"
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_STEPS = frozenset({"div", "section", "article", "main", "td", "tr", "tbody", "table", "center", "body"})
_MOST = 0.4  # share of the page's running text that a known container must hold
_NEARLY_ALL = 0.7  # share of a node's running text that lets us step into one child
_LONG_CELL = 400  # characters; a table with a longer cell lays out a page
_DEEPEST = 10_000  # elements one in the other: parsing takes the square of it
_CELL = re.compile(r"<t[dh][\s>/]", re.IGNORECASE)
_TAG = re.compile(
    r"<(/?)(?:a|b|i|u|em|strong|big|small|code|tt|strike|s|nobr|div|span|font|section|article|main|aside|nav|header|footer|center|table|ul|ol|dl|blockquote|form|fieldset|figure|svg|g|math|object|ruby|sup|sub|label|button|select|template|details|address)(?=[\s>/])",
    re.IGNORECASE,
)
Place = tuple[int, int]  # row and column


@dataclass(slots=True)
class _Writer:
    """Lines as they are written, with the offset of each."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    line: list[str] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)
    file: str = ""
    cells: int = 0  # of tables, merged ones at their full stretch
    anchors: list[Anchor] = field(default_factory=list)
    at: str = ""  # the block that is being written
    counts: Counter[str] = field(default_factory=Counter)
    struck: int = 0  # characters with a line through them, left out

    def enter(self, tag: str) -> str:
        """Count a block of the article; its name among those of its kind."""
        self.counts[tag] += 1
        self.at = f"{tag}[{self.counts[tag]}]"
        return self.at

    def end_line(self, depth: int = 0) -> None:
        """Close the line; one that prints nothing is dropped."""
        text = _WHITE.sub(" ", "".join(self.line)).strip(BLANK)
        self.line.clear()
        if text:
            if depth:
                self.depths[self.size] = depth
            if self.at:
                self.anchors.append(Anchor(self.size, self.at))
            self.write(text)

    def write(self, text: str) -> None:
        """Add a whole line."""
        self.lines.append(text)
        self.size += len(text) + 1


def lay(name: str, data: bytes) -> Laid:
    """The article of a page, with the depths of its headings and its tables."""
    source, encoding = decode(name, data)
    _check_depth(name, source)
    check_cells(name, len(_CELL.findall(source)))
    writer = _written(name, source)
    text = "\n".join(writer.lines)
    return Laid(
        text, writer.depths, tuple(writer.grids), anchors=tuple(writer.anchors), notes=struck_out(writer.struck),
        encoding=encoding,
    )  # fmt: skip


def _check_depth(name: str, source: str) -> None:
    """Refuse a page with far more elements one in the other than any has that a person made."""
    depth = 0
    for tag in _TAG.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise TooLarge(
                f"{name}：网页标签嵌套超过 {_DEEPEST:,} 层，未读取；请检查文件是否正常，或另存为文本",
                f"{name}: its tags nest more than {_DEEPEST:,} deep, not read; check that it is sound, or save it as text",
            )


def from_html(source: str) -> tuple[str, Mapping[int, int], Sequence[Grid]]:
    """The text of a page, the depths of its headings by offset, and its tables."""
    writer = _written("", source)
    return "\n".join(writer.lines), writer.depths, writer.grids


def _written(name: str, source: str) -> _Writer:
    tree = LexborHTMLParser(source)
    body = tree.body
    writer = _Writer(file=name)
    if body is None:
        return writer
    main = _container(tree, body)
    title = _title(tree, body, main)
    if title:
        writer.depths[0] = 1
        writer.write(title)
    _write(main, writer)
    writer.struck = sum(
        len(_WHITE.sub("", node.text())) for node in main.css(_STRUCK) if not _within_struck(node, main)
    )
    return writer


def _is_struck(node: LexborNode) -> bool:
    return node.tag in ("del", "s", "strike") or bool(_STRUCK_STYLE.search(node.attributes.get("style") or ""))


def _within_struck(node: LexborNode, main: LexborNode) -> bool:
    """Whether a node strikes nothing out, or stands in one that is left out already."""
    if not _is_struck(node):
        return True
    above = node.parent
    while above is not None and above.mem_id != main.mem_id:
        if _is_chrome(above):
            return True
        above = above.parent
    return False


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
    if _unprinted(attributes.get("style") or ""):
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
            _write_table(node, rows, writer)
            todo += [
                (table, depth) for row in reversed(rows) for cell in reversed(row) for table in reversed(_inner(cell))
            ]
        elif node.mem_id == main.mem_id or not _is_chrome(node):
            inner = int(tag[1]) if re.fullmatch("h[1-6]", tag) else depth
            if tag in _BLOCKS:
                writer.end_line(depth)
                todo.append((None, inner))
                writer.enter(tag)
            todo += [(child, inner) for child in reversed(list(node.iter(include_text=True)))]
    writer.end_line()


def _data_rows(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of a table's rows, or nothing where the table only lays out the page.

    One that holds tables in its cells is a table of data where its own cells print figures.
    """
    rows = _own_rows(table)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return []
    texts = [[_cell_text(cell) for cell in row] for row in rows]
    if any(len(text) > _LONG_CELL for row in texts for text in row):
        return []
    if len(table.css("table")) > 1 and any(map(_inner, (cell for row in rows for cell in row))):
        filled = [row for row in texts if sum(map(bool, row)) > 1]
        if len(filled) < 2 or not any(is_figure(text) for row in filled for text in row[1:]):
            return []
    return rows


def _own_rows(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of each row of a table itself, those of its foot last, wherever they are written."""
    parts = [part for part in table.iter() if part.tag in ("tr", "thead", "tbody", "tfoot")]
    parts.sort(key=lambda part: part.tag == "tfoot")
    lines = [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]
    rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in lines]
    return [row for row in rows if row]


def _cell_text(cell: LexborNode) -> str:
    """What a cell prints on one line: breaks and blocks part words, scripts and styles print nothing.

    A table within it has lines of its own.
    """
    words: list[str] = []
    todo: list[LexborNode | str] = [cell]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            words.append(node)
        elif node.tag == "-text":
            words.append(node.text_content or "")
        elif node.tag == "br":
            words.append(" ")
        elif not _never_prints(node) and not _stands_apart(node):
            gap = [" "] if node.tag in _BLOCKS else []
            todo += [*gap, *reversed(list(node.iter(include_text=True))), *gap]
    return _line("".join(words))


def _never_prints(node: LexborNode) -> bool:
    return node.tag in _SKIPPED or _unprinted(node.attributes.get("style") or "")


def _unprinted(style: str) -> bool:
    """Whether a style hides its text or strikes it out."""
    return bool(_HIDDEN.search(style) or ("line-through" in style.lower() and _STRUCK_STYLE.search(style)))


def _stands_apart(node: LexborNode) -> bool:
    """Whether a node in a cell is a table of several cells; one around a single cell only frames it."""
    return node.tag == "table" and sum(map(len, _own_rows(node))) > 1


def _inner(cell: LexborNode) -> list[LexborNode]:
    """The outermost tables within a cell that stand apart from its text."""
    found: list[LexborNode] = []
    todo = [cell]
    while todo:
        node = todo.pop()
        if _stands_apart(node):
            found.append(node)
        elif not _never_prints(node):
            todo += reversed(list(node.iter()))
    return found


def _write_table(table: LexborNode, rows: Sequence[Sequence[LexborNode]], writer: _Writer) -> None:
    """Write a table's rows, and note each cell's span; a cell that a merge covers has its origin's."""
    name = writer.enter("table")
    if (caption := table.css_first("caption")) is not None:
        writer.line.append(_cell_text(caption))
        writer.at = f"{name}/caption"
        writer.end_line()
    start = writer.size
    slots, cells = _slots(rows, writer)
    width = max(c for _, c in slots) + 1
    known: dict[Place, Span] = {}
    spans: list[tuple[Span, ...]] = []
    for r in range(len(rows)):
        at = writer.size
        texts: list[str] = []
        nth = 0
        for c in range(width):
            cell = cells.get((r, c))
            nth += cell is not None
            texts.append(_cell_text(cell) if cell is not None else "")
            if texts[-1]:
                writer.anchors.append(Anchor(at, f"{name}/tr[{r + 1}]/td[{nth}]"))
            known.setdefault(slots.get((r, c), (r, c)), (at, at + len(texts[-1])))
            at += len(texts[-1]) + 1
        spans.append(tuple(known[slots.get((r, c), (r, c))] for c in range(width)))
        writer.write("\t".join(texts))
    writer.grids.append(Grid(start, writer.size - 1, tuple(spans)))


def _slots(rows: Sequence[Sequence[LexborNode]], writer: _Writer) -> tuple[dict[Place, Place], dict[Place, LexborNode]]:
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
            tall = _span(cell, "rowspan", len(rows) - r)
            writer.cells += wide * tall
            check_cells(writer.file, writer.cells)
            for down in range(tall):
                slots.update({(r + down, c + right): (r, c) for right in range(wide)})
            c += wide
    return slots, cells


def _span(cell: LexborNode, name: str, most: int) -> int:
    said = (cell.attributes.get(name) or "").strip()
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() else 1
