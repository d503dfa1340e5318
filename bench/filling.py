"""Values into pages: the same few lines for every engine that has no way of its own. Loads no engine."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

Values = dict[str, str]
MARK: Final = re.compile(r"\{\{(\w+)\}\}")


def people(path: Path) -> Iterator[Values]:
    """The values of a JSON lines file as they are printed, one person a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def put_in(page: str, values: Values) -> str:
    """The page with one person's values; a slot without one stays open."""
    return MARK.sub(lambda mark: html.escape(values.get(mark[1], "")) or "\u00a0", page)


def asked_of_typst(values: Values) -> bytes:
    """The small file of Typst's that asks its module for one person's piece."""
    given = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return f'#import "twin.typ": piece\n#piece(({given}))\n'.encode()
