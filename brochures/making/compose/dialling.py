"""Which printed words can be dialled on a telephone, and at which address. Floor 4."""

import re
from typing import Final

from brochures.making.compose.parts import Parts
from brochures.model.clinic import Clinic

Dial = tuple[tuple[str, str], ...]
"""Words as printed, each with the `tel:` address that they lead to; longer words first."""

_NUMBER: Final = re.compile(r"\+?[0-9 ().\u00a0/-]+")


def tel(number: str) -> str:
    """The `tel:` address of a printed number: its digits and the + before them; nothing for words.

    No country's prefix is put in or taken away: the number is dialled as it is printed.

    >>> tel("(555) 010-0142")
    'tel:5550100142'
    >>> tel("999 or 112")
    ''
    """
    digits = re.sub(r"[^0-9+]", "", number) if _NUMBER.fullmatch(number) else ""
    return f"tel:{digits}" if digits else ""


def of_clinic(clinic: Clinic | None) -> Dial:
    """Every number of the clinic and of its places."""
    if clinic is None:
        return ()
    places = (clinic, *clinic.locations)
    numbers = (number for place in places for number in (place.phone, place.after_hours, place.emergency_line))
    return _sorted({number: tel(number) for number in numbers if number})


def of_urgent(parts: Parts) -> Dial:
    """The clinic's numbers, and the words that say whom to call, for the emergency number and for the clinic."""
    brochure, wording = parts.brochure, parts.wording
    emergency = brochure.profile.emergency_number
    called = {wording.call_emergency: tel(emergency), emergency: tel(emergency)}
    if brochure.clinic and brochure.clinic.urgent_phone:
        called[wording.call_clinic] = tel(brochure.clinic.urgent_phone)
    return _sorted({**called, **dict(of_clinic(brochure.clinic))})


def _sorted(called: dict[str, str]) -> Dial:
    return tuple(sorted(((words, to) for words, to in called.items() if to), key=lambda pair: (-len(pair[0]), pair)))
