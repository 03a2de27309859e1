"""Small questionnaires to read in one glance, and what the loader says about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse import record, toml_file
from zelfanalyse.questionnaire.load import load as load_file
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.questionnaire.review import review

if TYPE_CHECKING:
    from zelfanalyse.errors import Finding

HEAD = """\
formaat = 1
id = "klein"
versie = "1.0.0"
titel = "Kleine lijst"
inleiding = "Een paar vragen."
"""
SCALE = """\
[schaal]
labels = ["klopt niet", "klopt half", "klopt"]
"""
CLUSTER = """\
[[cluster]]
id = "mensen"
titel = "Mensen"
"""
FACTOR = """\
[[factor]]
id = "vertrouwen"
cluster = "mensen"
titel = "Vertrouwen"
uitleg = "Kunnen partners op elkaar rekenen?"
"""
STATEMENT = """\
[[factor.stelling]]
id = "vertrouwen-1"
tekst = "De partners komen afspraken na."
"""
SMALL = HEAD + SCALE + CLUSTER + FACTOR + STATEMENT

EVERY_KIND = (Path(__file__).with_name("elke_soort.toml")).read_text(encoding="utf-8")


class Told(NamedTuple):
    """A finding without its file."""

    line: int | None
    message: str
    hint: str = ""


def load(folder: Path, text: str) -> tuple[Questionnaire | None, list[Finding]]:
    """Return the list in a text, if any, and all that a review says about it."""
    path = folder / "lijst.toml"
    path.write_text(text, encoding="utf-8")
    return load_file(path)[0], review(path)


def told(folder: Path, text: str) -> list[Told]:
    """Return everything a review says about a text."""
    _, findings = load(folder, text)
    assert {folder / "lijst.toml"} >= {finding.file for finding in findings}
    return [Told(finding.line, finding.message, finding.hint) for finding in findings]


def read(text: str) -> Questionnaire:
    """Return the questionnaire in a text that is in order, without advice on its wording."""
    document, broken = toml_file.parse(text, Path("lijst.toml"))
    assert [] == broken
    assert document is not None
    questionnaire, findings = record.build(Questionnaire, document)
    assert [] == findings
    assert questionnaire is not None
    return questionnaire


def marked(text: str) -> int:
    """Return the line, from 1, that the text marks with ``# <-``."""
    (line,) = (number for number, line in enumerate(text.split("\n"), 1) if "# <-" in line)
    return line
