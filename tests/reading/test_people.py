"""A list of people as offices have them: any spreadsheet's CSV, JSON lines, and rows that are wrong."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.model.merging import FIELDS
from brochures.reading.people import BadRow, People, Row, open_people
from brochures.reading.peoplesample import sample_people
from brochures.reading.rowfaults import ROW_FAULTS
from tests.loading import modules_of


def people(tmp_path: Path, text: str | bytes, name: str = "people.csv", **given: object) -> People:
    """The people of a file with these words."""
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return open_people(path, **given)  # type: ignore[arg-type] # what a test gives


def refused(tmp_path: Path, text: str | bytes, name: str = "people.csv", **given: object) -> list[Problem]:
    """What is wrong with such a file."""
    with pytest.raises(SourceError) as caught:
        list(people(tmp_path, text, name, **given).rows())
    return list(caught.value.problems)


def names(rows: Iterable[Row | BadRow]) -> list[str]:
    """For whom the good rows are."""
    return [row.values["recipient"] for row in rows if isinstance(row, Row)]


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        ("recipient,clinician\nZoë Müller,Dr. Ødegård\n".encode(), []),
        ("recipient,clinician\r\nZoë Müller,Dr. Ødegård\r\n".encode("utf-8-sig"), []),
        ("recipient\tclinician\nZoë Müller\tDr. Ødegård\n".encode("utf-16"), []),
        ("\ufeffrecipient;clinician\nZoë Müller;Dr. Ødegård\n".encode("utf-16-be"), []),
        ("recipient;clinician\rZoë Müller;Dr. Ødegård\r".encode("cp1252"), ["windows-1252"]),
        ("sep=;\r\nrecipient;clinician\r\nZoë Müller;Dr. Ødegård\r\n".encode("utf-8-sig"), []),
        ("\n\nRecipient , CLINICIAN\n\n ,\n  Zoe\u0308  Müller ,Dr. Ødegård\n\n".encode(), []),
        ('Patient-Name;"Doctor"\n"Zoë\nMüller";Dr. Ødegård\n'.encode(), []),
        ('{"name": "Zoë Müller", "doctor": "Dr. Ødegård", "phone": null}\n\n'.encode(), []),
    ],
)
def test_the_same_person_is_read_from_every_kind_of_file(tmp_path: Path, data: bytes, warned: list[str]) -> None:
    """Encodings, separators, line ends, headings and blanks are the spreadsheet's affair and not the clinic's."""
    found = people(tmp_path, data)

    assert list(found.rows()) == [Row(1, {"recipient": "Zoë Müller", "clinician": "Dr. Ødegård"})]
    assert found.count == 1
    assert [problem.code for problem in found.problems] == warned


def test_bytes_of_two_encodings_are_refused(tmp_path: Path) -> None:
    """One broken letter must not turn every name of the list into signs; the line is told."""
    data = "recipient\nZoë\n".encode() + "Jörg\n".encode("cp1252")

    assert [(found.code, found.place()[-4:]) for found in refused(tmp_path, data)] == [("mixed-encoding", ":3:1")]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty-file", "nothing in the file"),
        (b"\xef\xbb\xbf \n\n", "empty-file", "nothing in the file"),
        (b"recipient,phone\n", "no-rows", "only headings"),
        (b"PK\x03\x04\0\0", "not-a-table", "a spreadsheet (xlsx, ods)"),
        (b"recipient\nA\0\n", "not-text", "not text"),
        (b"recipient\n\x81\x8d\n", "not-text", "neither UTF-8 nor Windows-1252"),
        (b'[{"recipient": "A"}]', "json-list", "a list in JSON"),
        (b"recipient,Recipient\nA,B\n", "duplicate-heading", "`recipient`"),
        (b"recipient,patient\nA,B\n", "duplicate-field", "`recipient` and `patient` would both be `recipient`"),
        (b"phone,recipent\n1,A\n", "no-recipient", "the headings are: phone, recipent"),
        (b'recipient,phone\n"Anna,1\nBob,2\nCy,3\n', "open-quote", "opened in this row"),
        (b'recipient,phone\n"Anna,1\n"Bob",2\n', "open-quote", "opened in this row"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_whole(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    """Before a single piece is made, with the way out."""
    (problem,) = refused(tmp_path, data)

    assert problem.code == code
    assert words in problem.message
    assert problem.hint


def test_a_near_heading_is_offered(tmp_path: Path) -> None:
    """The office has a word for it already, or a slip of the pen."""
    assert "`recipent` the one?" in refused(tmp_path, "recipent,phone\nA,1\n")[0].hint
    assert "first and last name" in refused(tmp_path, "first_name,last_name,phone\nA,B,1\n")[0].hint


def test_a_file_without_headings_tells_nobodys_name(tmp_path: Path) -> None:
    """Its first line is a person."""
    (problem,) = refused(tmp_path, "Zelda Quist,4 Elm Road\nB,C\n")

    assert problem.code == "no-headings"
    assert "Zelda" not in f"{problem.message}{problem.hint}"


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    """As every file of the user."""
    for path, code in ((tmp_path / "none.csv", "file-missing"), (tmp_path, "file-is-folder")):
        with pytest.raises(SourceError) as caught:
            open_people(path)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_a_column_that_is_not_known_is_left_out_with_a_word(tmp_path: Path) -> None:
    """What a clinic keeps beside a name must not be printed."""
    found = people(tmp_path, "recipient,diagnosis,phon\nAnna,secret,1\n")

    assert [row.values for row in found.rows() if isinstance(row, Row)] == [{"recipient": "Anna"}]
    assert [(problem.code, problem.severity) for problem in found.problems] == [("unknown-column", "warning")] * 2
    assert found.problems[1].hint == "did you mean `phone`?"


def test_columns_can_be_named(tmp_path: Path) -> None:
    """Whatever the practice's software calls them; a name that is not there is told with the nearest."""
    text = "Pt Display,name,Mobile\nAnna,ANNA01,555\n"
    found = people(tmp_path, text, columns={"recipient": "pt_display", "phone": "Mobile"}, id_column="name")

    assert list(found.rows()) == [Row(1, {"recipient": "Anna", "phone": "555"}, "ANNA01")]
    assert refused(tmp_path, text, columns={"recipient": "Pt Displey"})[0].hint == "did you mean `Pt Display`?"


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("Anna,Dr. B,2026-12-03", "phone", "missing-column"),
        ("Anna,Dr. B,,1,more", "", "too-many-columns"),
        (" ,Dr. B,,1", "recipient", "empty-field"),
        ("An\x07na,Dr. B,,1", "recipient", "control-character"),
        ("Anna\u202e,Dr. B,,1", "recipient", "control-character"),
        ("Ann\ufffd,Dr. B,,1", "recipient", "control-character"),
        (f"{'A' * 10_000},Dr. B,,1", "recipient", "too-long"),
        ("Anna,Dr. B,03/04/2026,1", "appointment", "bad-moment"),
        ("Anna,#N/A,,1", "clinician", "not-text"),
        ('"Anna" B,Dr. B,,1', "", "bad-quotes"),
    ],
)
def test_a_bad_row_costs_that_row_only(tmp_path: Path, row: str, column: str, code: str) -> None:
    """Its number, column and fault are told, and nothing that stands in it."""
    found = list(people(tmp_path, f"recipient,clinician,appointment,phone\nA,B,,1\n{row}\nC,D,,1\n").rows())

    assert names(found) == ["A", "C"]
    assert found[1] == BadRow(2, column, code)  # type: ignore[arg-type] # one of the codes
    assert code in ROW_FAULTS


def test_bad_lines_of_json_cost_one_row_each(tmp_path: Path) -> None:
    """The other people get theirs."""
    lines = [{"recipient": "A"}, ["A"], {"recipient": 5}, {"recipient": "B", "id": 7}, {"recipient": "C", "id": "c"}]
    text = "\n".join([*map(json.dumps, lines), '{"recipient": "D'])
    rows = list(people(tmp_path, text, "people.ndjson", id_column="id").rows())

    assert [(row.column, row.code) for row in rows if isinstance(row, BadRow)] == [
        ("id", "bad-id"),
        ("", "bad-json"),
        ("recipient", "not-text"),
        ("id", "not-text"),
        ("", "bad-json"),
    ]
    assert names(rows) == ["C"]


def test_an_id_names_a_file_on_every_system(tmp_path: Path) -> None:
    """No way out of the folder, no device of Windows, no two that are one where capitals do not count."""
    good, bad = ["A-1", "0.b_c", "x" * 64], ["../x", "a..b", ".a", "a.", "a b", "é", "con", "LPT1.x", "", "x" * 65]
    ids = [*good, *bad, "a-1"]
    rows = list(people(tmp_path, "\n".join(["recipient,key", *(f"P,{one}" for one in ids)]), id_column="Key").rows())

    assert [row.id for row in rows if isinstance(row, Row)] == good
    assert [row[1:] for row in rows if isinstance(row, BadRow)] == [
        *[("Key", "bad-id")] * len(bad),
        ("Key", "duplicate-id"),
    ]


def test_the_sample_has_every_column_and_is_right(tmp_path: Path) -> None:
    """Who fills in the sample begins with a file that works; its numbers are nobody's."""
    found = people(tmp_path, sample_people(), place="us")
    rows = [row for row in found.rows() if isinstance(row, Row)]

    assert (found.problems, found.count, len(rows)) == ((), 3, 3)
    assert set(rows[0].values) == found.fields == set(FIELDS)
    assert rows[0].values["appointment"] == "Thursday, December 3, 2026, 2:30 PM"
    assert all("555-01" in row.values.get("phone", "555-01") for row in rows)


def test_a_file_that_changed_meanwhile_is_told(tmp_path: Path) -> None:
    """Columns that moved would print one person's number for another's name."""
    found = people(tmp_path, "recipient,phone\nA,1\n")
    found.path.write_text("phone,recipient\n1,A\n", encoding="utf-8")

    with pytest.raises(SourceError, match="file-changed"):
        list(found.rows())


def test_reading_people_is_quick_to_begin() -> None:
    """A short list must not wait for libraries that it has no use for; babel comes with the first date."""
    loaded = modules_of("brochures.reading.people")

    assert loaded & {"pydantic", "ruamel", "babel", "difflib", "json"} == set()
