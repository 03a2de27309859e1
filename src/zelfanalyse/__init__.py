"""A municipality's own look at how it works together with others."""

__version__ = "0.1.0"
