"""A report as one web page: no script, nothing from elsewhere, and to be printed as it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zelfanalyse.report.document import (
    Align,
    BalanceLine,
    Block,
    Bullets,
    DistributionChart,
    Document,
    DumbbellChart,
    FacingChart,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Quotes,
    Table,
    Triangle,
)
from zelfanalyse.report.picture import (
    EXTERNAL,
    SELF,
    WANTED,
    Ink,
    Mark,
    bar,
    column,
    escaped,
    sign,
    strip,
    triangle,
)
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CONTENTS, SKIP = "Inhoud", "Naar de inhoud"  # the only words that are not in the document

INK = Ink("var(--text)", "var(--line)", "var(--accent)", "var(--paper)")

DEEPEST = 6  # HTML has no heading below h6
LONG = 24  # letters: a longer word may be broken anywhere, and so takes no more room than this
NARROW = 34  # letters that fit beside each other on a screen of 320 pixels
BETWEEN = 2  # letters of room between two columns

# Nothing may be fetched, run or sent, also if a text from a person were ever to become markup.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(slots=True)
class Names:
    """Hands out names that occur once: ``vertrouwen``, ``vertrouwen-2``."""

    taken: set[str] = field(default_factory=set)

    def once(self, wanted: str, between: str = "-") -> str:
        """Return the name, with a number behind it when there was one before."""
        name, number = wanted, 1
        while name in self.taken:
            number += 1
            name = f"{wanted}{between}{number}"
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Title:
    """A heading with its place in the page."""

    heading: Heading
    id: str
    level: int
    begins_page: bool


def html_text(document: Document) -> str:
    """Return the report as a whole HTML file; the same document gives the same text."""
    title, blocks = _without_title(document)
    titles = _titles(blocks)
    body = "\n".join(_body(blocks, titles))
    return f"""<!doctype html>
<html lang="{escaped(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="color-scheme" content="light dark">
<title>{escaped(title)}</title>
<style>
{STYLE}{_every_page(document, title)}</style>
</head>
<body>
<a class="skip" href="#tekst">{SKIP}</a>
<header>
{_header(document, title)}
</header>
{_contents(titles)}<main id="tekst" tabindex="-1">
{body}
</main>
<footer>
<p>{escaped(document.footer)}</p>
</footer>
</body>
</html>
"""


def _without_title(document: Document) -> tuple[str, list[Block]]:
    """Return the title of the report, and the blocks that come after the header.

    What the header says is not said again: the title, and a notice with the same warning.
    """
    blocks = list(document.blocks)
    first = next((item for item in blocks if isinstance(item, Heading) and item.level == 1), None)
    if first is not None:
        blocks.remove(first)
    warning = Notice(document.warning)
    if warning in blocks:
        blocks.remove(warning)
    return (document.title if first is None else first.text), list(_with_headings(blocks))


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks with a new page before a row of headings, and never in or just after it."""
    waiting: list[Block] = []
    for block in blocks:
        match block:
            case Heading():
                waiting.append(block)
            case PageBreak():
                waiting = [block, *(item for item in waiting if item != block)]
            case _:
                yield from waiting
                waiting = []
                yield block
    yield from waiting


def _titles(blocks: list[Block]) -> list[Title]:
    """Return the headings: no level skipped, and each with a name of its own."""
    names, titles, level, begins = Names({"tekst", "inhoud"}), [], 1, False
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 2), level + 1, DEEPEST)
            titles.append(Title(block, names.once(_slug(block.text)), level, begins))
        else:
            begins = isinstance(block, PageBreak)
    return titles


def _slug(text: str) -> str:
    """Return a name for in an address: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "deel"


def _header(document: Document, title: str) -> str:
    parts = [f"<h1>{escaped(title)}</h1>"]
    if document.status:
        parts.insert(0, f'<p class="status">{escaped(document.status)}</p>')
    if document.warning:
        parts.append(_notice(document.warning))
    return "\n".join(parts)


def _contents(titles: list[Title]) -> str:
    """Return the table of contents: the chapters, and in them what begins on its own page."""
    listed = [title for title in titles if title.level == 2 or title.begins_page]  # noqa: PLR2004
    if not listed:
        return ""
    lines, within = [], False
    for title in listed:
        deeper = title.level > 2  # noqa: PLR2004
        if deeper is not within:
            lines.append("<ul>" if deeper else "</li></ul></li>")
        elif lines:
            lines.append("</li>")
        lines.append(f'<li><a href="#{title.id}">{escaped(title.heading.text)}</a>')
        within = deeper
    lines.append("</li></ul></li>" if within else "</li>")
    inner = "\n".join(lines)
    return (
        '<nav aria-labelledby="inhoud">\n'
        f'<p class="contents" id="inhoud">{CONTENTS}</p>\n<ul>\n{inner}\n</ul>\n</nav>\n'
    )


def _body(blocks: list[Block], titles: list[Title]) -> Iterator[str]:
    """Yield every block, with under which heading it stands."""
    left, under = iter(titles), ""
    names, figures = Names(), 0
    for block in blocks:
        match block:
            case Heading():
                title = next(left)
                under = block.text
                yield (f'<h{title.level} id="{title.id}">{escaped(block.text)}</h{title.level}>')
            case Table():
                first = next((column for column in block.columns if column), "")
                name = ": ".join(part for part in (under, first) if part)
                yield _table(block, names.once(name, " "))
            case DumbbellChart() | Triangle() | DistributionChart() | BalanceLine() | FacingChart():
                figures += 1
                yield _figure(block, f"figuur-{figures}", names.once(under, " "))
            case _:
                yield _simple(block)


def _simple(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{escaped(block.text)}</p>"
        case Notice():
            return _notice(block.text)
        case Bullets():
            return _list(f"<li>{escaped(item)}</li>" for item in block.items)
        case Quotes():
            said = (
                f'<li><blockquote dir="auto">{escaped(item)}</blockquote></li>'
                for item in block.items
            )
            return _list(said, ' class="quotes"')
        case _:
            return '<div class="page"></div>'


def _notice(text: str) -> str:
    return (
        '<div class="notice" role="note"><span class="sign" aria-hidden="true">!</span>'
        f"<p>{escaped(text)}</p></div>"
    )


def _list(items: Iterator[str], attributes: str = "") -> str:
    lines = "\n".join(items)
    return f"<ul{attributes}>\n{lines}\n</ul>" if lines else ""


def _table(table: Table, name: str) -> str:
    """Return a table; one that is too wide for a telephone moves within its own frame."""
    right = [table.column_align(index) is Align.RIGHT for index in range(len(table.columns))]
    head = "".join(
        _cell("th", title, right=side, scope="col")
        for title, side in zip(table.columns, right, strict=True)
    )
    rows = "\n".join(f"<tr>{_row(row, right)}</tr>" for row in table.rows)
    caption = f'<caption class="unseen">{escaped(name)}</caption>' if name else ""
    drawn = f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    return _framed(drawn, name) if _room((table.columns, *table.rows)) > NARROW else drawn


def _row(row: Sequence[str], right: Sequence[bool]) -> str:
    first, *rest = row
    return _cell("th", first, right=right[0], scope="row") + "".join(
        _cell("td", text, right=side) for text, side in zip(rest, right[1:], strict=True)
    )


def _cell(tag: str, text: str, *, right: bool = False, scope: str = "") -> str:
    """Return a cell; one without words heads nothing."""
    if not text:
        return "<td></td>"
    looks = " ".join(
        look for look, wanted in (("right", right), ("long", _longest(text) > LONG)) if wanted
    )
    attributes = (f' scope="{scope}"' if scope else "") + (f' class="{looks}"' if looks else "")
    return f"<{tag}{attributes}>{escaped(text)}</{tag}>"


def _framed(table: str, name: str) -> str:
    label = f' aria-label="{escaped(name)}"' if name else ""
    return f'<div class="frame" role="region" tabindex="0"{label}>{table}</div>'


def _room(rows: Sequence[Sequence[str]]) -> int:
    """Return how many letters a table is wide when every word has its own line."""
    columns = zip(*rows, strict=True)
    return sum(min(max(map(_longest, cells)), LONG) + BETWEEN for cells in columns)


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _figure(
    chart: DumbbellChart | Triangle | DistributionChart | BalanceLine | FacingChart,
    name: str,
    under: str,
) -> str:
    """Return a drawing with its figures as text beside it, named by its text alternative."""
    match chart:
        case DumbbellChart():
            drawn, kind = _dumbbells(chart), "lines"
        case Triangle():
            drawn, kind = _triangle(chart, name), "triangle"
        case DistributionChart():
            drawn, kind = _distribution(chart, under), "columns"
        case BalanceLine():
            drawn, kind = _balance(chart), "balance"
        case FacingChart():
            drawn, kind = _facing(chart), "facing"
    return (
        f'<figure class="{kind}" aria-labelledby="{name}">\n{drawn}\n'
        f'<figcaption class="unseen" id="{name}">{escaped(chart.alt)}</figcaption>\n</figure>'
    )


def _dumbbells(chart: DumbbellChart) -> str:
    first, own, external, gap = chart.columns
    head = (
        f'<th scope="col"><span class="pair"><span>{escaped(first)}</span>'
        f'<span class="ends" aria-hidden="true"><span>{chart.low}</span><span>{chart.high}</span>'
        f"</span></span></th>{_signed(SELF, own)}{_signed(EXTERNAL, external)}"
        f"{_cell('th', gap, right=True, scope='col')}"
    )
    rows = []
    for row in chart.rows:
        line = strip(
            chart.low, chart.high, (Mark(row.own, SELF), Mark(row.external, EXTERNAL)), INK
        )
        texts = (row.own_text, row.external_text, row.gap_text)
        rows.append(
            f'<tr><th scope="row"><span class="pair"><span>{escaped(row.label)}</span>{line}'
            f"</span></th>{''.join(_cell('td', text, right=True) for text in texts)}</tr>"
        )
    return _grid(head, rows)


def _triangle(chart: Triangle, name: str) -> str:
    corner, own, external = chart.columns
    head = _cell("th", corner, scope="col") + _signed(SELF, own) + _signed(EXTERNAL, external)
    rows = [
        f"<tr>{_row((item.title, item.own_text, item.external_text), (False, True, True))}</tr>"
        for item in chart.corners
    ]
    return f"{triangle(chart, INK, name)}\n{_grid(head, rows)}"


def _signed(mark: str, title: str) -> str:
    """Return the head of a column of figures, with the mark that stands for it."""
    return (
        f'<th scope="col" class="right"><span class="key">{sign(mark, INK)}{escaped(title)}</span>'
        "</th>"
    )


def _grid(head: str, rows: Sequence[str]) -> str:
    inner = "\n".join(rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{inner}\n</tbody></table>"


def _distribution(chart: DistributionChart, under: str) -> str:
    most = max((count for _, counts in chart.rows for count in counts), default=0)
    head = "<td></td>" + "".join(
        f'<th scope="col" class="count">{escaped(label)}</th>' if label else "<td></td>"
        for label in chart.labels
    )
    rows = [
        f"<tr>{_cell('th', title, scope='row')}"
        + "".join(
            f'<td class="count">{column(count, most, INK)}<span>{count}</span></td>'
            for count in counts
        )
        + "</tr>"
        for title, counts in chart.rows
    ]
    cells = [("", *chart.labels), *((title, *map(str, counts)) for title, counts in chart.rows)]
    drawn = _grid(head, rows)
    return _framed(drawn, under) if _room(cells) > NARROW else drawn


def _balance(chart: BalanceLine) -> str:
    rows = "\n".join(
        f'<li><span class="side">{escaped(side)}</span>'
        f"{strip(1, chart.steps, (Mark(wanted, WANTED), Mark(now, SELF)), INK, joined=False)}"
        f"<span>{escaped(words)}</span></li>"
        for side, now, wanted, words in chart.rows
    )
    return (
        f'<div class="poles"><p>{escaped(chart.left)}</p><p>{escaped(chart.right)}</p></div>\n'
        f"<ul>\n{rows}\n</ul>"
    )


def _facing(chart: FacingChart) -> str:
    head = (
        f"{_cell('th', chart.left, right=True, scope='col')}<td></td>"
        f"{_cell('th', chart.right, scope='col')}"
    )
    rows = [
        f'<tr><td class="right"><span class="half"><span>{escaped(row.left_text)}</span>'
        f"{bar(row.left, INK, leftward=True)}</span></td>"
        f"{_cell('th', row.label, scope='row')}"
        f'<td><span class="half">{bar(row.right, INK, leftward=False)}'
        f"<span>{escaped(row.right_text)}</span></span></td></tr>"
        for row in chart.rows
    ]
    return _grid(head, rows)


def _every_page(document: Document, title: str) -> str:
    """Return what stands in the margins of each printed page."""
    warning = f"@top-left {{ content: {_css(document.warning)}; }}" if document.warning else ""
    return f"""@page {{
  {warning or f"@top-left {{ content: {_css(title)}; }}"}
  @top-right {{ content: {_css(document.status)}; }}
  @bottom-left {{ content: {_css(document.footer)}; }}
  @bottom-right {{ content: counter(page) "/" counter(pages); }}
}}
"""


def _css(text: str) -> str:
    """Return text as a string in a style sheet; everything but letters and digits by number."""
    line = " ".join(visible(text).split())
    return '"' + re.sub(r"[^a-zA-Z0-9 ]", lambda found: f"\\{ord(found[0]):06x}", line) + '"'


STYLE = """:root {
  color-scheme: light dark;
  --paper: #fcfbf9;
  --raised: #f3f1ec;
  --text: #1d2126;
  --quiet: #525a63;
  --line: #8b929a;
  --hair: #dcd9d2;
  --accent: #23507a;
  --serif: "Iowan Old Style", Charter, "Source Serif 4", "Noto Serif", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191e;
    --raised: #1e242b;
    --text: #e6e8ea;
    --quiet: #adb5bd;
    --line: #78818b;
    --hair: #343c45;
    --accent: #94c1ea;
  }
}
@media (forced-colors: active) {
  :root {
    --paper: Canvas;
    --text: CanvasText;
    --quiet: CanvasText;
    --line: GrayText;
    --accent: Highlight;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body {
  margin: 0 auto;
  max-width: 76rem;
  padding: 0 1.25rem;
  background: var(--paper);
  color: var(--text);
  font: 1rem/1.6 var(--sans);
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: .2rem solid var(--accent); outline-offset: .2rem; }
main:focus { outline: none; }
.skip {
  position: absolute;
  left: 1rem;
  top: -10rem;
  padding: .6rem 1rem;
  background: var(--accent);
  color: var(--paper);
}
.skip:focus { top: 1rem; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
header, nav, main, footer { max-width: 44rem; }
header { padding-top: 4rem; }
header::after {
  content: "";
  display: block;
  width: 4rem;
  margin: 2.25rem 0 2.5rem;
  border-top: .25rem solid var(--accent);
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; }
h1 { margin: 0; font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3rem); line-height: 1.12; }
h2 {
  margin: 4.5rem 0 1.25rem;
  padding-top: 1rem;
  border-top: 1px solid var(--hair);
  font-size: 1.7rem;
}
h3 { margin: 3rem 0 .5rem; font-size: 1.3rem; }
h4, h5, h6 { margin: 2.25rem 0 .5rem; font-size: 1rem; }
h2 + h3, h2 + .page + h3 { margin-top: 1.5rem; }
main > h2:first-child { margin-top: 0; padding-top: 0; border-top: 0; }
p, li, blockquote { max-width: 38rem; white-space: pre-line; }
p { margin: 0 0 1.1rem; }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem; }
li { margin-bottom: .4rem; padding-left: .2rem; }
li::marker { color: var(--quiet); }
.status {
  display: inline-block;
  margin: 0 0 1.25rem;
  padding: .1rem .7rem;
  border: 1px solid var(--accent);
  border-radius: 1rem;
  color: var(--accent);
  font-size: .875rem;
  font-weight: 600;
}
.notice {
  display: flex;
  gap: .9rem;
  max-width: 38rem;
  margin: 1.5rem 0;
  padding: 1rem 1.1rem;
  border-left: .25rem solid var(--accent);
  background: var(--raised);
}
.notice p { min-width: 0; margin: 0; }
.notice .sign {
  flex: none;
  width: 1.5rem;
  height: 1.5rem;
  border: .12rem solid var(--accent);
  border-radius: 50%;
  color: var(--accent);
  font-weight: 700;
  line-height: 1.3rem;
  text-align: center;
}
.quotes { padding: 0; list-style: none; }
.quotes li { margin: 0 0 1rem; padding: 0; }
blockquote {
  margin: 0;
  padding: .1rem 0 .1rem 1.1rem;
  border-inline-start: .2rem solid var(--hair);
  font-family: var(--serif);
  font-style: italic;
}
nav { margin-bottom: 4rem; font-size: .9375rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0; padding: 0; line-height: 1.35; white-space: normal; }
nav a { display: inline-block; padding: .3rem 0; color: var(--text); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav ul ul { margin: .1rem 0 .4rem; padding-left: .9rem; border-left: 1px solid var(--hair); }
nav ul ul a { color: var(--quiet); }
.contents { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; font-weight: 600; }
table {
  width: 100%;
  margin: 1.25rem 0 1.5rem;
  border-collapse: collapse;
  font-size: .9375rem;
  font-variant-numeric: tabular-nums lining-nums;
  line-height: 1.4;
  overflow-wrap: break-word;
}
.frame { position: relative; overflow-x: auto; margin: 1.25rem 0 1.5rem; }
.frame table { margin: 0; }
th, td {
  padding: .55rem .4rem;
  border-bottom: 1px solid var(--hair);
  text-align: start;
  vertical-align: baseline;
  hyphens: auto;
}
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 400; }
thead th, thead td { border-bottom: 1px solid var(--line); vertical-align: bottom; }
thead th { color: var(--quiet); font-size: .875rem; font-weight: 600; }
.right { text-align: right; }
.long { overflow-wrap: anywhere; }
figure { margin: 1.25rem 0 2rem; }
figure table { margin: 0; }
figure svg { display: block; height: auto; }
.pair { display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: center; }
.pair > :first-child { flex: 1 1 11rem; min-width: 0; overflow-wrap: anywhere; }
.pair > :last-child { flex: 1 1 10rem; max-width: 15rem; }
.pair > svg:last-child { min-width: 4rem; }
.ends { display: flex; justify-content: space-between; padding: 0 .4rem; }
.key { display: inline-flex; align-items: baseline; gap: .2rem; }
.key svg { flex: none; width: 1.05rem; position: relative; top: .2rem; }
.lines th:first-child { overflow-wrap: anywhere; }
.lines tbody th, .lines tbody td { vertical-align: middle; }
.triangle { display: flex; flex-wrap: wrap; gap: 1.5rem 2rem; align-items: center; }
.triangle > svg { flex: 1 1 16rem; max-width: 22rem; margin: 0 auto; font-family: var(--sans); }
.triangle > table { flex: 1 1 15rem; width: auto; }
.count { text-align: center; }
.count svg { width: 2.5rem; margin: 0 auto; }
.columns tbody th { vertical-align: bottom; }
.poles { display: flex; gap: 1.5rem; justify-content: space-between; }
.poles p { flex: 0 1 17rem; margin: 0 0 .5rem; font-size: .9375rem; line-height: 1.4; }
.poles p:last-child { text-align: right; }
.balance ul { margin: 0; padding: 0; list-style: none; }
.balance li {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  align-items: center;
  max-width: none;
  margin: 0;
  padding: .3rem 0;
  border-top: 1px solid var(--hair);
  font-size: .9375rem;
  white-space: normal;
}
.balance .side { flex: 0 0 4rem; }
.balance li svg { flex: 1 1 12rem; min-width: 0; max-width: 22rem; }
.balance li span:last-child { flex: 1 1 11rem; font-variant-numeric: tabular-nums; }
.facing tbody th { width: 30%; text-align: center; }
.facing td, .facing thead th { width: 35%; vertical-align: middle; }
.half { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: center; }
.right .half { justify-content: flex-end; }
.half svg { flex: 1 1 5rem; min-width: 0; max-width: 9rem; }
.half span { min-width: 0; overflow-wrap: anywhere; }
.half svg:empty { display: none; }
.facing tbody th { vertical-align: middle; }
footer {
  margin: 5rem 0 3rem;
  padding-top: 1rem;
  border-top: 1px solid var(--hair);
  color: var(--quiet);
  font-size: .875rem;
}
@media (max-width: 34rem) {
  header { padding-top: 2.5rem; }
  h2 { margin-top: 3.5rem; font-size: 1.45rem; }
  th, td { padding-right: .25rem; padding-left: .25rem; }
  thead th { font-size: .8125rem; }
  .key { flex-direction: column; align-items: flex-end; gap: 0; }
  .key svg { top: 0; }
}
@media (min-width: 70rem) {
  body {
    display: grid;
    grid-template-columns: 16rem minmax(0, 44rem);
    grid-template-rows: auto 1fr auto;
    column-gap: 5rem;
    justify-content: center;
  }
  header, main, footer { grid-column: 2; width: 100%; }
  nav {
    grid-column: 1;
    grid-row: 2 / span 2;
    align-self: start;
    position: sticky;
    top: 0;
    max-height: 100vh;
    margin: 0;
    padding: 1.5rem .5rem 1.5rem 0;
    overflow-y: auto;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff;
    --raised: #fff;
    --text: #000;
    --quiet: #3d444b;
    --line: #7b838c;
    --hair: #c9ccd0;
    --accent: #23507a;
  }
  body { display: block; max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; }
  header { padding-top: 1.5rem; }
  .page { break-before: page; }
  .page + h2, .page + h3 { margin-top: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  h2 { margin-top: 2rem; }
  h3 { margin-top: 1.5rem; }
  h4 { margin-top: 1.1rem; }
  p, li, blockquote { orphans: 3; widows: 3; }
  p:has(+ figure), p:has(+ .frame) { break-after: avoid; }
  .notice, blockquote, figure, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .frame { overflow: visible; }
  table { font-size: 9pt; }
  th, td { padding-top: .3rem; padding-bottom: .3rem; }
  .triangle > svg { max-width: 17rem; }
  svg, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  footer { margin: 2rem 0 0; }
}
@page {
  size: A4;
  margin: 24mm 22mm 22mm 22mm;
  font: 8pt/1.3 system-ui, sans-serif;
  color: #3d444b;
}
"""
