"""`brochures diff`: what a clinic changes, word by word, and the page to sign."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brochures import pipeline
from brochures.cli import main
from brochures.pipeline import Selection
from tests.press import PAIR, TODAY

WORDS = """\
name: Harbor & *Skin* < 3
phone: (555) 010-0142
words:
  peel:
    replace:
      - part: how_it_works
        base: "00000000"
        title: How does it do that?
        text: ["The acid loosens the bonds at {clinic_name}."]
    hide: [{part: uses-2}]
    add: [{title: Parking, text: [Behind the house.]}]
    add_to: {serious_risks: [Call us.], urgent_clinic: [Fever]}
    advice: {appointment: 30 minutes, price: {lowest: 200, highest: 350.5, per: a visit}}
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A clinic with words of its own."""
    path = tmp_path / "clinic.yaml"
    path.write_text(WORDS, encoding="utf-8")
    return path


def diff(clinic: Path, *words: object) -> Result:
    """`brochures diff …` of the two small topics."""
    return CliRunner().invoke(main, ["diff", "--content", str(PAIR), "--clinic", str(clinic), *map(str, words)])


def version(clinic: Path, subject: str) -> str:
    """The version that is printed on the pieces."""
    sources = pipeline.read(Selection(content=PAIR, clinic=clinic, subjects=(subject,), formats=("handout",)))
    order = pipeline.wanted(sources, Selection(subjects=(subject,), formats=("handout",)))
    (piece,) = pipeline.make(sources, order, TODAY)
    return piece.version


def test_changes_are_shown_word_by_word(clinic: Path) -> None:
    """In signs, since this is no terminal; slots as they are printed."""
    result = diff(clinic, "peel")

    assert result.exit_code == 0
    assert "How does it [-work?-] {+do that?+}" in result.stdout
    assert "{+Call us.+}" in result.stdout
    assert "at Harbor & *Skin* < 3." in result.stdout
    assert "\x1b" not in result.stdout


def test_stale_words_are_marked(clinic: Path) -> None:
    """With the hash to write; the warning stands on the other stream, at its line."""
    result = diff(clinic, "peel")

    assert re.search(r'STALE: written for 00000000, .*\n.*then write base: "[0-9a-f]{8}"', result.stdout)
    assert "clinic.yaml:7:15: warning[override-stale]" in result.stderr


def test_what_stands_beside_the_content_is_listed(clinic: Path) -> None:
    """Advice as it is printed, and what of the subject is locked."""
    result = diff(clinic, "peel")

    assert "Your visit: 30 minutes" in result.stdout
    assert "$200 to $350.50 a visit" in result.stdout
    assert re.search("Locked, to be added to only: .*Rare, but serious; Who should not have it", result.stdout)


def test_a_comparison_tells_of_its_topics_words(clinic: Path) -> None:
    """It prints their urgent signs."""
    result = diff(clinic, "peel-or-laser")

    assert "Its version also counts the words of peel, which" in result.stdout
    assert "Urgent signs: call the clinic (peel)" in result.stdout
    assert "{+Fever+}" in result.stdout


def test_a_subject_without_changes_says_so(clinic: Path) -> None:
    """It has a version to sign all the same; advice is none of the content's words."""
    result = diff(clinic, "laser")

    assert "Nothing is changed" in result.stdout
    assert f'version: "{version(clinic, "laser")}"' in result.stdout


def test_the_snippet_approves_the_version_that_is_printed(clinic: Path) -> None:
    """Pasted into the file, it is current, and nothing more is asked for."""
    printed = version(clinic, "peel")
    snippet = diff(clinic, "peel").stdout.partition("approvals:` in the clinic's file:\n")[2]
    assert f'version: "{printed}"' in snippet
    clinic.write_text(f"{WORDS}approvals:\n{snippet}", encoding="utf-8")

    result = diff(clinic, "peel")

    assert "this version; medical director" in result.stdout
    assert "To approve" not in result.stdout
    assert "approval-stale" not in result.stderr


def test_an_approval_does_not_outlive_its_words(clinic: Path) -> None:
    """A word of the clinic's own that is changed later makes it stale."""
    snippet = diff(clinic, "peel").stdout.partition("approvals:` in the clinic's file:\n")[2]
    later = WORDS.replace("Behind the house.", "Before the house.")
    clinic.write_text(f"{later}approvals:\n{snippet}", encoding="utf-8")

    result = diff(clinic, "peel")

    assert "warning[approval-stale]" in result.stderr
    assert "not this version" in result.stdout
    assert "To approve this version" in result.stdout


def test_as_json_every_change_is_a_record(clinic: Path) -> None:
    """For a program that asks."""
    rows = json.loads(diff(clinic, "--json").stdout)
    peel = rows[0]

    assert [row["subject"] for row in rows] == ["peel", "laser", "peel-or-laser"]
    assert {(c["part"], *c["kinds"]) for c in peel["changes"]} == {
        ("how_it_works", "replaced"),
        ("uses-2", "hidden"),
        ("own", "added"),
        ("serious_risks", "added-to"),
        ("urgent_clinic", "added-to"),
    }
    assert [c["part"] for c in peel["changes"] if c["is_stale"]] == ["how_it_works"]
    assert [c["part"] for c in peel["changes"] if c["is_locked"]] == ["serious_risks", "urgent_clinic"]
    assert peel["is_approved"] is False


def test_photographs_are_listed_with_their_consent(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The id of the consent is printed nowhere else."""
    photo = "{file: a.jpg, alt: A treatment room, consent: C-77, caption: Results vary}"
    clinic.write_text(f"{WORDS}    photos: [{photo}]\n", encoding="utf-8")
    monkeypatch.setattr("brochures.reading.photos.read_photos", lambda *_: {})

    result = diff(clinic, "peel")

    assert "a.jpg: A treatment room (consent C-77)" in result.stdout


def test_words_that_may_not_be_changed_stop_everything(tmp_path: Path) -> None:
    """Exit 1, nothing on stdout, and no page."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor\nwords:\n  peel:\n    hide: [{part: serious_risks}]\n", encoding="utf-8")

    result = diff(clinic, "--html", tmp_path / "page.html")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[locked-text]" in result.stderr
    assert not (tmp_path / "page.html").exists()


def test_an_unknown_subject_is_answered(clinic: Path) -> None:
    """As everywhere."""
    result = diff(clinic, "lazer")

    assert result.exit_code == 1
    assert "did you mean `laser`?" in result.stderr


def test_a_clinic_is_needed() -> None:
    """There is nothing to compare without one."""
    assert CliRunner().invoke(main, ["diff", "--content", str(PAIR)]).exit_code == 2


class _Page(HTMLParser):
    """The tags of a page in order, their attributes, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def page(clinic: Path, tmp_path: Path) -> _Page:
    """The sign-off page of all subjects."""
    target = tmp_path / "new" / "sign.html"
    result = diff(clinic, "--html", target)
    assert result.exit_code == 0, result.output
    assert f"{target} is the page" in result.stderr
    return _Page(target.read_text(encoding="utf-8"))


def test_the_page_stands_by_itself(page: _Page) -> None:
    """No script, no picture, nothing fetched; it can be mailed."""
    assert {"script", "link", "img", "iframe"} & set(page.tags) == set()
    assert not [value for name, value in page.attributes if name in {"src", "href"}]
    assert "@import" not in page.words
    assert "url(" not in page.words


def test_the_page_can_be_read_aloud(page: _Page) -> None:
    """Language, one title, headings without a gap, heads for rows, and signs beside colour."""
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]

    assert ("lang", "en") in page.attributes
    assert ("lang", "en-US") in page.attributes
    assert page.tags.count("title") == page.tags.count("h1") == page.tags.count("main") == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert page.tags.count("th") == page.attributes.count(("scope", "row"))
    assert page.tags.count("del") == page.words.count("[-")
    assert page.tags.count("ins") == page.words.count("{+")


def test_the_page_has_a_place_to_sign_each_version(page: _Page, clinic: Path) -> None:
    """Name, role, date and signature."""
    assert page.words.count("Signature") == 3
    assert f"I have read version {version(clinic, 'peel')} of peel" in page.words


def test_the_page_prints_a_clinics_name_as_it_is_written(page: _Page) -> None:
    """Its signs are no markup."""
    assert "em" not in page.tags
    assert "Words to approve: Harbor & *Skin* < 3" in page.words
    assert "at Harbor & *Skin* < 3." in page.words


def test_a_page_that_cannot_be_written_is_told(clinic: Path, tmp_path: Path) -> None:
    """And the last one is left as it was."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = diff(clinic, "--html", tmp_path / "file" / "page.html")

    assert result.exit_code == 1
    assert "could not be written" in result.stderr
