"""What every piece carries beside its message: brand, urgent signs, questions, contact, fine print. Floor 4."""

import base64
from typing import Final

from brochures.making.compose import dialling
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic, Contacts, Location
from brochures.model.furniture import Brand, Contact, ContactPlace, Questions, Urgent, UrgentGroup
from brochures.model.wording import Wording
from brochures.reading.richtext import as_sentence

_COVER_MM: Final = 20.0
_HEAD_MM: Final = 16.0
"""The most height of a logo with its plate: on a cover, and in the head of a sheet that has none to spare."""
_PLATE_MM: Final = 4.0
"""What a plate adds to the height of the logo: its padding in brand.css, above and below."""
_MEDIA: Final = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}


def brand(parts: Parts, *, on_dark: bool, reachable: bool = False, live: bool = False) -> Block:
    """The clinic's mark: logo, name in type, or a place to write it; `reachable` adds the number, `live` dials it."""
    clinic, look = parts.brochure.clinic, parts.brochure.look
    if clinic is None:
        return Brand(name="", on_dark=on_dark, write_in=parts.wording.write_name)
    printed = everyday_numbers(clinic) if reachable else ()
    dial = dialling.of_clinic(clinic) if printed and live else ()
    logo = look.logo_on_dark if on_dark else look.logo_on_light
    if logo is None:
        return Brand(name=clinic.name, on_dark=on_dark, tagline=clinic.tagline or "", numbers=printed, dial=dial)
    width, height = logo.size_mm
    room = (_HEAD_MM if reachable else _COVER_MM) - (_PLATE_MM if logo.plate else 0.0)
    scale = min(1.0, room / height)
    address = f"data:{_MEDIA[logo.kind]};base64,{base64.b64encode(logo.data).decode()}"
    return Brand(
        name=clinic.name,
        on_dark=on_dark,
        logo=address,
        logo_width_mm=round(width * scale, 2),
        logo_height_mm=round(height * scale, 2),
        plate=logo.plate,
        numbers=printed,
        dial=dial,
    )


def everyday_numbers(clinic: Clinic) -> tuple[str, ...]:
    """The everyday number, or that of each place with its name."""
    named = tuple(f"{place.name}: {_unbroken(place.phone)}" for place in clinic.locations if place.phone)
    return named or ((clinic.main_phone,) if clinic.main_phone else ())


def urgent(parts: Parts, *, across: bool, listed: bool = False, live: bool = False) -> Block:
    """Urgent signs, by whom to call, and the number that answers day or night.

    A comparison sets the signs of each option as one run of text, unless `listed`: it has several groups to hold.
    `live` makes the numbers dial.
    """
    brochure, wording = parts.brochure, parts.wording
    columns: list[tuple[UrgentGroup, ...]] = []
    single = brochure.kind == "topic"
    listed = listed or single
    for name, topic in brochure.topics:
        groups: list[UrgentGroup] = []
        for signs, call in (
            (topic.urgent.emergency, wording.call_emergency),
            (topic.urgent.clinic, wording.call_clinic),
        ):
            if signs:
                heading = urgent_heading(brochure, name, call)
                words = tuple(sign.text for sign in signs)
                groups.append(
                    UrgentGroup(heading=heading, signs=words if listed else (" ".join(map(as_sentence, words)),))
                )
        columns += [(group,) for group in groups] if single else [tuple(groups)]
    first = brochure.topics[0][1].urgent
    calls_clinic = any(topic.urgent.clinic for _, topic in brochure.topics)
    phone, note = _urgent_number(parts, calls_clinic=calls_clinic)
    return Urgent(
        title=first.title,
        when=first.when.text if single and first.when else "",
        columns=tuple(columns),
        call=wording.our_number if calls_clinic else wording.then_call,
        phone=phone,
        note=note,
        across=across,
        listed=listed,
        dial=dialling.of_urgent(parts) if live else (),
    )


def urgent_heading(brochure: Brochure, option: str, call: str) -> str:
    """Whom to call; in a comparison, after what."""
    if brochure.kind == "topic":
        return call
    titles, names = brochure.comparison.urgent_titles, dict(brochure.topics)[option].names
    return f"{titles.get(option, names.short)}: {call[0].lower()}{call[1:]}"


def _urgent_number(parts: Parts, *, calls_clinic: bool) -> tuple[str, str]:
    """The clinic's number for urgent calls, and when it answers; who calls it first is told what to do else."""
    clinic, wording = parts.brochure.clinic, parts.wording
    notes = [f"{wording.day_or_night}."] if clinic and clinic.answers_always else []
    if clinic and clinic.closed_phone and not clinic.answers_always:
        notes.append(f"{wording.closed_hours}: {_unbroken(clinic.closed_phone)}.")
    if calls_clinic:
        notes.append(wording.no_answer.replace(" ", "\u00a0"))
    return clinic.urgent_phone if clinic else "", " ".join(notes)


def questions(parts: Parts, *, limit: int, titled: bool, grow_mm: float) -> Block:
    """Questions to ask, the first `limit`, each with room to write."""
    rows = parts.kept(parts.brochure.subject.questions)[:limit]
    return Questions(
        title=parts.wording.questions,
        items=tuple(row.text for row in rows),
        own=parts.wording.own_question,
        titled=titled,
        max_grow_mm=grow_mm,
    )


def contact(parts: Parts, *, live: bool) -> Block:
    """The clinic's name, address, telephone, hours, people and QR code, or lines to write them on."""
    clinic, wording = parts.brochure.clinic, parts.wording
    if clinic is None:
        return Contact(write_in=(wording.write_name, wording.write_phone), live=live)
    target = clinic.booking or clinic.site or ""
    people = tuple(who.printed for who in clinic.clinicians)
    if clinic.locations and people:
        # The places stand in columns above: the people go across under them.
        people = ("; ".join(_unbroken(who) for who in people),)
    return Contact(
        name=clinic.name,
        tagline=clinic.tagline or "",
        address=clinic.address,
        hours=_hours(clinic),
        phone=clinic.phone or "",
        phone_note=_other_numbers(clinic, wording),
        people=people,
        places=tuple(_place(place, wording) for place in clinic.locations),
        mail=clinic.mail or "",
        site=_spoken(clinic.site or ""),
        site_href=clinic.site or "",
        qr=target,
        qr_caption=wording.scan if target else "",
        write_in=() if clinic.main_phone else (wording.write_phone,),
        live=live,
        dial=dialling.of_clinic(clinic) if live else (),
    )


def _hours(place: Contacts) -> tuple[str, ...]:
    return tuple(f"{row.days}: {row.times}" for row in place.hours)


def _other_numbers(place: Contacts, wording: Wording) -> str:
    """The numbers beside the everyday one, each with when it answers."""
    lines = ((wording.after_hours, place.emergency_line), (wording.closed_hours, place.after_hours))
    return ". ".join(f"{label}: {_unbroken(number)}" for label, number in lines if number)


def _unbroken(words: str) -> str:
    """A number or a name that no line breaks."""
    return words.replace(" ", "\u00a0")


def _place(place: Location, wording: Wording) -> ContactPlace:
    other = _other_numbers(place, wording)
    lines = (*place.address, place.phone or "", other, *_hours(place))
    return ContactPlace(name=place.name, lines=tuple(line for line in lines if line))


def _spoken(address: str) -> str:
    return address.split("://", 1)[-1].rstrip("/")
