"""Figures: from accepted responses to everything that may be shown."""
