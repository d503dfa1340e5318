"""A day and a time as people write them in a list, and as a patient reads them. Floor 2.

Years come first and offsets are not taken: 03/04/2026 is two days, and a time of another zone is a missed appointment.
"""

import re
from datetime import date, time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel import Locale

MOST_KEPT: Final = 4096
"""Days whose words are kept; of times there are no more than minutes in a day."""

_MOMENT: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|,? )(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(r"\d{4}-\d")
_TWO_DAYS: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\b\d{1,2}/\d{1,2}\b")
_NOON: Final = 12


class Moments:
    """Words for moments, in one language and as one country writes them.

    `language` is a tag (`en-US`); `place` two letters of a country, perhaps with a part (`us-ca`), `zz` or nothing
    where it is the language's own.
    """

    def __init__(self, language: str, place: str) -> None:
        self._language, self._place = language, place
        self._locale: Locale | None = None
        self._days: dict[date, str] = {}
        self._times: dict[time, str] = {}

    def words(self, written: str) -> str | None:
        """A moment in words; what is written in words already, as it is; None for what cannot be told for certain."""
        found = _MOMENT.fullmatch(written)
        if found is None:
            is_certain = any(map(str.isalpha, written)) and not _YEAR_FIRST.match(written)
            return written if is_certain and not _TWO_DAYS.search(written) else None
        year, month, day, hour, minute, half = found.groups()
        try:
            when = date(int(year), int(month), int(day))
            clock = None if hour is None else time(_hour(int(hour), half), int(minute))
        except ValueError:
            return None
        day_words = self._day(when)
        return day_words if clock is None else self._joined().format(self._time(clock), day_words)

    def _known(self) -> "Locale":
        if self._locale is None:
            self._locale = _locale(self._language, self._place)
        return self._locale

    def _joined(self) -> str:
        return str(self._known().datetime_formats["medium"])

    def _day(self, when: date) -> str:
        if when not in self._days:
            from babel.dates import format_date

            _make_room(self._days)
            self._days[when] = _plain(format_date(when, "full", self._known()))
        return self._days[when]

    def _time(self, clock: time) -> str:
        if clock not in self._times:
            from babel.dates import format_time

            self._times[clock] = _plain(format_time(clock, "short", locale=self._known()))
        return self._times[clock]


def _make_room(kept: dict[date, str]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError(hour)
    return hour % _NOON + (_NOON if half in "pP" else 0)


def _locale(language: str, place: str) -> "Locale":
    """The language as the country writes it, where that is known; else the language; else English."""
    from babel import Locale, UnknownLocaleError

    base, country = language.replace("-", "_"), place[:2].upper()
    tags = [base, base.split("_")[0], "en"]
    if country and country != "ZZ":
        parts = base.split("_")
        tags.insert(0, "_".join([*(part for part in parts if len(part) != 2 or part is parts[0]), country]))  # noqa: PLR2004 - countries have two letters
    for tag in tags:
        try:
            return Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError


def _plain(words: str) -> str:
    """With plain spaces: the narrow ones that stand before `PM` are in few fonts."""
    return " ".join(words.split())
