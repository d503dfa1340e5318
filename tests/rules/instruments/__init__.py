"""The instruments of the field, item by item."""
