"""The page on which a clinician reads a clinic's words and signs the version: one HTML file by itself. Floor 4."""

from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from brochures.errors import StyleFault
from brochures.making.compose.signing import Sheet
from brochures.making.markup import environment


def signoff_html(sheets: tuple[Sheet, ...], clinic: str, today: date, templates: Path) -> str:
    """The sign-off page of these subjects as HTML; what is taken out and put in is marked with signs, not only colour.

    Raises:
        StyleFault: the template of ours is broken.
    """
    template = environment(templates).get_template("signoff.html")
    try:
        return template.render(sheets=sheets, clinic=clinic, today=today.isoformat())
    except TemplateError as error:
        raise StyleFault(f"the template {template.name} is broken: {error}") from error
