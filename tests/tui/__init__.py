"""Tests of filling in on the whole screen."""
