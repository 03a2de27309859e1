"""Tests of ``zelfanalyse.example``."""
