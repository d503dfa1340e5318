"""From files to checked values: YAML, rich text, pictures, fonts and colours. Floor 2."""
