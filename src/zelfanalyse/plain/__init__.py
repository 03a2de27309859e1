"""Filling in line by line, for screen readers, braille, plain terminals and pipes."""
