"""How a finished piece reaches people: files, written whole or not at all. Floor 5."""
