"""What all tests share: hypothesis without a stopwatch, for a busy machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("zelfanalyse", deadline=None)
settings.load_profile("zelfanalyse")
