"""Run the program: as ``zelfanalyse``, or as ``python -m zelfanalyse``."""

from __future__ import annotations

import sys

from zelfanalyse.startup import hasten


def main() -> int:
    """Run one command and return its exit code."""
    hasten()
    from zelfanalyse import cli  # noqa: PLC0415 - not before it is hastened

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
