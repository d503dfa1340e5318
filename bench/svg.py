"""Pictures of a page as SVG files: those that stand in it, and those behind its boxes."""

import base64
import re
from copy import deepcopy
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree as ET

_DATA: Final = re.compile(r"url\(['\"]?data:image/svg\+xml(?:;(?P<way>base64|utf8))?,(?P<data>[^'\")]*)")
_XMLNS: Final = "{http://www.w3.org/2000/xmlns/}"
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
NAMESPACE: Final = "{http://www.w3.org/2000/svg}"


def behind(style: str) -> str:
    """The picture that an element's own style puts behind it; empty where there is none."""
    told = _DATA.search(style)
    if told is None:
        return ""
    return base64.b64decode(told["data"]).decode() if told["way"] == "base64" else unquote(told["data"])


def serialised(element: ET.Element) -> str:
    """An element of the page as a file of its own."""
    copy = deepcopy(element)
    copy.tail = None
    for inner in copy.iter():
        for name in [name for name in inner.attrib if name.startswith(_XMLNS)]:
            del inner.attrib[name]
    ET.register_namespace("", NAMESPACE[1:-1])
    return ET.tostring(copy, encoding="unicode")


def alternative(svg: str) -> str:
    """Its words for who cannot see it; nothing for decoration."""
    found = _TITLE.search(svg)
    return found[1].strip() if found else ""
