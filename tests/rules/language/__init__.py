"""Plain language, rule by rule."""
