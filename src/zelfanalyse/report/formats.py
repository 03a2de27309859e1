"""Every format a report can be written in, by the ending of the file."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zelfanalyse.errors import WrongUseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zelfanalyse.report.document import Document

    Renderer: TypeAlias = Callable[[Document], bytes]


class Format(NamedTuple):
    """Where the renderer of a format is, and the package it cannot do without.

    The renderer is imported when it is asked for: some bring a library that no other format needs.
    """

    module: str
    function: str
    needs: str = ""  # the name to import
    package: str = ""  # the name to install


FORMATS = {
    ".html": Format("html", "html_text"),
    ".pdf": Format("pdf", "pdf_bytes", "typst", "typst"),
    ".docx": Format("word", "word_bytes", "docx", "python-docx"),
    ".md": Format("markdown", "markdown_text"),
    ".txt": Format("terminal", "plain_text"),
}


def renderer(path: Path) -> Renderer:
    """Return what turns a report into the bytes of a file with this ending.

    Raises ``WrongUseError`` when there is no such format, or when its package is not installed.
    """
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        *others, last = FORMATS
        endings = f"{', '.join(others)} of {last}"
        raise WrongUseError(f"'{path}' eindigt niet op {endings}.", "Kies zo'n naam.")
    needs_package(known.needs, known.package, path.suffix.lower())
    render = getattr(import_module(f"zelfanalyse.report.{known.module}"), known.function)

    def rendered(document: Document) -> bytes:
        content = render(document)
        return content if isinstance(content, bytes) else str(content).encode()

    return rendered


def needs_package(module: str, package: str, ending: str) -> None:
    """Raise ``WrongUseError`` when a package that someone must install first is not there."""
    if module and find_spec(module) is None:
        hint = f"Installeer dat met: python -m pip install {package}"
        raise WrongUseError(f"Voor {ending} is het pakket {package} nodig.", hint)
