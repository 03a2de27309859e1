"""The documents say what the program does: commands, options, codes, files, keys and functions."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import typer
from pydantic import BaseModel

from zelfanalyse.cli import app
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.model import Settings
from zelfanalyse.errors import ExitCode
from zelfanalyse.questionnaire.load import load as load_questionnaire
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.response import file
from zelfanalyse.response.model import Response

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
MANUAL = (DOCS / "handleiding.md").read_text("utf-8")
FORMATS = (DOCS / "file-formats.md").read_text("utf-8")
ARCHITECTURE = (DOCS / "architecture.md").read_text("utf-8")

GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {
    name: GROUP.get_command(None, name) for name in GROUP.list_commands(None)
}
OF_THE_SHELL = {"--help", "--install-completion", "--show-completion"}


class Example(NamedTuple):
    """A whole file shown in a document, and the kind of file it says it is."""

    document: str
    line: int
    kind: str
    text: str


def examples() -> Iterator[Example]:
    """Yield every TOML block in ``docs/`` that is a file from its first line."""
    block = re.compile(r"(?:<!-- toml: (\w+) -->\n)?```toml\n(formaat = 1\n.*?)```", re.DOTALL)
    for path in sorted(DOCS.glob("*.md")):
        text = path.read_text("utf-8")
        for match in block.finditer(text):
            line = text[: match.start()].count("\n") + 1
            yield Example(path.name, line, match.group(1) or "", match.group(2))


EXAMPLES = list(examples())


def keys(model: type[BaseModel]) -> Iterator[str]:
    """Yield every key a file of this model can have, in tables inside tables too."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in _models(field.annotation):
            yield from keys(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


def resolve(dotted: str) -> object:
    """Return what a dotted name stands for; raises when there is no such thing."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(dotted)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_chapter_in_the_manual(name: str) -> None:
    """A user finds each command under a heading of its own."""
    assert re.search(rf"^##+ .*`zelfanalyse {name}`", MANUAL, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_manual(name: str) -> None:
    """A user finds each option in the chapter of its command."""
    chapter = re.split(rf"^##+ .*`zelfanalyse {name}`.*$", MANUAL, flags=re.MULTILINE)[1]
    chapter = re.split(r"^## ", chapter, flags=re.MULTILINE)[0]
    options = {option for param in COMMANDS[name].params for option in param.opts}
    long = {option for option in options if option.startswith("--")} - OF_THE_SHELL
    assert set() == {option for option in long if f"`{option}" not in chapter}


def test_the_manual_names_no_command_that_is_not_there() -> None:
    """Whoever types a command from the documents gets no 'er is geen opdracht'.

    A folder is no command: the dossier in the examples is called jeugdhulp.
    """
    named = {
        match
        for path in DOCUMENTS
        for match in re.findall(
            r"^(?:\$ )?zelfanalyse ([a-z]+)", path.read_text("utf-8"), re.MULTILINE
        )
    }
    assert {"jeugdhulp"} == named - set(COMMANDS)


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_in_the_manual(code: ExitCode) -> None:
    """Whoever writes a script finds what each exit code means."""
    assert re.search(rf"^\| `{code.value}` \| .+ \|$", MANUAL, re.MULTILINE)


def test_there_is_an_example_of_every_kind_of_file() -> None:
    """The three files people can meet are all shown whole, and each says which one it is."""
    assert {"vragenlijst", "antwoord", "dossier"} == {example.kind for example in EXAMPLES}


@pytest.mark.parametrize(
    "example",
    [item for item in EXAMPLES if item.kind == "vragenlijst"],
    ids=lambda item: f"{item.document}:{item.line}",
)
def test_the_questionnaires_in_the_documents_load(example: Example, tmp_path: Path) -> None:
    """A questionnaire copied from the documents has no errors and no advice against it."""
    path = tmp_path / "vragenlijst.toml"
    path.write_text(example.text, "utf-8")
    questionnaire, findings = load_questionnaire(path)
    assert [] == findings
    assert questionnaire is not None


def test_the_files_in_the_formats_document_belong_together(tmp_path: Path) -> None:
    """The questionnaire, dossier and response shown there can be put in one folder and opened."""
    shown = {item.kind: item.text for item in EXAMPLES if item.document == "file-formats.md"}
    (tmp_path / folder.QUESTIONNAIRE).write_text(shown["vragenlijst"], "utf-8")
    (tmp_path / folder.SETTINGS).write_text(shown["dossier"], "utf-8")
    answers = tmp_path / folder.ACCEPTED / f"K7F3-QX9M{file.SUFFIX}"
    answers.parent.mkdir()
    answers.write_text(shown["antwoord"], "utf-8")
    dossier = folder.load(tmp_path)
    assert ["K7F3-QX9M"] == [response.respondent for response in dossier.responses]


@pytest.mark.parametrize("model", [Questionnaire, Response, Settings, *book.PAGES.values()])
def test_every_key_is_in_the_formats_document(model: type[BaseModel]) -> None:
    """Whoever mends a file by hand finds each key and what it means."""
    prose = re.sub(r"```.*?```", "", FORMATS, flags=re.DOTALL)
    documented = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`\n]+)`", prose))))
    assert set() == set(keys(model)) - documented


def test_the_walk_through_the_code_names_what_exists() -> None:
    """Whoever follows one answer through the code finds every function along the way."""
    names = set(re.findall(r"`(zelfanalyse(?:\.\w+)+)(?:\(\))?`", ARCHITECTURE))
    assert len(names) > 10
    for name in sorted(names):
        assert resolve(name) is not None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """A link to another file of the project is never dead."""
    targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)", path.read_text("utf-8"))
    own = [target for target in targets if "://" not in target]
    assert [] == [target for target in own if not (path.parent / target).exists()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_make_targets_in_the_documents_exist(path: Path) -> None:
    """Whoever types 'make x' from a document gets what it promises."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE))
    assert set() == named - targets
