"""Tests of how content becomes paper."""
