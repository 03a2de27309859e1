"""Run the program: as ``zelfanalyse``, or as ``python -m zelfanalyse``."""

from __future__ import annotations

import sys

from zelfanalyse.startup import quick, without_plugins


def main() -> int:
    """Run one command and return its exit code."""
    without_plugins()
    with quick():
        from zelfanalyse import cli  # noqa: PLC0415 - imported quickly
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
