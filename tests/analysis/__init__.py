"""Tests of ``zelfanalyse.analysis``."""
