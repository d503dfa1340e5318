"""What things are: content, clinics, brands, formats, blocks. No files, no engine, no terminal. Floor 1."""
