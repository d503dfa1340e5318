"""Tests of what may be given to a patient."""
