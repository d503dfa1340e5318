"""Which column of a people file is which field. Floor 2."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from brochures.errors import Mark, Problem, SourceError
from brochures.model.merging import FIELDS, FieldName

SYNONYMS: Final[dict[str, FieldName]] = {
    "name": "recipient",
    "full_name": "recipient",
    "patient": "recipient",
    "patient_name": "recipient",
    "client": "recipient",
    "client_name": "recipient",
    "doctor": "clinician",
    "physician": "clinician",
    "practitioner": "clinician",
    "provider": "clinician",
    "injector": "clinician",
    "nurse": "clinician",
    "date": "appointment",
    "appt": "appointment",
    "appointment_date": "appointment",
    "visit": "appointment",
    "when": "appointment",
    "place": "location",
    "address": "location",
    "office": "location",
    "where": "location",
    "telephone": "phone",
    "tel": "phone",
    "phone_number": "phone",
    "line_1": "line1",
    "line_2": "line2",
    "line_3": "line3",
}
"""Other headings that are understood, as `plain` writes them."""

_NEAR: Final = 0.6
_SHOWN: Final = 12
_LONGEST: Final = 40


class Columns(NamedTuple):
    """Where the fields stand: `fields` by index of the column, `id` the index of the id column or -1.

    `headings` are those of the file, by index; `problems` what is left out of it.
    """

    headings: tuple[str, ...]
    fields: dict[int, FieldName]
    id: int
    problems: tuple[Problem, ...]


def plain(heading: str) -> str:
    """The heading as it is compared: small letters, one `_` for blanks and hyphens."""
    return "_".join(unicodedata.normalize("NFC", heading).replace("-", " ").replace("_", " ").casefold().split())


def known(headings: Sequence[str]) -> int:
    """How many of these are understood."""
    return sum(plain(heading) in FIELDS or plain(heading) in SYNONYMS for heading in headings)


def columns_of(
    headings: Sequence[str], mark: Mark, given: Mapping[FieldName, str] | None = None, id_column: str | None = None
) -> Columns:
    """The columns of a file with these headings; `given` names those that the user says are fields.

    Raises:
        SourceError: a heading or a field twice, a heading given that is not there, no column for whom it is.
    """
    names = [plain(heading) for heading in headings]
    problems = [_twice(name, mark) for name in dict.fromkeys(names) if name and names.count(name) > 1]
    said = {plain(heading): field for field, heading in (given or {}).items()}
    wanted = [*(given or {}).values(), *([id_column] if id_column is not None else [])]
    problems += [_absent(name, headings, mark) for name in dict.fromkeys(wanted) if plain(name) not in names]
    if problems:
        raise SourceError(problems)
    id_index = names.index(plain(id_column)) if id_column is not None else -1
    fields: dict[int, FieldName] = {}
    left_out: list[Problem] = []
    for index, name in enumerate(names):
        usual = None if index == id_index and name in SYNONYMS else _usual(name)
        field = said.get(name) or (None if given and usual in given else usual)
        if field and field in fields.values():
            both = [headings[other] for other in fields if fields[other] == field]
            problems.append(_both(field, both[0], headings[index], mark))
        elif field:
            fields[index] = field
        elif name and index != id_index:
            left_out.append(_unknown(headings[index], mark))
    problems += _needed(headings, fields, mark)
    if problems:
        raise SourceError(problems)
    return Columns(tuple(headings), fields, id_index, tuple(left_out))


def _usual(name: str) -> FieldName | None:
    return FIELDS[name].name if name in FIELDS else SYNONYMS.get(name)


def _needed(headings: Sequence[str], fields: Mapping[int, FieldName], mark: Mark) -> list[Problem]:
    missing = [field for field in FIELDS.values() if field.required and field.name not in fields.values()]
    if not missing:
        return []
    name, about = missing[0].name, missing[0].about
    message = f"there is no column `{name}` ({about})"
    close = [heading for heading in headings if near(plain(heading), [*FIELDS, *SYNONYMS])]
    if not fields and not close:
        # What stands there may be a person: it is not repeated.
        message += ", and the first line does not look like headings"
        return [Problem("no-headings", message, "write a first line such as: " + ", ".join(FIELDS), mark)]
    shown = ", ".join(_short(heading) for heading in headings[:_SHOWN] if heading)
    names = [plain(heading) for heading in headings]
    alike = [heading for heading in close if _usual(near(plain(heading), [*FIELDS, *SYNONYMS])) == name]
    if any("first" in one or "last" in one or "surname" in one for one in names):
        hint = f"put first and last name into one column `{name}`"
    elif alike:
        hint = f"is `{_short(alike[0])}` the one? then call it `{name}`"
    else:
        hint = f"call the column with the names `{name}`"
    return [Problem("no-recipient", f"{message}; the headings are: {shown}", hint, mark)]


def near(word: str, names: Sequence[str]) -> str:
    """The name that `word` is a slip of the pen for, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, names, n=1, cutoff=_NEAR)), "")


def _twice(name: str, mark: Mark) -> Problem:
    return Problem("duplicate-heading", f"two columns are called `{_short(name)}`", "rename one of them", mark)


def _both(field: FieldName, one: str, other: str, mark: Mark) -> Problem:
    message = f"the columns `{_short(one)}` and `{_short(other)}` would both be `{field}`"
    return Problem("duplicate-field", message, f"call the right one `{field}`, and give the other another name", mark)


def _absent(name: str, headings: Sequence[str], mark: Mark) -> Problem:
    alike = near(plain(name), [plain(heading) for heading in headings])
    meant = next((heading for heading in headings if alike and plain(heading) == alike), "")
    hint = f"did you mean `{_short(meant)}`?" if meant else "check its spelling in the first line of the file"
    return Problem("no-such-column", f"there is no column `{_short(name)}`", hint, mark)


def _unknown(heading: str, mark: Mark) -> Problem:
    alike = near(plain(heading), list(FIELDS))
    hint = f"did you mean `{alike}`?" if alike else "nothing of it is printed; columns are " + ", ".join(FIELDS)
    return Problem("unknown-column", f"the column `{_short(heading)}` is left out", hint, mark, severity="warning")


def _short(heading: str) -> str:
    text = " ".join(heading.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
