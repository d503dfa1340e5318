"""What goes on which panel. Knows paper, not CSS. Floor 4.

`resolve` turns content and clinic into a `Brochure`; `parts` turns a brochure into blocks; the plans
`trifold`, `handout`, `comparison` and `large` say where blocks may stand; `dealing` makes them fit.
"""
