"""Tests of ``zelfanalyse.questionnaire``."""
