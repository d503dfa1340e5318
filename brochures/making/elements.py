"""The words of the markup, and what they stand in: element, frame, component. Floor 4."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_UNPRINTED: Final = ("head", "title", "desc", "style", "script")
_VOID: Final = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))
_INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
    )
)


@dataclass(slots=True)
class Element:
    """One element of text: its own tag, all that it stands in, its frame and component, and its words as they come."""

    tag: str
    within: frozenset[str]
    frame: str
    component: str
    words: list[str] = field(default_factory=list)


class Markup(HTMLParser):
    """The words that are printed, those in drawings too, and what they stand in; read once."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[Element] = []
        self._open: list[tuple[str, str, str]] = [("", "", "")]
        self._is_new = True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the frame and component that begin here, if any."""
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        _, frame, component = self._open[-1]
        frame = next((name.removeprefix("frame-") for name in classes if name.startswith("frame-")), frame)
        component = next((name.removeprefix("block-") for name in classes if name.startswith("block-")), component)
        self._open.append((tag, frame, component))
        self._is_new |= tag not in _INLINE

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Holds no text."""

    def handle_endtag(self, tag: str) -> None:
        """Closes the element, and those in it that were left open."""
        tags = [name for name, _, _ in self._open]
        if tag in tags[1:]:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]
            self._is_new |= tag not in _INLINE

    def handle_data(self, data: str) -> None:
        """Words of the element that is open."""
        tags = [tag for tag, _, _ in self._open]
        if not data.strip() or any(tag in _UNPRINTED for tag in tags):
            return
        self.words += data.split()
        if self._is_new:
            _, frame, component = self._open[-1]
            own = next((tag for tag in reversed(tags) if tag not in _INLINE), "")
            self.elements.append(Element(own, frozenset(tags), frame, component))
            self._is_new = False
        self.elements[-1].words.append(data)
