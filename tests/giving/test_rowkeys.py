"""Names that tell nothing, and are the same tomorrow."""

import re

from brochures.giving.rowkeys import RowKeys, file_id, row_key

KEY = b"k" * 32


def test_a_row_key_hangs_on_every_value_and_on_the_key() -> None:
    """And on nothing else: the order of the columns is the spreadsheet's affair."""
    keys = {
        row_key(KEY, {"recipient": "Anna", "phone": "1"}),
        row_key(KEY, {"recipient": "Anna", "phone": "2"}),
        row_key(KEY, {"recipient": "Anna", "line1": "1"}),
        row_key(KEY, {"recipient": "Anna"}),
        row_key(KEY, {"recipient": "Annap"}),
        row_key(KEY, {"line1": "a\0line2\0001\0b"}),
        row_key(KEY, {"line1": "a", "line2": "b"}),
        row_key(KEY, {"recipient": "Anna"}, 1),
        row_key(b"x" * 32, {"recipient": "Anna"}),
    }

    assert len(keys) == 9
    assert row_key(KEY, {"phone": "1", "recipient": "Anna"}) in keys
    assert row_key(KEY, {"recipient": "Anna", "phone": ""}) in keys


def test_equal_rows_get_keys_of_their_own() -> None:
    """Two people may have one name; each gets a piece, and the same ones in the next run."""
    values = {"recipient": "Anna"}

    def once() -> list[bytes]:
        keys = RowKeys(KEY)
        return [keys.of(values), keys.of({"recipient": "Bob"}), keys.of(values), keys.of(values)]  # type: ignore[arg-type]

    assert len(set(once())) == 4
    assert once() == once()
    assert once()[2] == row_key(KEY, values, 1)  # type: ignore[arg-type]


def test_an_id_is_twenty_letters_that_only_the_key_can_tell() -> None:
    """They can be said over the telephone, and stand in a web address."""
    one = file_id(KEY, row_key(KEY, {"recipient": "Anna"}))

    assert re.fullmatch(r"[a-z2-7]{20}", one)
    assert one == file_id(KEY, row_key(KEY, {"recipient": "Anna"}))
    assert one != file_id(b"x" * 32, row_key(KEY, {"recipient": "Anna"}))
