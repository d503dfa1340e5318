"""Invented people, the same on every machine: accents, hyphens, short and long names; none of them exists."""

import csv
import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from brochures.reading.moments import Moments

_FIRST: Final = (
    "Ana Bea Chloé Dörte Émile Fátima Gül Håkon Iñaki José Kåre Łucja Márton Noël Özlem Piotr Renée Søren Şebnem "
    "Tomáš Ürün Véronique Wiktor Ximena Yağmur Zoë Anne-Sophie Jean-François Maria Li Bo Alexandra Maximiliano"
)
_LAST: Final = (
    "Abel Brânză Çelik Dvořák Ekström Ferreira García Horváth Ibáñez Jørgensen Kowalczyk Łukasiewicz Müller Nuñez "
    "O’Brien Pérez Quiñones Råberg Šimek Tóth Ulloa Vargas Weiß Yılmaz Žukauskas Featherstonehaugh Lee Ng"
)
_WHO: Final = ("Dr. Ana Gómez", "Dr. Søren Holm", "Nurse Kim Lee", "Dr. Marie-Claire Béranger", "Dr. Bo Ng")
_WHERE: Final = ("Main Street 4", "Elm Street, Suite 210", "North Side", "Old Mill, 2nd floor", "Harbor House")
_HYPHENATED: Final = 0.2
_BEGINS: Final = datetime(2026, 12, 1, 8, 0)  # noqa: DTZ001 - the people file has local times without a zone
_DAYS: Final = 120
_SLOTS: Final = 36
COLUMNS: Final = ("recipient", "clinician", "appointment", "location", "phone")


def everybody(count: int) -> Iterator[dict[str, str]]:
    """That many people, as a clinic's own file would have them."""
    first_names, last_names = _FIRST.split(), _LAST.split()
    chance = random.Random(20261122)  # noqa: S311 - the same people every time
    for number in range(count):
        last = chance.choice(last_names)
        if chance.random() < _HYPHENATED:
            last += "-" + chance.choice(last_names)
        when = _BEGINS + timedelta(days=chance.randrange(_DAYS), minutes=15 * chance.randrange(_SLOTS))
        yield {
            "recipient": f"{chance.choice(first_names)} {last}",
            "clinician": chance.choice(_WHO),
            "appointment": f"{when:%Y-%m-%d %H:%M}",
            "location": chance.choice(_WHERE),
            "phone": f"(555) {100 + number // 10000 % 900}-{number % 10000:04}",
        }


def write(count: int, folder: Path) -> tuple[Path, Path]:
    """The people file that `brochures merge` reads, and the same people with values as they are printed."""
    rows, printed = folder / f"people-{count}.csv", folder / f"people-{count}.jsonl"
    moments = Moments("en-US", "us")
    with rows.open("w", encoding="utf-8", newline="") as left, printed.open("w", encoding="utf-8") as right:
        table = csv.DictWriter(left, COLUMNS)
        table.writeheader()
        for person in everybody(count):
            table.writerow(person)
            words = moments.words(person["appointment"]) or person["appointment"]
            right.write(json.dumps({**person, "appointment": words}, ensure_ascii=False) + "\n")
    return rows, printed
