"""Tests of what goes on which panel."""
