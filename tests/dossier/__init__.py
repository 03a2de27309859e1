"""Tests of ``zelfanalyse.dossier``."""
