"""The words of a PDF, to find the version that is printed in it. Floor 4."""

from typing import Final

import pypdfium2

from brochures.errors import Mark, Problem, SourceError

_MOST_PAGES: Final = 200


def words_of(pdf: bytes, name: str) -> str:
    """What the pages of a PDF say, and what the file says of itself; `name` stands for it in messages.

    Raises:
        SourceError: it cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        hint = "is it whole, and without a password? Or write down the version that is printed on it"
        raise SourceError([Problem("not-a-pdf", "this cannot be opened as a PDF", hint, Mark(name))]) from None
    try:
        pages = (document[number].get_textpage() for number in range(min(len(document), _MOST_PAGES)))
        return "\n".join((*(page.get_text_bounded() for page in pages), *document.get_metadata_dict().values()))
    finally:
        document.close()
