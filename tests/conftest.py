"""What all tests share: no stopwatch, and no settings of whoever runs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.running import Done
from zelfanalyse import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

settings.register_profile("zelfanalyse", deadline=None)  # a busy machine is no failure
settings.load_profile("zelfanalyse")


@pytest.fixture(scope="session", autouse=True)
def own_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the programs under test an account without preferences or an editor."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("account")))
        for name in {"EDITOR", "VISUAL", "NO_COLOR"} & os.environ.keys():
            patch.delenv(name)
        yield


@pytest.fixture(name="run")
def _run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Return a function that runs a command without a terminal."""

    def run(*words: str | Path) -> Done:
        capsys.readouterr()
        exit_code = cli.main([str(word) for word in words])
        return Done(exit_code, *capsys.readouterr())

    return run
