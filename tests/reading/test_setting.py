"""Values given at the command line: read as the model takes them, told at their own place, and never over safety."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError, format_problem
from brochures.model.brandfile import Brand, BrandColour
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.catalogue import check_content, read_content
from brochures.reading.clinics import check_clinic, read_clinic
from brochures.reading.locks import locked_texts
from brochures.reading.setting import with_settings
from brochures.reading.source import parse, read_yaml

SHIPPED = Path(__file__).parents[2] / "content.yaml"
FILE = """\
name: Harbor
phone: (555) 010-0142
large_print: false
locations:
  - {name: North, phone: (555) 010-0001}
  - {name: South, phone: (555) 010-0002}
tagline: Skin, and nothing else
"""


def clinic_with(*settings: str, text: str = FILE) -> Clinic:
    """The clinic of this file with these settings."""
    return check_clinic(with_settings(parse("clinic.yaml", text), "clinic", settings)).value


def clinic_problems(*settings: str, text: str = FILE) -> list[Problem]:
    """All that is wrong with this file under these settings."""
    with pytest.raises(SourceError) as caught:
        clinic_with(*settings, text=text)
    return list(caught.value.problems)


def content_with(*settings: str) -> Content:
    """The shipped content with these settings."""
    return read_content(SHIPPED, settings).value


def content_problems(*settings: str) -> list[Problem]:
    """All that is wrong with the shipped content under these settings."""
    with pytest.raises(SourceError) as caught:
        content_with(*settings)
    return list(caught.value.problems)


def test_a_value_takes_the_place_of_the_files() -> None:
    """And nothing else changes."""
    changed = clinic_with("clinic.phone=(555) 010-0199")

    assert changed == clinic_with().model_copy(update={"phone": "(555) 010-0199"})


def test_a_field_that_the_file_does_not_have_is_added() -> None:
    """With all that is missing on the way to it."""
    clinic = clinic_with("clinic.booking=https://harbor.example/book", "clinic.responsible.name=Dana Reyes")

    assert clinic.booking == "https://harbor.example/book"
    assert clinic.responsible
    assert clinic.responsible.name == "Dana Reyes"


def test_an_empty_field_can_be_filled() -> None:
    """`brand:` with nothing after it is a place to put something."""
    clinic = clinic_with("clinic.brand.color.primary=#0b6e6e", text=FILE + "brand:\n")

    assert clinic.brand == Brand(color=BrandColour(primary="#0b6e6e"))


def test_entries_of_a_list_are_counted_from_nought() -> None:
    """The next number adds one."""
    changed = clinic_with("clinic.locations.1.phone=(555) 010-0009", "clinic.locations.2.name=West")

    assert [(place.name, place.phone) for place in changed.locations] == [
        ("North", "(555) 010-0001"),
        ("South", "(555) 010-0009"),
        ("West", None),
    ]


def test_a_list_can_begin_with_its_first_entry() -> None:
    """Where the file has none."""
    assert clinic_with("clinic.address.0=12 Harbor Street").address == ("12 Harbor Street",)


def test_the_last_of_two_values_counts() -> None:
    """In the order of the command line."""
    assert clinic_with("clinic.name=One", "clinic.name=Two").name == "Two"


@pytest.mark.parametrize(
    "value",
    [
        "0123",
        "12:30",
        "true",
        "null",
        "1e3",
        "Dr. O'Neil & Sons #2",
        "# one",
        "Skin: clinic",
        '"Skin" and more',
        "[Harbor]",
        "[Harbor",
        "*Harbor",
        "&Harbor",
        "!Harbor",
        "- Harbor",
        "% and @",
        "a=b=c",
        "Praxis Müller 🌿",
        "what? yes, [or] no",
    ],
)
def test_text_stays_text(value: str) -> None:
    """No sign in it has a meaning of its own where text is taken."""
    assert clinic_with(f"clinic.name={value}").name == value


def test_a_telephone_number_is_no_number() -> None:
    """Its noughts in front are printed."""
    assert clinic_with("clinic.phone=0123 456").phone == "0123 456"
    assert clinic_with("clinic.phone=0123456").phone == "0123456"


@pytest.mark.parametrize(("written", "read"), [('"Harbor"', "Harbor"), ("'It''s'", "It's"), ("'tis", "'tis")])
def test_quotation_marks_round_all_of_a_text_are_taken_away(written: str, read: str) -> None:
    """As in a file; a shell that leaves them on does no harm."""
    assert clinic_with(f"clinic.name={written}").name == read


def test_where_no_text_is_taken_the_value_is_yaml() -> None:
    """Numbers, true and false, lists, mappings."""
    clinic = clinic_with(
        "clinic.large_print=true",
        'clinic.address=[12 Harbor Street, "Portland, ME"]',
        "clinic.formats=[trifold, handout]",
        'clinic.hours=[{days: Monday, times: "8:00 to 12:00"}]',
        "clinic.words.botox.advice.price.lowest=12.5",
    )

    assert clinic.large_print is True
    assert clinic.address == ("12 Harbor Street", "Portland, ME")
    assert clinic.formats == ("trifold", "handout")
    assert clinic.hours[0].times == "8:00 to 12:00"
    advice = clinic.words["botox"].advice
    assert advice
    assert advice.price
    assert advice.price.lowest == 12.5


def test_a_mapping_is_taken_where_text_or_a_mapping_may_stand() -> None:
    """`brand` is a path or a block of its own."""
    inline = clinic_with('clinic.brand={color: {primary: "#123456"}}').brand

    assert inline == Brand(color=BrandColour(primary="#123456"))
    assert clinic_with("clinic.brand=_brand.yml").brand == "_brand.yml"


def test_the_file_itself_is_not_changed() -> None:
    """The source that was given is as it was."""
    source = parse("clinic.yaml", FILE)
    before = repr(source.data)
    with_settings(source, "clinic", ["clinic.locations.0.name=West", "clinic.brand.logo=a.svg"])

    assert repr(source.data) == before
    assert check_clinic(source).value == clinic_with()


def test_settings_of_the_other_file_are_left_alone() -> None:
    """Each file takes its own."""
    assert clinic_with("content.topics.botox.cover.purpose=Other") == clinic_with()


def test_a_wrong_value_is_told_at_its_place_in_the_option() -> None:
    """File, line and column name the option; its text is the line."""
    (problem,) = clinic_problems("clinic.theme=bolt")

    assert problem.place() == "--set clinic.theme=…:1:14"
    assert format_problem(problem) == (
        "--set clinic.theme=…:1:14: error[not-one-of]: `theme` cannot be bolt\n"
        "   1 | clinic.theme=bolt\n"
        "     |              ^^^^ did you mean `bold`? It is one of clear, editorial, bold"
    )


def test_a_misspelt_field_is_told_at_its_part_of_the_path() -> None:
    """With the usual guess."""
    (problem,) = clinic_problems("clinic.locations.0.phnoe=(555) 010-0001")

    assert (problem.code, problem.hint) == ("unknown-field", "did you mean `phone`?")
    assert problem.mark
    assert problem.mark.column == len("clinic.locations.0.") + 1


def test_what_the_file_has_wrong_is_told_in_the_file() -> None:
    """Beside what the options have wrong, all at once."""
    problems = clinic_problems("clinic.theme=bolt", text="name: Harbor\nphone: none\n")

    assert [problem.place() for problem in problems] == ["--set clinic.theme=…:1:14", "clinic.yaml:2:8"]


def test_markup_in_a_value_is_told_where_it_stands() -> None:
    """At the column of the fragment, not of the value."""
    (problem,) = content_problems("content.topics.botox.main_message.0.text=Call <b>us</b> now")

    assert problem.mark
    assert problem.mark.text[problem.mark.column - 1 :].startswith("<b>")


def test_a_list_inside_a_value_has_places_too() -> None:
    """Down to the entry."""
    (problem,) = clinic_problems("clinic.formats=[trifold, handuot]")

    assert problem.mark
    assert problem.mark.text[problem.mark.column - 1 :] == "handuot]"
    assert "did you mean `handout`?" in problem.hint


def test_a_broken_list_is_told_as_in_a_file() -> None:
    """In the words of the reader of files."""
    (problem,) = clinic_problems("clinic.formats=[trifold, handout")

    assert (problem.code, problem.place()) == ("bad-yaml", "--set clinic.formats=…:1:16")


@pytest.mark.parametrize(
    ("setting", "words", "hint"),
    [
        ("clinic.locations.5.name=W", "`clinic.locations` has 2 entries; there is no entry 5", "`clinic.locations.2`"),
        ("clinic.address.1=Street", "`clinic.address` has 0 entries; there is no entry 1", "`clinic.address.0`"),
        ("clinic.locations.north.name=N", "`clinic.locations` is a list; `north` is none of its entries", "from 0"),
        ("clinic.phone.mobile=5", "`clinic.phone` is one value here, and has no `mobile` in it", ""),
        ("clinic.brand.logo=a.svg", "`clinic.brand` is one value here, and has no `logo` in it", "in _brand.yml"),
    ],
)
def test_a_path_that_leads_nowhere_says_how_far_it_leads(setting: str, words: str, hint: str) -> None:
    """And how to go on from there."""
    (problem,) = clinic_problems(setting, text=FILE + "brand: _brand.yml\n")

    assert (problem.code, problem.message) == ("no-such-entry", words)
    assert hint in problem.hint


def test_an_empty_value_is_told() -> None:
    """A variable of the shell that was never set must not take a number off the page."""
    (problem,) = clinic_problems("clinic.phone=")

    assert problem.code in {"empty", "bad-pattern"}


def test_a_clinic_can_be_made_of_settings_alone() -> None:
    """For a try, without a file."""
    assert read_clinic(None, ["clinic.name=Harbor", "clinic.phone=(555) 010-0142"]).value.phone == "(555) 010-0142"
    with pytest.raises(SourceError, match="a clinic needs a name"):
        read_clinic(None, ["clinic.phone=(555) 010-0142"])


def test_words_of_the_content_can_be_set() -> None:
    """What is not about safety."""
    changed = content_with("content.topics.botox.cover.purpose=A second look at lines")

    assert changed.topics["botox"].cover.purpose == "A second look at lines"


def locked() -> Iterator[str]:
    """One setting for every place of safety text in the shipped content, and for every parent of one."""
    source = read_yaml(SHIPPED)
    for loc, value in locked_texts(source.data):
        path = ".".join(("content", *map(str, loc)))
        yield f"{path}=[]" if isinstance(value, list) else f"{path}=" + ("{}" if isinstance(value, dict) else "Nothing")
        if isinstance(value, list):
            yield f"{path}.0.text=It is quite safe"
            yield f"{path}.{len(value)}.text=It is quite safe"
    for parent in ("topics", "topics.botox", "comparisons", "comparisons.botox-vs-fillers"):
        yield f"content.{parent}={{}}"


@pytest.mark.parametrize("setting", list(locked()))
def test_safety_text_cannot_be_set(setting: str) -> None:
    """Neither changed, nor dropped, nor added to, nor lost with what holds it."""
    problems = content_problems(setting)

    assert [problem.code for problem in problems] == ["locked-text"]
    assert problems[0].place().startswith(f"--set {setting.partition('=')[0]}=…:1:")
    assert problems[0].hint


@pytest.mark.parametrize(
    "setting",
    [
        "content.topics.botox.urgent.emergency.0.text=Wait and see",
        "content.topics.botox.urgent.title=Later",
        "content.topics.botox.rate.one_in=100000",
        "content.topics.botox.serious_risks.0.place=uk",
        "content.topics.botox.variants.soft={part: serious_risks, about: softer, text: [{text: None., sources: [S1]}]}",
        "content.wording.serious_risks=Nothing to fear",
        "content.wording.call_emergency=Call nobody",
        "content.comparisons.botox-vs-fillers.urgent_titles.botox=Later",
    ],
)
def test_there_is_no_way_round_the_lock(setting: str) -> None:
    """A word beside the safety text can take its meaning."""
    assert [problem.code for problem in content_problems(setting)] == ["locked-text"]


@pytest.mark.parametrize(
    "setting",
    [
        "content.comparisons.pair.rows.0.safety=false",
        "content.comparisons.pair.rows.0.answers.laser=None",
        "content.comparisons.pair.rows.1.safety=true",
        "content.comparisons.pair.rows=[]",
        "content.comparisons.pair.variants.soft.text.0.text=None",
        "content.comparisons.pair.variants.soft.part=uses",
        "content.comparisons.pair.variants.short.part=who_should_not",
    ],
)
def test_rows_and_variants_of_safety_are_locked(setting: str) -> None:
    """Also against having their mark taken away, or given to another."""
    text = (
        "comparisons:\n"
        "  pair:\n"
        "    variants: {soft: {part: serious_risks, text: [{text: Some}]}, short: {part: uses, text: [{text: All}]}}\n"
        "    rows: [{question: Risks, safety: true, answers: {laser: Some}}, {question: Cost, answers: {laser: Low}}]\n"
    )
    source = parse("content.yaml", text)
    with pytest.raises(SourceError) as caught:
        with_settings(source, "content", [setting])

    assert [problem.code for problem in caught.value.problems] == ["locked-text"]
    assert with_settings(source, "content", ["content.comparisons.pair.rows.1.answers.laser=High"])
    assert with_settings(source, "content", ["content.comparisons.pair.variants.short.text.0.text=None"])


def test_the_list_of_what_is_locked_is_not_empty() -> None:
    """Or the tests above would prove nothing."""
    names = {str(loc[-1]) for loc, _ in locked_texts(read_yaml(SHIPPED).data)}

    assert {"boxed_warning", "serious_risks", "who_should_not", "urgent"} <= names
    assert check_content(read_yaml(SHIPPED)).value
