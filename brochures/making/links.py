"""Names each link of a PDF by the words that it stands on, where the engine gives its address. Floor 4."""

from typing import Any

import pydyf


def name_links(engine_document: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
    """Gives each link its own words as a description: a number is heard as a number, and not as an address."""
    for page in engine_document.pages:
        for *_, box in page.links:
            words = " ".join("".join(box.element.itertext()).split())
            if box.link_annotation is not None and words:
                box.link_annotation["Contents"] = pydyf.String(words)
