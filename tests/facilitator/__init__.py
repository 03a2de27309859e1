"""Tests of the facilitator's screens."""
