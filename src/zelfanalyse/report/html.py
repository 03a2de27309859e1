"""A report as one web page: no script, nothing from elsewhere, and to be printed as it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from zelfanalyse.report.document import (
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
from zelfanalyse.report.headings import without_gaps
from zelfanalyse.report.html_chart import figure
from zelfanalyse.report.html_table import named_table
from zelfanalyse.report.picture import escaped
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENTS, SKIP = "Inhoud", "Naar de inhoud"  # the words that are not in the document

STYLE = "report.css"
DEEPEST = 6  # HTML has no heading below h6

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
    style = files("zelfanalyse.report").joinpath(STYLE).read_text(encoding="utf-8")
    return f"""<!doctype html>
<html lang="{escaped(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="color-scheme" content="light dark">
<title>{escaped(title)}</title>
<style>
{style}{_every_page(document, title)}</style>
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
    return (document.title if first is None else first.text), list(without_gaps(blocks, title=1))


def _titles(blocks: list[Block]) -> list[Title]:
    """Return the headings, each with a name of its own."""
    names, titles, begins = Names({"tekst", "inhoud"}), [], False
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, DEEPEST)
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
                yield named_table(block, names.once(name, " "))
            case DumbbellChart() | Triangle() | DistributionChart() | BalanceLine() | FacingChart():
                figures += 1
                yield figure(block, f"figuur-{figures}", names.once(under, " "))
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


def _every_page(document: Document, title: str) -> str:
    """Return what stands in the margins of each printed page."""
    warning = f"@top-left {{ content: {_css(document.warning)}; }}" if document.warning else ""
    return f"""@page {{
  {warning or f"@top-left {{ content: {_css(title)}; }}"}
  @top-right {{ content: {_css(document.status)}; }}
  @bottom-left {{ content: {_css(document.footer)}; }}
  @bottom-right {{ width: 26mm; content: "pagina " counter(page) " van " counter(pages); }}
}}
"""


def _css(text: str) -> str:
    """Return text as a string in a style sheet; everything but letters and digits by number."""
    line = " ".join(visible(text).split())
    return '"' + re.sub(r"[^a-zA-Z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", line) + '"'
