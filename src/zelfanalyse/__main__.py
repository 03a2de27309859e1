"""Run the program as ``python -m zelfanalyse``."""

import sys

from zelfanalyse.cli import main

sys.exit(main())
