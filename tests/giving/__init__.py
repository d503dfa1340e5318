"""Tests of how a file is written."""
