"""The suite. It mirrors the package: `brochures/units.py` is tested in `tests/test_units.py`."""
