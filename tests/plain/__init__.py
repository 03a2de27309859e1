"""Tests of filling in line by line."""
