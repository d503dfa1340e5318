"""Printable patient brochures from one content file, in every clinic's own look."""

__version__ = "0.1.0"
