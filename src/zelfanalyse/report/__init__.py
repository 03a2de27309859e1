"""A report: a document of blocks built from a result, and renderers that only map blocks."""
