"""The list of all components: each has one record, one macro and one stylesheet. Floor 1."""

from brochures.model.blocks import Block, Callout, Labelled, Points, Prose, Steps, Terms
from brochures.model.drawn import FaceMap, Facts, Lasting, Onset, Quick, Rate, Table
from brochures.model.furniture import (
    Brand,
    Colophon,
    Contact,
    Cover,
    Folio,
    Head,
    Hook,
    Lead,
    Masthead,
    Notes,
    Questions,
    Urgent,
)

COMPONENTS: tuple[type[Block], ...] = (
    Brand,
    Cover,
    Hook,
    Lead,
    Head,
    Prose,
    Points,
    Labelled,
    Steps,
    Callout,
    Facts,
    Quick,
    FaceMap,
    Onset,
    Lasting,
    Rate,
    Urgent,
    Questions,
    Notes,
    Terms,
    Contact,
    Colophon,
    Masthead,
    Folio,
    Table,
)
