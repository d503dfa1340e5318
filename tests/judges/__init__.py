"""Judges of finished pieces, and proof that each of them can fail."""
