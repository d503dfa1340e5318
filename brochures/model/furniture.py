"""Blocks that every piece carries beside its message: brand, heads, urgent signs, contact, fine print. Floor 1."""

from dataclasses import dataclass
from typing import ClassVar

from brochures.model.blocks import Block, OptionSide
from brochures.model.brand import Plate


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand(Block):
    """The logo, or the clinic's name set in type, or lines to write the name on."""

    component: ClassVar[str] = "brand"
    name: str
    on_dark: bool = False
    logo: str = ""
    """Data address of the logo picture; empty for a name set in type."""
    logo_width_mm: float = 0.0
    logo_height_mm: float = 0.0
    plate: Plate = ""
    """What stands behind a logo that would not be seen on the ground alone."""
    tagline: str = ""
    numbers: tuple[str, ...] = ()
    dial: tuple[tuple[str, str], ...] = ()
    """Printed words that dial a number, each with its `tel:` address; none on paper."""
    write_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Block):
    """The cover's title, a line each, its purpose and the generic name."""

    component: ClassVar[str] = "cover"
    title: tuple[str, ...]
    purpose: str
    compact: bool = False
    scale: float = 1.0
    """How much larger than its style says the title is set, where it fills a poster's width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Block):
    """The main message of a handout in display type."""

    component: ClassVar[str] = "lead"
    text: str
    is_large: bool = False
    """Set as large as a title, where it stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Block):
    """The title of a panel, under a rule; where the theme has them, with a small line above it and a number."""

    component: ClassVar[str] = "head"
    title: str
    kicker: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook(Block):
    """The flap's headline: up to two short lines, and the main message under it."""

    component: ClassVar[str] = "hook"
    lines: tuple[tuple[str, OptionSide], ...]
    lead: str
    kicker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentGroup:
    """Signs under one heading that says whom to call."""

    heading: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent(Block):
    """Urgent signs and whom to call; `across` sets it as a strip over the full width."""

    component: ClassVar[str] = "urgent"
    title: str
    when: str
    columns: tuple[tuple[UrgentGroup, ...], ...]
    """Groups side by side where the block goes across; those of one option stand in one column."""
    call: str
    phone: str
    note: str
    across: bool = False
    listed: bool = True
    has_line: bool = True
    """Whether a number that is not known has a place to be written."""
    dial: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Block):
    """Questions to ask, each with a line to write on; the lines take the spare height."""

    component: ClassVar[str] = "questions"
    title: str
    items: tuple[str, ...]
    own: str
    line_mm: float = 4.8
    titled: bool = True

    @property
    def row_line_mm(self) -> float:
        """Height of one line to write on, its share of the growth included."""
        return self.line_mm + self.grow_mm / (len(self.items) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(Block):
    """Ruled lines for the patient's own words."""

    component: ClassVar[str] = "notes"
    title: str
    lines: int
    line_mm: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPlace:
    """One of a clinic's locations: its name in bold, and lines under it."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Block):
    """Who the clinic is and how to reach it; lines to write on when there is no clinic."""

    component: ClassVar[str] = "contact"
    name: str = ""
    tagline: str = ""
    address: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    phone: str = ""
    phone_note: str = ""
    people: tuple[str, ...] = ()
    places: tuple[ContactPlace, ...] = ()
    mail: str = ""
    site: str = ""
    site_href: str = ""
    qr: str = ""
    qr_caption: str = ""
    booking: str = ""
    """Address for booking a visit, where it is touched and not scanned."""
    booking_label: str = ""
    write_in: tuple[str, ...] = ()
    live: bool = False
    """Whether mail and web addresses are links."""
    dial: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon(Block):
    """Fine print: required lines, sources, disclaimer and the version line."""

    component: ClassVar[str] = "colophon"
    lines: tuple[str, ...]
    sources_title: str
    sources: tuple[str, ...]
    version: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(Block):
    """The head of a comparison sheet: title and intro."""

    component: ClassVar[str] = "masthead"
    title: str
    intro: str
    kicker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folio(Block):
    """The last line of a handout's page: version and page number."""

    component: ClassVar[str] = "folio"
    text: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotline(Block):
    """The one number to call, large, or a line to write it on."""

    component: ClassVar[str] = "hotline"
    label: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Block):
    """Labelled lines to fill in by hand, one or two to a row; the rows take the spare height."""

    component: ClassVar[str] = "record"
    title: str
    rows: tuple[tuple[str, ...], ...]
    line_mm: float = 2.6

    @property
    def row_line_mm(self) -> float:
        """White to write in under each label, its share of the growth included."""
        return self.line_mm + self.grow_mm / len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team(Block):
    """What an emergency team should think of and know, in its own words."""

    component: ClassVar[str] = "team"
    kicker: str
    title: str
    items: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs(Urgent):
    """The urgent signs on a wallet card: whom to call for what side by side, the number in the last line."""

    component: ClassVar[str] = "signs"
