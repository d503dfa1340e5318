"""Names for people's files that tell nothing: keyed digests of what is printed in them. Floor 5."""

import hmac
from collections.abc import Mapping
from typing import Final

from brochures.model.merging import FIELD_NAMES, FieldName

ROW_KEY_BYTES: Final = 16
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"
ID_LETTERS: Final = 20


def row_key(key: bytes, values: Mapping[FieldName, str], ordinal: int = 0) -> bytes:
    """16 bytes that stand for these values; `ordinal` is how many rows with the same ones came before."""
    said = bytearray(b"brochures row 1\0" + ordinal.to_bytes(8))
    for name in FIELD_NAMES:
        value = values.get(name)
        if value:
            written = value.encode()
            said += b"%b\0%d\0%b" % (name.encode(), len(written), written)
    return hmac.digest(key, said, "sha256")[:ROW_KEY_BYTES]


def file_id(key: bytes, of: bytes) -> str:
    """20 letters and digits that name the file of a row key; chance, to whoever has not the folder's key."""
    digest = hmac.digest(key, b"brochures file 1\0" + of, "sha256")
    number = int.from_bytes(digest)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(ID_LETTERS))


class RowKeys:
    """The row keys of one file in its order: people with the same values get keys of their own."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._seen: dict[int, int] = {}

    def of(self, values: Mapping[FieldName, str]) -> bytes:
        """The key of the next row."""
        first = row_key(self._key, values)
        short = int.from_bytes(first[:8])
        ordinal = self._seen.get(short, 0)
        self._seen[short] = ordinal + 1
        return row_key(self._key, values, ordinal) if ordinal else first
