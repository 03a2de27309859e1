"""A report as a Word file that a secretary can go on writing in, through python-docx."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from zelfanalyse.errors import WrongUseError
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
from zelfanalyse.report.headings import depth_of_contents, leads_on, without_gaps
from zelfanalyse.report.word_grid import BEYOND, PAGE, grid
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Draft
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as Line

    from zelfanalyse.report.word_grid import Cell, Grid

STYLES = "word_styles.xml"
LANGUAGES = {"nl": "nl-NL"}
FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - in the file for bytes that stay the same, no moment
DEEPEST = 4  # the heading styles a report uses
NOW = "15"  # what Word calls the rules of layout since 2013
DRAWN_IN = "Courier New"
KEPT_WHOLE = 14  # rows; a longer table may go on on the next page
LONGEST_ALT = 2000
LONGEST_TITLE = 255  # of a file, in its properties
CLOSER = 0.5  # how much of the room around a paragraph is left where the report is short


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
    depth = depth_of_contents(document)
    _describe(draft, document)
    if not depth:
        _set_closer(draft)
    _head_and_foot(draft, document)
    _write(draft, list(without_gaps(document.blocks)), depth)
    written = BytesIO()
    draft.save(written)
    return _without_times(written.getvalue())


def _describe(draft: Draft, document: Document) -> None:
    """Say what the file is: its title, its language, its page, and no moment and no author."""
    from docx.shared import Mm  # noqa: PLC0415 - see word_bytes

    language = LANGUAGES.get(document.language, document.language)
    about = draft.core_properties
    about.title, about.language = _clean(document.title)[:LONGEST_TITLE], language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = FIXED
    _take_styles(draft, language)
    settings = draft.settings.element  # the schema wants its parts in order
    settings.find(_name("w:compat")).addprevious(_element("w:updateFields", val="true"))
    for setting in settings.iter(_name("w:compatSetting")):
        if setting.get(_name("w:name")) == "compatibilityMode":
            setting.set(_name("w:val"), NOW)
    settings.find(_name("w:themeFontLang")).set(_name("w:val"), language)
    page = draft.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(23)
    page.top_margin, page.bottom_margin = Mm(26), Mm(24)
    page.header_distance = page.footer_distance = Mm(12)


def _take_styles(draft: Draft, language: str) -> None:
    """Put the styles of a report in the place of those python-docx begins with."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - see word_bytes

    styles = parse_xml(files("zelfanalyse.report").joinpath(STYLES).read_bytes())
    for tag in styles.iter(_name("w:lang")):
        tag.set(_name("w:val"), language)
    draft.part._styles_part._element = styles  # noqa: SLF001 - python-docx only adds styles


def _set_closer(draft: Draft) -> None:
    """Set a report of a few pages smaller, so that they stay few."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - see word_bytes
    from docx.shared import Mm, Pt  # noqa: PLC0415 - see word_bytes

    for style in draft.styles:
        if style.type != WD_STYLE_TYPE.PARAGRAPH:
            continue
        paragraph: ParagraphStyle = style
        size, room = paragraph.font.size, paragraph.paragraph_format
        if size is not None and style.name not in {"Header", "Footer", "Na tabel"}:
            paragraph.font.size = Pt(round(size.pt * 0.85 * 2) / 2)
        for side in ("space_before", "space_after"):
            before = getattr(room, side)
            if before:
                setattr(room, side, Pt(round(before.pt * CLOSER)))
    draft.styles["Normal"].font.size = Pt(9)
    draft.styles["Normal"].paragraph_format.space_after = Pt(3)
    for margin in draft.styles.element.iter(_name("w:tblCellMar")):
        for side in ("w:top", "w:bottom"):
            margin.find(_name(side)).set(_name("w:w"), "16")
    page = draft.sections[0]
    page.top_margin, page.bottom_margin = Mm(22), Mm(20)
    page.header_distance = page.footer_distance = Mm(10)


def _head_and_foot(draft: Draft, document: Document) -> None:
    page = draft.sections[0]
    head = page.header.paragraphs[0]
    head.add_run(_clean(document.status)).bold = True
    head.add_run(f"\t{_clean(document.warning)}")
    page.footer.paragraphs[0].add_run(_clean(document.footer))
    counter = page.footer.add_paragraph(style="Footer")
    counter.add_run("\t")
    for words, code in (("pagina ", "PAGE"), (" van ", "NUMPAGES")):
        counter.add_run(words)
        _field(counter, code, "1")


def _write(draft: Draft, blocks: Sequence[Block], depth: int) -> None:
    """Write the blocks; a heading with a page break after it goes along to the new page."""
    first = next((at for at, block in enumerate(blocks) if _is_section(block)), None)
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if depth and index == first:
            _contents(draft, blocks, depth)
        if isinstance(block, Heading):
            line = _heading(draft, block, index)
            line.paragraph_format.page_break_before = (
                isinstance(after, PageBreak)
                or (isinstance(before, PageBreak) and not _went_along(blocks, index - 1))
                or bool(depth and index == first)
            )
        elif not isinstance(block, PageBreak):
            _block(draft, block, leads=leads_on(blocks, index))
        elif not isinstance(after, Heading) and not _went_along(blocks, index):
            draft.add_page_break()  # type: ignore[no-untyped-call]


def _is_section(block: Block) -> bool:
    return isinstance(block, Heading) and block.level > 1


def _went_along(blocks: Sequence[Block], index: int) -> bool:
    """Whether the heading before a page break already begins the page."""
    return index > 0 and isinstance(blocks[index - 1], Heading)


def _heading(draft: Draft, heading: Heading, index: int) -> Line:
    """Write a heading with a bookmark, for the contents to point at."""
    style = "Title" if heading.level == 1 else f"Heading {min(heading.level - 1, DEEPEST)}"
    line = _line(draft, heading.text, style)
    place = {"id": str(index), "name": _bookmark(index)}
    line._p.insert(1, _element("w:bookmarkStart", **place))  # noqa: SLF001 - python-docx has none
    line._p.append(_element("w:bookmarkEnd", id=str(index)))  # noqa: SLF001
    return line


def _bookmark(index: int) -> str:
    return f"_Toc{index:08d}"


def _contents(draft: Draft, blocks: Sequence[Block], depth: int) -> None:
    """Write a table of contents: a field that Word fills, with the headings in it already."""
    shown = [
        (index, block)
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 < block.level <= depth
    ]
    lines = [draft.add_paragraph(style=f"toc {block.level - 1}") for _, block in shown]
    _mark(lines[0], "begin")
    code = _element("w:instrText")
    code.text = f' TOC \\o "1-{depth - 1}" \\h \\z \\u '
    lines[0].add_run()._r.append(code)  # noqa: SLF001 - python-docx has no fields
    _mark(lines[0], "separate")
    for line, (index, heading) in zip(lines, shown, strict=True):
        link = _element("w:hyperlink", anchor=_bookmark(index), history="1")
        already = len(line.runs)
        line.add_run(_clean(heading.text))
        for run in line.runs[already:]:
            link.append(run._r)  # noqa: SLF001
        line._p.append(link)  # noqa: SLF001
    _mark(lines[-1], "end")


def _block(draft: Draft, block: Block, *, leads: bool) -> None:
    match block:
        case Paragraph():
            line = _line(draft, block.text, "Normal")
            line.paragraph_format.keep_with_next = leads
        case Notice():
            _line(draft, block.text, "Melding")
        case Bullets() | Quotes():
            style = "List Bullet" if isinstance(block, Bullets) else "Quote"
            for item in block.items:
                _line(draft, item, style)
        case (
            Table()
            | DumbbellChart()
            | Triangle()
            | DistributionChart()
            | BalanceLine()
            | FacingChart()
        ):
            _grid(draft, grid(block))
        case Heading() | PageBreak():
            pass


def _grid(draft: Draft, shown: Grid) -> None:
    """Write rows under a head that repeats; a row stays on one page, and a short table too."""
    from docx.shared import Twips  # noqa: PLC0415 - see word_bytes

    if not shown.widths:
        return
    table = draft.add_table(rows=0, cols=len(shown.widths), style="Rapporttabel")
    table.autofit = False
    whole = len(shown.rows) <= KEPT_WHOLE
    for column, width in zip(table.columns, shown.widths, strict=True):
        column.width = Twips(width)
    for number, row in enumerate((shown.head, *shown.rows)):
        written = table.add_row()
        about = written._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no header rows
        about.append(_element("w:cantSplit"))
        if number == 0:
            about.append(_element("w:tblHeader"))
        places, at = written.cells, 0
        for cell in row:
            place = places[at]
            if cell.across > 1:
                place = place.merge(places[at + cell.across - 1])
            at += cell.across
            line = place.paragraphs[0]
            line.style = "Tabelkop" if number == 0 else "Tabeltekst"
            _fill(line, cell, bold=number - 1 in shown.totals)
            line.paragraph_format.keep_with_next = (whole and number < len(shown.rows)) or None
    about_table = table._tbl.tblPr  # noqa: SLF001 - python-docx has no text alternatives
    wide = about_table.find(_name("w:tblW"))
    wide.attrib.update({_name("w:type"): "dxa", _name("w:w"): str(PAGE)})
    wide.addnext(_element("w:tblInd", w=str(-BEYOND), type="dxa"))
    look = about_table.find(_name("w:tblLook"))
    look.set(_name("w:firstColumn"), "0")
    if shown.alt:
        about_table.append(_element("w:tblDescription", val=_clean(shown.alt)[:LONGEST_ALT]))
    draft.add_paragraph(style="Na tabel")


def _fill(line: Line, cell: Cell, *, bold: bool) -> None:
    """Write a cell: its words, and its drawing in letters of one width."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415 - see word_bytes

    parts = [(_clean(cell.words), None), (cell.drawn, "Getekend")]
    if cell.drawn_first:
        parts.reverse()
    for number, (text, style) in enumerate((text, style) for text, style in parts if text):
        if number:
            line.add_run(" ")
        run = line.add_run(text, style)
        if style:
            run.font.name = DRAWN_IN  # LibreOffice does not take it from the style
        if bold:
            run.bold = True
    line.alignment = getattr(WD_PARAGRAPH_ALIGNMENT, cell.align.upper())


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
