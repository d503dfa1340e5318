"""The list of all components: each has one record, one macro and one stylesheet. Floor 1."""

from brochures.model.blocks import Advice, Block, Callout, Labelled, Photo, Points, Prose, Steps, Terms
from brochures.model.drawn import Card, FaceMap, Facts, Lasting, Onset, Quick, Rate, Table
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
    Advice,
    Photo,
    Contact,
    Colophon,
    Masthead,
    Folio,
    Table,
    Card,
)
