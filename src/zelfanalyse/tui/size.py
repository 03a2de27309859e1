"""The smallest window to fill in a list; here, so that asking for it does not load Textual."""

MIN_COLUMNS, MIN_ROWS = 60, 18
