"""What a clinic adds of its own to a subject: advice, products, prices, photographs. Floor 4."""

import base64
from typing import Final

from brochures.making.compose.parts import Parts
from brochures.model.blocks import Advice, Block, Photo
from brochures.model.wording import Wording
from brochures.model.words import Advice as GivenAdvice
from brochures.model.words import Price
from brochures.reading.richtext import as_sentence, escaped

_PHOTO_MOST_MM: Final = 62.0


def advice(parts: Parts) -> list[Block]:
    """The clinic's own advice under its own heading, a line for each thing it names; nothing without any."""
    wording = parts.wording
    items: list[tuple[str, str]] = []
    for option, given in parts.brochure.advice:
        rows = advice_rows(given, wording)
        items += [(option, " ".join(f"{label}: {text}" for label, text in rows))] if option and rows else rows
    return [Advice(title=wording.clinic_advice, items=tuple(items))] if items else []


def advice_rows(given: GivenAdvice, wording: Wording) -> tuple[tuple[str, str], ...]:
    """A label and a sentence for each thing that the clinic advises, as printed."""
    rows = (
        (wording.advice_visit, given.appointment or ""),
        (wording.advice_before, " ".join(as_sentence(text) for text in given.before)),
        (wording.advice_after, " ".join(as_sentence(text) for text in given.aftercare)),
        (wording.advice_products, ", ".join(escaped(product.printed) for product in given.products)),
        (wording.advice_price, price(wording, given.price) if given.price else ""),
    )
    return tuple((label, as_sentence(text)) for label, text in rows if text)


def price(wording: Wording, asked: Price) -> str:
    """`$250 to $600 an area`, or `from $250` where only the least is known."""
    unit = asked.currency if len(asked.currency) == 1 else f"{asked.currency}\u00a0"
    lowest = f"{unit}{_amount(asked.lowest)}"
    if asked.highest is None:
        told = f"{wording.price_from} {lowest}"
    elif asked.highest == asked.lowest:
        told = lowest
    else:
        told = f"{lowest} {wording.to} {unit}{_amount(asked.highest)}"
    return escaped(f"{told} {asked.per}" if asked.per else told)


def _amount(value: float) -> str:
    return f"{value:,.2f}".removesuffix(".00")


def photos(parts: Parts, width_mm: float) -> list[Block]:
    """The clinic's photographs over the whole width, upright ones less wide."""
    words = parts.brochure.words
    blocks: list[Block] = []
    for photo, picture in zip(words.photos if words else (), parts.brochure.photos, strict=True):
        width = min(width_mm, _PHOTO_MOST_MM * picture.aspect)
        data = f"data:image/{picture.kind};base64,{base64.b64encode(picture.data).decode()}"
        blocks.append(
            Photo(
                data=data,
                alternative=photo.alt,
                caption=photo.caption,
                width_mm=round(width, 2),
                height_mm=round(width / picture.aspect, 2),
            )
        )
    return blocks
