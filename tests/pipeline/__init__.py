"""The whole story, from files to files."""
