"""How long our own ways take, beside those of others: `python -m bench`."""
