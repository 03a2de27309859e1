"""Tests of ``zelfanalyse.response``."""
