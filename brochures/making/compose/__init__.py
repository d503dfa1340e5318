"""What goes on which panel. Knows paper, not CSS. Floor 4.

`resolve` turns content and clinic into a `Brochure`; `parts` turns a brochure into blocks; plans
say where blocks may stand, one for each way to fold or cut the paper; `dealing` makes them fit.
"""
