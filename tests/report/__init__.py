"""Tests of ``zelfanalyse.report``."""
