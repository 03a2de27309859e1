"""Tests of what every face of filling in shares."""
