"""What every piece carries beside its message: brand, urgent signs, questions, contact, fine print. Floor 4."""

import base64
from math import sqrt
from typing import Final

from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.brand import Logo
from brochures.model.furniture import Brand, Colophon, Contact, Questions, Urgent, UrgentGroup
from brochures.reading.richtext import as_sentence, escaped

_LOGO_AREA_MM2: Final = 330.0
_LOGO_MOST_MM: Final = (50.0, 16.0)
_MEDIA: Final = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}


def brand(parts: Parts, *, on_dark: bool, reachable: bool = False) -> Block:
    """The clinic's mark: logo, name in type, or a place to write it; `reachable` adds the number."""
    clinic, look = parts.brochure.clinic, parts.brochure.look
    if clinic is None:
        return Brand(name="", on_dark=on_dark, write_in=parts.wording.write_name)
    number = clinic.phone or "" if reachable else ""
    wanted = look.logo_on_dark if on_dark else look.logo_on_light
    logo = wanted or look.logo_on_light
    if logo is None:
        return Brand(name=clinic.name, on_dark=on_dark, tagline=clinic.tagline or "", number=number)
    width, height = _logo_size_mm(logo)
    address = f"data:{_MEDIA[logo.kind]};base64,{base64.b64encode(logo.data).decode()}"
    return Brand(
        name=clinic.name,
        on_dark=on_dark,
        logo=address,
        logo_width_mm=width,
        logo_height_mm=height,
        plate=on_dark and wanted is None,
        number=number,
    )


def _logo_size_mm(logo: Logo) -> tuple[float, float]:
    """Equal area for every shape of logo, within the room that the layouts keep for it."""
    width, height = sqrt(_LOGO_AREA_MM2 * logo.aspect), sqrt(_LOGO_AREA_MM2 / logo.aspect)
    scale = min(1.0, _LOGO_MOST_MM[0] / width, _LOGO_MOST_MM[1] / height)
    return round(width * scale, 2), round(height * scale, 2)


def urgent(parts: Parts, *, across: bool) -> Block:
    """Urgent signs, by whom to call, and the number that answers day or night.

    A comparison sets the signs of each option as one run of text: it has several groups to hold.
    """
    brochure, wording = parts.brochure, parts.wording
    columns: list[tuple[UrgentGroup, ...]] = []
    single = brochure.kind == "topic"
    for name, topic in brochure.topics:
        groups: list[UrgentGroup] = []
        prefix = "" if single else f"{brochure.comparison.urgent_titles.get(name, topic.names.short)}: "
        for signs, call in (
            (topic.urgent.emergency, wording.call_emergency),
            (topic.urgent.clinic, wording.call_clinic),
        ):
            if signs:
                heading = f"{prefix}{call[0].lower() + call[1:]}" if prefix else call
                words = tuple(sign.text for sign in signs)
                groups.append(
                    UrgentGroup(heading=heading, signs=words if single else (" ".join(map(as_sentence, words)),))
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
        listed=single,
    )


def _urgent_number(parts: Parts, *, calls_clinic: bool) -> tuple[str, str]:
    """The clinic's number for urgent calls, and when it answers; who calls it first is told what to do else."""
    clinic, wording = parts.brochure.clinic, parts.wording
    notes = [f"{wording.day_or_night}."] if clinic and clinic.emergency_line else []
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
    note = f"{wording.after_hours}: {clinic.emergency_line}" if clinic.emergency_line else ""
    hours = tuple(f"{row.days}: {row.times}" for row in clinic.hours)
    people = tuple(f"{who.name}, {who.credentials}" if who.credentials else who.name for who in clinic.clinicians)
    target = clinic.booking or clinic.site or ""
    return Contact(
        name=clinic.name,
        tagline=clinic.tagline or "",
        address=clinic.address,
        hours=hours,
        phone=clinic.phone or "",
        phone_note=note,
        people=people,
        site=_spoken(clinic.site or ""),
        site_href=clinic.site or "",
        qr=target,
        qr_caption=wording.scan if target else "",
        write_in=() if clinic.phone else (wording.write_phone,),
        live=live,
    )


def _spoken(address: str) -> str:
    return address.split("://", 1)[-1].rstrip("/")


def colophon(parts: Parts, *, versioned: bool = True) -> Block:
    """Required lines, sources, the clinic's disclaimer, and, where no folio carries it, the version line."""
    brochure, wording = parts.brochure, parts.wording
    clinic = brochure.clinic
    lines = [line.text for line in parts.kept(brochure.subject.lines)]
    if clinic and clinic.disclaimer:
        lines.append(escaped(clinic.disclaimer))
    by_body: dict[str, list[str]] = {}
    for source in parts.cited():
        body, _, title = (source.printed or f"{source.body}: {source.title}").partition(": ")
        by_body.setdefault(body, []).append(title)
    if parts.full and brochure.kind == "topic":
        sources = tuple(
            f"{body}: {', '.join(t for t in dict.fromkeys(titles) if t)}".removesuffix(": ")
            for body, titles in by_body.items()
        )
    else:
        pointer = (wording.full_list.rstrip("."),) if brochure.kind == "topic" else ()
        sources = (", ".join(by_body), *pointer)
    return Colophon(
        lines=tuple(lines),
        sources_title=wording.sources,
        sources=sources,
        version=(
            *(version_lines(parts) if versioned else ()),
            wording.not_approved[0].upper() + wording.not_approved[1:] + ".",
        ),
    )


def version_lines(parts: Parts) -> tuple[str, str]:
    """`botox 1.0 · 3f9c2a` and `sources checked 2026-11 · review by 2027-11`: one line where there is room."""
    brochure, wording = parts.brochure, parts.wording
    subject = brochure.subject
    dates = f"{wording.sources_checked} {subject.sources_checked} · {wording.review_by} {subject.review_by}"
    return f"{brochure.name} {subject.version} · {brochure.version_hash}", dates
