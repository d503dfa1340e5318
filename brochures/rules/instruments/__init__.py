"""How good is it, by the instruments of the field? PEMAT-P, the CDC's index, IPDAS for comparisons. Floor 3."""

from typing import Final

from brochures.rules.instruments.cci import CCI
from brochures.rules.instruments.ipdas import IPDAS
from brochures.rules.instruments.item import Instrument
from brochures.rules.instruments.pemat import PEMAT

INSTRUMENTS: Final[tuple[Instrument, ...]] = (PEMAT, CCI, IPDAS)

ITEMS: Final = {item.id: item for instrument in INSTRUMENTS for item in instrument.items}
"""Every item by its id."""
