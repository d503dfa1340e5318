"""What a place forbids, asks for and says in its own way. Floor 3."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from brochures.model.base import has_passed
from brochures.model.clinic import Clinic
from brochures.model.content import Comparison, Subject, Topic
from brochures.model.named_parts import parts_of
from brochures.model.profile import Detail, Profile, kinds_of
from brochures.model.rows import Row
from brochures.model.slots import fill
from brochures.model.statement import Statement
from brochures.model.walking import holds, statements_of
from brochures.reading.promotion import read_profile_named, shipped_profiles
from brochures.reading.richtext import to_plain
from brochures.rules.case import Case
from brochures.rules.phrasing import is_english
from brochures.rules.printed import listed_sources, printed_words
from brochures.rules.rule import Finding, Rule

_SCHEMES: Final = {"us": ("MedWatch",), "gb": ("Yellow Card", "yellowcard")}
"""Where side effects are reported, by the name that patients know."""

_SHORTEST_QUOTE: Final = 60


def place_term(case: Case) -> Iterator[Finding]:
    """Words that are blocked here, in anything that is printed; sentences of the content were left out before."""
    profile = case.profile
    if not profile.blocked:
        return
    for printed in (*printed_words(case), *listed_sources(case)):
        term = profile.blocked_within(printed.text) if printed.is_address else profile.blocked_term(printed.text)
        if term:
            entry = profile.blocking(printed.text) or profile.blocking(term)
            why = f": {entry.why}" if entry else ""
            hint = f"say: “{entry.instead}”" if entry and entry.instead else ""
            yield Finding(f"`{term}` may not be printed here ({profile.title}){why}", printed.at, hint)


def foreign_advice(case: Case) -> Iterator[Finding]:
    """Emergency numbers, regulators and reporting schemes of other places, outside the list of sources."""
    patterns = _foreign(case.profile, is_english=is_english(case))
    for printed in printed_words(case):
        for place, pattern in patterns:
            found = pattern.search(printed.text)
            if found:
                message = f"`{found[1]}` is for {place}, and this piece is for {case.profile.name}"
                yield Finding(message, printed.at)


def local_version(case: Case) -> Iterator[Finding]:
    """Safety text that is not printed here, since it holds elsewhere or is blocked, and has no version here."""
    told = {statement.item for _, statement in _locked(case.subject)}
    told |= {statement.item for _, topic in case.brochure.topics for _, statement in _of_urgent(topic)}
    told |= {*case.profile.elsewhere}
    for name, part, statement in _all_locked(case):
        text = to_plain(fill(statement.text, case.places.values))
        reason = _absent(statement, text, case.profile)
        if reason and statement.item not in told:
            shown = text if len(text) <= _SHORTEST_QUOTE else f"{text[:_SHORTEST_QUOTE].rstrip()}…"
            message = f"safety text “{shown}” {reason}, and no version of it holds in `{case.profile.place}`"
            yield Finding(message, case.places.of_words(text, name, (part,)))
    yield from _rows_absent(case)


def place_needs(case: Case) -> Iterator[Finding]:
    """What pieces must say here, by the names of statements."""
    kinds = kinds_of(topic for _, topic in case.brochure.topics)
    told = {statement.item for statement in statements_of(case.subject)}
    told |= {statement.item for _, topic in case.brochure.topics for statement in statements_of(topic.urgent)}
    for need in case.profile.needs:
        if need.about in kinds and need.item not in told:
            message = f"{case.name} must say `{need.item}` here: {need.why}"
            yield Finding(message, case.mark_of("lines"))


def place_asks(case: Case) -> Iterator[Finding]:
    """Fields of the clinic file that must be filled here."""
    clinic = case.brochure.clinic
    for index, asked in enumerate(case.profile.asks):
        if clinic is None:
            message = f"here a clinic must give `{asked.field}`: {asked.why}"
            hint = f"give a clinic file that has `{asked.field}`: --clinic clinic.yaml"
            yield Finding(message, case.places.of_profile("asks", index), hint)
        elif not _has(clinic, asked.field):
            yield Finding(f"the clinic file lacks `{asked.field}`: {asked.why}", case.places.of_clinic())


def profile_overdue(case: Case) -> Iterator[Finding]:
    """A profile whose sources were to be read again by now."""
    profile = case.profile
    if has_passed(profile.review_by, case.today):
        message = f"the rules for “{profile.title}” were to be read again by {profile.review_by}"
        yield Finding(message, case.places.of_profile("review_by"))


def _absent(statement: Statement, text: str, profile: Profile) -> str:
    """Why a statement is not printed here, or nothing."""
    if not holds(statement.place, profile.place):
        places = (statement.place,) if isinstance(statement.place, str) else statement.place or ()
        return f"holds in {' and '.join(f'`{place}`' for place in places)} only"
    term = profile.blocked_term(text)
    return f"names `{term}`, which is blocked here" if term else ""


def _all_locked(case: Case) -> Iterator[tuple[str, str, Statement]]:
    """The locked statements as they are written: subject, part and statement; of options only urgent signs."""
    for part, statement in _locked(case.written):
        yield case.name, part, statement
    for name, option in case.options.items():
        if isinstance(option, Topic):
            for part, statement in _of_urgent(option):
                yield name, part, statement


def _locked(subject: Subject) -> Iterator[tuple[str, Statement]]:
    for part in parts_of(subject).values():
        if part.is_locked and part.shape != "urgent":  # whose parts leave out when the signs may come
            yield from ((part.name, statement) for statement in part.statements)
    if isinstance(subject, Topic):
        yield from _of_urgent(subject)


def _of_urgent(topic: Topic) -> Iterator[tuple[str, Statement]]:
    for statement in statements_of(topic.urgent):
        yield "urgent", statement


def _rows_absent(case: Case) -> Iterator[Finding]:
    """Locked rows of a comparison that are not printed here, and that no other row of this question stands for."""
    if not (isinstance(case.written, Comparison) and isinstance(case.subject, Comparison)):
        return
    told = {row.question for row in case.subject.rows}
    for index, row in enumerate(case.written.rows):
        if row.safety and row.question not in told and _is_first(row, case.written.rows[:index]):
            message = f"the row “{row.question}” is safety text, and no version of it holds in `{case.profile.place}`"
            yield Finding(message, case.mark_of("rows", index))


def _is_first(row: Row, before: tuple[Row, ...]) -> bool:
    return all(other.question != row.question for other in before)


def _has(clinic: Clinic, field: Detail) -> bool:
    """Whether the clinic file says this, for the clinic or for one of its places."""
    if field == "phone":
        return bool(clinic.main_phone)
    if field == "address":
        return bool(clinic.address) or any(place.address for place in clinic.locations)
    return bool(getattr(clinic, field))


@lru_cache(maxsize=1)
def _places() -> tuple[Profile, ...]:
    return tuple(read_profile_named(name, None, None).value for name in shipped_profiles())


def _foreign(profile: Profile, *, is_english: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What other places say, without what this one says too: their names, and how it is found."""
    own = f"{profile.emergency_number} {profile.regulator} {profile.regulator_name}"
    return _found_by(profile.place, own, is_english)


@lru_cache(maxsize=16)
def _found_by(here: str, own: str, is_english: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:  # noqa: FBT001
    patterns: dict[str, tuple[str, re.Pattern[str]]] = {}
    for other in _places():
        if other.place in {here, "zz"}:
            continue
        numbers = re.findall(r"\d+", other.emergency_number) if is_english else []
        for number in numbers:
            # A number is an emergency number where one is told to call it.
            call = rf"\b(?:call|dial|phone|ring|text)\b[^.?!]{{0,40}}?(?<!\d)(?<!\d[\s.()-])({number})(?![\s.()-]?\d)"
            patterns.setdefault(number, (other.name, re.compile(call, re.IGNORECASE)))
        for name in (other.regulator, other.regulator_name, *_SCHEMES.get(other.place, ())):
            patterns.setdefault(name, (other.name, re.compile(rf"\b({re.escape(name)})\b")))
    return tuple(found for words, found in patterns.items() if words not in own)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "place-term",
        "promotion",
        "error",
        "No word that the place blocks stands in anything that is printed, the clinic's own words among it",
        "write it without the word, or print it where it may be given, with another --profile",
        ("cap-12.12", "asa-ie", "tga-2023"),
        place_term,
        safety=True,
    ),
    Rule(
        "local-version",
        "promotion",
        "error",
        "Safety text that holds only elsewhere, or may not be printed here, has a version that holds here",
        "give it an `item:`, and beside it a statement with the same `item:` that holds here; "
        "or say under `elsewhere:` in the profile why none is needed",
        ("yellow-card",),
        local_version,
        safety=True,
    ),
    Rule(
        "place-needs",
        "promotion",
        "error",
        "What the place's profile needs is said",
        "add a statement with this `item:` that holds here, under `lines` for example",
        ("yellow-card",),
        place_needs,
        safety=True,
    ),
    Rule(
        "place-asks",
        "promotion",
        "error",
        "The clinic file holds what the place asks for, such as the responsible clinician",
        "fill the field in clinic.yaml",
        ("california-board", "texas-board"),
        place_asks,
    ),
    Rule(
        "profile-overdue",
        "promotion",
        "warning",
        "The sources of the place's profile were read in time",
        "read its sources again, mend what changed, then set `checked` and `review_by`",
        ("bjgp-2018",),
        profile_overdue,
    ),
    Rule(
        "foreign-advice",
        "promotion",
        "error",
        "No emergency number, regulator or reporting scheme of another place is given to the reader",
        "write {emergency_number} or {regulator}, which are filled in for each place; or give the sentence a `place:`",
        ("hse-112", "yellow-card"),
        foreign_advice,
        safety=True,
    ),
)
