"""The tree of a YAML file by a parser in C, where it reads as the other one does. Only home of PyYAML. Floor 2.

The parser in `source` knows YAML 1.2 and says what is wrong; this one is fifteen times as quick, knows YAML 1.1, and is
believed only where the two cannot differ: whoever wants to know why a file is refused asks the other.
"""

import re
from typing import Final

from brochures.reading.events import Builder, Node
from brochures.reading.textfile import Lines

_ELSEWISE: Final = re.compile(
    "[\t\r\x85\u2028\u2029\ufeff]"  # blanks and breaks that the two versions count differently
    "|^%"  # directives
    "|^(?:---|\\.\\.\\.)"  # several documents
    "|(?:^|[ ,\\[{])[&!?]"  # anchors, tags, and keys of more than a word
    "|[\"']:[^ \n]"  # a value without a blank before it
    "|(?:^|[ ,:-])[|>]",  # texts of several lines
    re.MULTILINE,
)


def quick_root(lines: Lines) -> Node | None:
    """The root of a file that holds nothing out of the ordinary and nothing wrong, else None."""
    if _ELSEWISE.search(lines.text):
        return None
    try:
        from yaml import YAMLError
        from yaml.cyaml import CParser
    except ImportError:  # PyYAML was built without its parser in C
        return None
    builder = Builder(lines)
    try:
        parser = CParser(lines.text)
        while parser.check_event():
            event = parser.get_event()
            # The two disagree where a value stands that is not written.
            if (getattr(event, "style", None) == "" and not event.value) or not builder.take(event):
                return None
    except (YAMLError, ValueError):
        return None
    return None if builder.faults else builder.root
