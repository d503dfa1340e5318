"""The press edition: the engine's RGB pages become a print shop's PDF/X-4, with a job ticket beside it. Floor 4."""
