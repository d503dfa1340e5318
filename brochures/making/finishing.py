"""What a PDF carries beside its pages: how it wants to be printed, and its language and title. Floor 4."""

from collections.abc import Callable
from typing import Any

from brochures.model.document import Document

Finish = Callable[[Any, Any], None]
"""The engine's public `finisher` hook: called with its document and its PDF before they are written."""


def finish(document: Document) -> Finish:
    """A hook that writes the viewer's preferences: title bar, no scaling, and how to turn the sheet."""

    def finisher(_: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
        import pydyf

        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
            {"DisplayDocTitle": "true", "PrintScaling": "/None", "Duplex": f"/{document.format.duplex}"}
        )

    return finisher
