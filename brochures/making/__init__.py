"""From a resolved brochure to a PDF: compose, measure, mark up, typeset, finish, preflight. Floor 4."""
