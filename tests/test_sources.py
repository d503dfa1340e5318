"""Everything that is read before anything is made: all that is wrong with all files, in one go."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.orders import Selection
from brochures.sources import Sources, read
from tests.press import PAIR, SHORTEST
from tests.reading.pictures import svg


def clinic_file(folder: Path, *lines: str) -> Path:
    """A clinic file with these lines under its name."""
    path = folder / "clinic.yaml"
    path.write_text("\n".join(("name: Harbor", *lines, "")), encoding="utf-8")
    return path


def reading(folder: Path, *lines: str, **selected: object) -> Sources:
    """What is read for a clinic with these lines."""
    return read(Selection(content=PAIR, clinic=clinic_file(folder, *lines), **selected))  # type: ignore[arg-type] # any field of a selection


def problems(folder: Path, *lines: str) -> tuple[Problem, ...]:
    """What is wrong with these lines."""
    with pytest.raises(SourceError) as caught:
        reading(folder, *lines)
    return caught.value.problems


def codes(found: tuple[Problem, ...]) -> set[str]:
    """The codes of these problems."""
    return {problem.code for problem in found}


def test_without_a_clinic_there_is_the_house_look() -> None:
    """And nothing to warn of."""
    sources = read(Selection(content=PAIR))

    assert sources.clinic is None
    assert sources.photos == {}
    assert sources.look.theme.name == "clear"
    assert sources.warnings == ()


def test_a_clinic_is_read_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """Its words, its theme, its logo."""
    (tmp_path / "logo.svg").write_bytes(svg('<rect width="40" height="10"/>'))

    sources = reading(tmp_path, "theme: editorial", "brand: {logo: logo.svg}")

    assert sources.clinic is not None
    assert sources.clinic.name == "Harbor"
    assert sources.look.theme.name == "editorial"
    assert sources.look.logo_on_light is not None


def test_the_theme_that_is_named_comes_before_the_clinics(tmp_path: Path) -> None:
    """To see how it would look."""
    assert reading(tmp_path, "theme: editorial", theme="bold").look.theme.name == "bold"


def test_all_that_is_wrong_with_a_clinic_is_told_at_once(tmp_path: Path) -> None:
    """Its brand, its words, its photographs and what it names, in one reading."""
    found = problems(
        tmp_path,
        "profile: fr",
        "languages: [de]",
        "pieces: [{subject: wax}]",
        "brand: {color: {primary: petrl}, logo: none.svg, typography: {base: Harbour Sans}}",
        "words:",
        "  peel:",
        "    hide: [{part: serious_risks}]",
        "    photos: [{file: ../room.jpg, alt: A room with a chair, consent: book 12, caption: Results vary}]",
    )

    assert codes(found) == {
        "unknown-profile",
        "no-such-language",
        "unknown-subject",
        "bad-colour",
        "file-missing",
        "unknown-font",
        "locked-text",
        "outside-folder",
    }


def test_problems_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    """As they are mended."""
    found = problems(tmp_path, "brand: {color: {primary: petrl}}", "profile: fr", "pieces: [{subject: wax}]")

    assert [problem.mark and problem.mark.line for problem in found] == [2, 3, 4]


def test_faults_of_both_files_are_told_together(tmp_path: Path) -> None:
    """Nobody mends one file to hear of the other."""
    content = tmp_path / "content.yaml"
    content.write_text(SHORTEST.read_text(encoding="utf-8").replace("sources: [S1]", "sources: [S2]"), encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read(Selection(content=content, clinic=clinic_file(tmp_path, "brand: {color: {primary: petrl}}")))

    files = {problem.mark.file for problem in caught.value.problems if problem.mark}
    assert files == {str(content), str(tmp_path / "clinic.yaml")}


def test_a_brand_is_judged_though_the_content_is_wrong(tmp_path: Path) -> None:
    """What hangs on the content alone waits."""
    content = tmp_path / "content.yaml"
    content.write_text("topics: {}\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read(Selection(content=content, clinic=clinic_file(tmp_path, "languages: [de]", "brand: {logo: none.svg}")))

    assert "file-missing" in codes(caught.value.problems)
    assert "no-such-language" not in codes(caught.value.problems)


def test_missing_files_are_problems_with_their_names(tmp_path: Path) -> None:
    """Not tracebacks."""
    with pytest.raises(SourceError) as caught:
        read(Selection(content=tmp_path / "none.yaml", clinic=tmp_path / "nobody.yaml"))

    assert [problem.place() for problem in caught.value.problems] == [
        str(tmp_path / "nobody.yaml"),
        str(tmp_path / "none.yaml"),
    ]
    assert codes(caught.value.problems) == {"file-missing"}


def test_what_is_only_worth_a_warning_stops_nothing(tmp_path: Path) -> None:
    """It is told beside what is made."""
    sources = reading(tmp_path, 'brand: {color: {primary: "#a5101f"}}')

    assert [(warning.code, warning.severity) for warning in sources.warnings] == [("rivals-urgent", "warning")]


def test_a_value_may_be_given_beside_the_file(tmp_path: Path) -> None:
    """And is judged as if it stood in it."""
    sources = reading(tmp_path, "phone: (555) 010-0142", sets=("clinic.phone=(555) 010-0199",))

    assert sources.clinic is not None
    assert sources.clinic.phone == "(555) 010-0199"
    with pytest.raises(SourceError) as caught:
        reading(tmp_path, sets=("clinic.profile=fr",))
    assert codes(caught.value.problems) == {"unknown-profile"}


def test_a_clinics_words_stand_in_its_content_and_not_in_the_base(tmp_path: Path) -> None:
    """Differences are told from the base."""
    sources = reading(tmp_path, "words: {peel: {replace: [{part: main_message, text: [A peel renews the skin.]}]}}")

    own, base = (reading.value.topics["peel"].main_message[0].text for reading in (sources.content, sources.base))
    assert own == "A peel renews the skin."
    assert base.startswith("A peel takes off")
