"""A report as a Word file that a secretary can go on writing in, through python-docx."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from zelfanalyse.errors import WrongUseError
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
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from docx.document import Document as Draft
    from docx.text.paragraph import Paragraph as Line

LANGUAGES = {"nl": "nl-NL"}
FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - in the file for bytes that stay the same, no moment
DEEPEST = 4  # the heading styles a report uses
IN_CONTENTS = 3


def word_bytes(document: Document) -> bytes:
    """Return the report as a Word file: the same bytes for the same document.

    Raises ``WrongUseError`` where python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415 - an extra: a report on a screen does without
    except ImportError as missing:
        raise WrongUseError(
            "Een Word-bestand maken kan nog niet op deze computer.",
            'Voer eerst uit: pip install "zelfanalyse[word]"',
        ) from missing
    draft = docx.Document()
    _describe(draft, document)
    _head_and_foot(draft, document)
    _write(draft, document)
    written = BytesIO()
    draft.save(written)
    return _without_times(written.getvalue())


def _describe(draft: Draft, document: Document) -> None:
    """Say what the file is: its title, its language, and no moment and no author."""
    from docx.shared import Mm  # noqa: PLC0415 - see word_bytes

    language = LANGUAGES.get(document.language, document.language)
    about = draft.core_properties
    about.title, about.language = _clean(document.title)[:255], language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = FIXED
    for style in draft.styles.element.iter(_name("w:lang")):
        style.set(_name("w:val"), language)
    settings = draft.settings.element  # the schema wants its parts in order
    settings.find(_name("w:compat")).addprevious(_element("w:updateFields", val="true"))
    page = draft.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(23)


def _head_and_foot(draft: Draft, document: Document) -> None:
    page = draft.sections[0]
    page.header.paragraphs[0].add_run(
        _clean(" · ".join(filter(None, (document.status, document.warning))))
    )
    foot = page.footer.paragraphs[0]
    foot.add_run(_clean(document.footer))
    counter = page.footer.add_paragraph(style="Footer")
    for words, code in (("pagina ", "PAGE"), (" van ", "NUMPAGES")):
        counter.add_run(words)
        _field(counter, code, "1")


def _write(draft: Draft, document: Document) -> None:
    """Write the blocks; a heading with a page break after it goes along to the new page."""
    contents = False
    for index, block in enumerate(document.blocks):
        following = document.blocks[index + 1 : index + 2]
        if isinstance(block, Heading):
            if block.level > 1 and not contents:
                contents = True
                _contents(draft, document)
            line = _heading(draft, block)
            line.paragraph_format.page_break_before = bool(
                following and isinstance(following[0], PageBreak)
            )
        elif not isinstance(block, PageBreak):
            _block(draft, block)
        elif index == 0 or not isinstance(document.blocks[index - 1], Heading):
            draft.add_page_break()  # type: ignore[no-untyped-call]


def _heading(draft: Draft, heading: Heading) -> Line:
    style = "Title" if heading.level == 1 else f"Heading {min(heading.level - 1, DEEPEST)}"
    return _line(draft, heading.text, style)


def _contents(draft: Draft, document: Document) -> None:
    """Write a table of contents: Word fills it, and until then it has the headings."""
    shown = [
        block
        for block in document.blocks
        if isinstance(block, Heading) and 1 < block.level <= IN_CONTENTS
    ]
    first = last = draft.add_paragraph()
    _mark(first, "begin")
    code = _element("w:instrText")
    code.text = f' TOC \\o "1-{IN_CONTENTS - 1}" \\h \\z \\u '
    first.add_run()._r.append(code)  # noqa: SLF001 - python-docx has no fields
    _mark(first, "separate")
    for number, heading in enumerate(shown):
        last = first if number == 0 else draft.add_paragraph()
        last.paragraph_format.left_indent = 228600 * (heading.level - 2)
        last.paragraph_format.space_after = 0
        last.add_run(_clean(heading.text))
    _mark(last, "end")
    draft.add_page_break()  # type: ignore[no-untyped-call]


def _block(draft: Draft, block: Block) -> None:
    match block:
        case Paragraph():
            _line(draft, block.text, "Normal")
        case Notice():
            _line(draft, block.text, "Intense Quote")
        case Bullets() | Quotes():
            style = "List Bullet" if isinstance(block, Bullets) else "Quote"
            for item in block.items:
                _line(draft, item, style)
        case Table():
            _table(draft, block)
        case (
            DumbbellChart() | Triangle() | DistributionChart() | BalanceLine() | FacingChart()
        ) as chart:
            _line(draft, chart.alt, "Caption").paragraph_format.keep_with_next = True
            _table(draft, _as_table(chart))
        case _:
            pass


def _as_table(
    chart: DumbbellChart | Triangle | DistributionChart | BalanceLine | FacingChart,
) -> Table:
    """Return the figures of a chart under the headings it has itself."""
    rows: tuple[tuple[str, ...], ...]
    match chart:
        case DumbbellChart():
            rows = tuple(
                (row.label, row.own_text, row.external_text, row.gap_text) for row in chart.rows
            )
            return Table(chart.columns, rows, (Align.LEFT, *(Align.RIGHT,) * 3))
        case Triangle():
            rows = tuple((row.title, row.own_text, row.external_text) for row in chart.corners)
            return Table(chart.columns, rows, (Align.LEFT, Align.RIGHT, Align.RIGHT))
        case DistributionChart():
            rows = tuple((title, *map(str, counts)) for title, counts in chart.rows)
            align = (Align.LEFT, *(Align.RIGHT,) * len(chart.labels))
            return Table(("", *chart.labels), rows, align)
        case BalanceLine():
            rows = tuple((side, words) for side, _, _, words in chart.rows)
            return Table(("", f"1: {chart.left} – {chart.steps}: {chart.right}"), rows)
        case FacingChart():
            rows = tuple((row.label, row.left_text, row.right_text) for row in chart.rows)
            return Table(("", chart.left, chart.right), rows)


def _table(draft: Draft, table: Table) -> None:
    across = max((len(table.columns), *(len(row) for row in table.rows)))
    if not across:
        return
    grid = draft.add_table(rows=0, cols=across, style="Light List Accent 1")
    for row in (table.columns, *table.rows):
        for index, cell in enumerate(grid.add_row().cells):
            line = cell.paragraphs[0]
            line.add_run(_clean(row[index]) if index < len(row) else "")
            line.alignment = 2 if table.column_align(index) is Align.RIGHT else 0
    for number, row in enumerate(grid.rows):
        about = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no header rows
        about.append(_element("w:cantSplit"))
        if number == 0:
            about.append(_element("w:tblHeader"))
    draft.add_paragraph()


def _line(draft: Draft, text: str, style: str) -> Line:
    line = draft.add_paragraph(style=style)
    line.add_run(_clean(text))
    return line


def _clean(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return visible(text).replace("\ufffe", "").replace("\uffff", "")


def _field(line: Line, code: str, present: str) -> None:
    """Add a field: Word works it out, and until then it says ``present``."""
    _mark(line, "begin")
    asked = _element("w:instrText")
    asked.text = code
    line.add_run()._r.append(asked)  # noqa: SLF001
    _mark(line, "separate")
    line.add_run(present)
    _mark(line, "end")


def _mark(line: Line, kind: str) -> None:
    line.add_run()._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - see word_bytes

    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(_name(f"w:{key}"), value)
    return element


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - see word_bytes

    return qn(tag)


def _without_times(written: bytes) -> bytes:
    """Return the same package with one fixed date for every part."""
    again = BytesIO()
    with ZipFile(BytesIO(written)) as old, ZipFile(again, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            fixed = ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = ZIP_DEFLATED
            new.writestr(fixed, old.read(part))
    return again.getvalue()
