"""The closed set of words in braces that content may name and `compose` fills. Floor 1."""

import re
from typing import Final

from brochures.model.clinic import Clinic
from brochures.model.profile import Profile
from brochures.model.wording import Wording

SLOTS: Final = {
    "emergency_number": "the number for an ambulance in this place",
    "regulator": "the short name of the medicines regulator",
    "regulator_name": "the regulator's full name",
    "clinic_name": "the clinic's name, or `your clinic`",
    "clinic_phone": "the clinic's telephone number, or a line to write it on",
}

SLOT: Final = re.compile(r"\{([^{}]*)\}")


def unknown_slots(text: str) -> list[str]:
    """The names in braces in `text` that are not slots, in order."""
    return [name for name in SLOT.findall(text) if name not in SLOTS]


def slot_values(profile: Profile, clinic: Clinic | None, wording: Wording) -> dict[str, str]:
    """What stands for each slot in this place and for this clinic."""
    return {
        "emergency_number": profile.emergency_number,
        "regulator": profile.regulator,
        "regulator_name": profile.regulator_name,
        "clinic_name": clinic.name if clinic else wording.your_clinic,
        "clinic_phone": (clinic and clinic.urgent_phone) or wording.your_clinic,
    }


def fill(text: str, values: dict[str, str]) -> str:
    """`text` with every slot replaced by its value; Markdown signs in the values are escaped."""
    return SLOT.sub(lambda slot: _MARKDOWN.sub(r"\\\1", values.get(slot[1], slot[0])), text)


_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>])")
