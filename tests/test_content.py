"""The content that ships: plain, sourced, and whole; looked for in the words that really are printed."""

import re

import pytest

from brochures.model.content import Subject
from brochures.model.walking import cited, statements_of
from brochures.pipeline import Order
from brochures.reading.catalogue import read_content
from brochures.shipped import content_file
from tests.press import EVERY_ORDER, SHIPPED, Press, name_of
from tests.structure import printed_words

SUBJECTS = tuple(SHIPPED)
each_subject = pytest.mark.parametrize("subject", SUBJECTS)
each_piece = pytest.mark.parametrize("order", EVERY_ORDER, ids=name_of)

BOTOX = (
    ("a brand of botulinum toxin", r"brand of botulinum toxin"),
    ("from bacteria", r"Clostridium botulinum"),
    ("blocks nerve signals", r"blocks (the )?nerve signals"),
    ("relaxes muscles", r"relaxes"),
    ("smooths the skin", r"lines soften|wrinkles soften|smoother"),
    ("not permanent", r"temporary"),
    ("dynamic wrinkles", r"dynamic wrinkles"),
    ("frown lines", r"[Ff]rown lines"),
    ("forehead lines", r"[Ff]orehead lines"),
    ("crow’s feet", r"[Cc]row’s feet"),
    ("the upper face", r"upper face"),
    ("chronic migraine", r"[Cc]hronic migraine"),
    ("sweating", r"sweating"),
    ("muscle spasms", r"muscle spasms"),
    ("bruising", r"[Bb]ruising"),
    ("drooping eyelid", r"[Dd]roop(ing eyelid|y lid)"),
    ("headache", r"[Hh]eadache"),
    ("mild and short-lived", r"[Mm]ostly mild and short-lived"),
    ("how long", r"3 to 4 months"),
    ("can be repeated", r"repeat"),
    ("follow-up", r"[Ff]ollow-up"),
    ("consult first", r"See one first"),
    ("trained and qualified", r"trained, (licensed|qualified) professional"),
    ("training makes it safer", r"[Tt]raining helps"),
    ("chosen for one person", r"chose with you|for each person|plan (this|it) for you"),
    ("both together", r"Many people have both"),
    ("the example of both", r"Botox for forehead lines and crow’s feet, and filler for (the )?cheeks and lips"),
)
FILLERS = (
    ("injected under the skin", r"inject under the skin"),
    ("hyaluronic acid", r"hyaluronic acid"),
    ("holds water", r"holds water"),
    ("found in the body", r"[Yy]our body has HA|found in the body"),
    ("collagen", r"Collagen"),
    ("other materials", r"calcium hydroxylapatite.*PMMA"),
    ("adds fullness", r"add fullness"),
    ("restores fullness", r"restores? fullness"),
    ("lips", r"fullness to lips|[Tt]hin lips|plumps lips"),
    ("lines and wrinkles", r"(folds|lines), wrinkles|lines and wrinkles"),
    ("smooths lines", r"smooths lines"),
    ("cheeks", r"[Cc]heeks"),
    ("temples", r"temples"),
    ("scars", r"scars"),
    ("dents in the skin", r"dents"),
    ("the mid-face and lower face", r"mid-face, lower face, and lips"),
    ("at once", r"[Aa]t once"),
    ("not permanent", r"fade"),
    ("how long depends on the kind", r"6 to 12 months.*18"),
    ("can be repeated", r"repeat most fillers"),
    ("follow-up", r"[Ff]ollow-up"),
    ("trained and qualified", r"trained, (licensed|qualified) professional"),
    ("consult first", r"See one first"),
    ("training and the result", r"result look natural"),
    ("both together", r"[Mm]any (people )?have both"),
)
BOTH = (
    ("one relaxes", r"Botox relaxes"),
    ("one fills", r"Fillers fill"),
    ("nerve signals", r"nerve signals"),
    ("adds bulk", r"adds bulk"),
    ("dynamic wrinkles", r"dynamic wrinkles"),
    ("the upper face", r"[Uu]pper face"),
    ("lips", r"\blips\b"),
    ("cheeks", r"[Cc]heeks"),
    ("lost fullness", r"lost fullness|[Ll]ost fullness"),
    ("two durations", r"3 to 4 months.*6 to 12 months"),
    ("not permanent", r"temporary"),
    ("hyaluronic acid", r"hyaluronic acid"),
    ("side effects", r"bruising, headache"),
    ("mild and short-lived", r"[Mm]ostly mild(, | and )short-lived"),
    ("drooping eyelid", r"droopy lid"),
    ("trained and qualified", r"trained, (licensed|qualified) professional|licensed and trained"),
    ("can be used together", r"Can I have both\? Yes"),
    ("the example of both", r"Botox for forehead lines and crow’s feet, and filler for (the )?lips and cheeks"),
    ("a balanced look", r"balanced look"),
    ("can be repeated", r"repeat"),
)
POINTS = [
    (subject, point, words)
    for subject, rows in (("botox", BOTOX), ("fillers", FILLERS), ("botox-vs-fillers", BOTH))
    for point, words in rows
]
"""Each point of the source article, and how it may read in the pieces of a subject."""

TOXIN_LINES = {
    "trademark": r"Botox is a registered trademark\. Its owner (is not a sponsor|does not sponsor)",
    "Medication Guide": r"FDA Medication Guide",
    "MedWatch": r"eport side effects to FDA MedWatch",
    "not a substitute": r"(does not replace|not replace the|your clinician’s comes first)",
}
LABEL = {"filler label": r"[Aa]sk for .{0,40}(patient label|filler label|filler’s label|label of your filler)"}
LINES = {
    "botox": TOXIN_LINES,
    "fillers": {name: line for name, line in TOXIN_LINES.items() if name != "Medication Guide"} | LABEL,
    "botox-vs-fillers": TOXIN_LINES | LABEL,
}
"""What every piece is expected to carry in the United States."""

SAFETY = {
    "botox": "swallow|breath|fatal|[Dd]ouble vision|Call 911|pregnant|hours to weeks later|boxed",
    "fillers": "block a blood vessel|go blind|stroke|Call 911|[Cc]hange in (your )?sight|pregnant",
    "botox-vs-fillers": "swallow|fatal|block a blood vessel|blind|stroke|call 911|[Pp]regnan|hange in (your )?sight",
}
"""Signs of the dangers that every piece tells, however little room it has."""


def words(press: Press, order: Order) -> str:
    """What is printed on a piece."""
    return printed_words(press.piece(order.subject, order.format, order.paper, order.edition).pdf)


def all_words(press: Press, subject: str) -> str:
    """What is printed on all pieces of a subject together."""
    return " ".join(printed_words(press.piece(subject, name).pdf) for name in SHIPPED[subject])


def subject_of(press: Press, subject: str) -> Subject:
    """A subject as it stands in the file."""
    return press.content.topics.get(subject) or press.content.comparisons[subject]


@each_subject
def test_every_statement_has_living_sources(press: Press, subject: str) -> None:
    """At least one, and each of them in the list."""
    known = set(press.content.sources)
    for statement in statements_of(subject_of(press, subject)):
        assert statement.sources, statement.text
        assert set(statement.sources) <= known, statement.text


def test_every_source_is_named_by_something(press: Press) -> None:
    """A list that nobody reads grows."""
    named = {source for subject in SUBJECTS for source in cited(subject_of(press, subject))}

    assert named == set(press.content.sources)
    assert read_content(content_file()).warnings == ()


@each_subject
def test_safety_never_rests_on_the_source_article_alone(press: Press, subject: str) -> None:
    """It supports what the treatments are; it supports nothing about what can go wrong."""
    record = subject_of(press, subject)
    lists = (record.serious_risks, record.boxed_warning, record.who_should_not, record.tell_us_first, record.unknowns)
    alone = [s.text for statements in lists for s in statements if s.sources == ("S0",)]

    assert alone == []


@each_subject
def test_no_drawing_rests_on_the_source_article_alone(press: Press, subject: str) -> None:
    """What stands on the face map is approved, and what is drawn in months was measured."""
    topic = press.content.topics.get(subject)
    if topic:
        drawn = [area.sources for area in (topic.face_map.areas if topic.face_map else ())]
        drawn += [bar.sources for bar in (topic.lasting.bars if topic.lasting else ())]

        assert drawn
        assert ("S0",) not in drawn


@pytest.mark.parametrize(("subject", "point", "pattern"), POINTS, ids=[f"{s}: {p}" for s, p, _ in POINTS])
def test_every_point_of_the_article_is_printed(press: Press, subject: str, point: str, pattern: str) -> None:
    """In one of the subject's pieces at least."""
    assert re.search(pattern, all_words(press, subject)), point


@each_piece
def test_every_piece_carries_its_lines(press: Press, order: Order) -> None:
    """Trademark, guide or label, where to report, and that it replaces no advice."""
    printed = words(press, order)

    assert [name for name, line in LINES[order.subject].items() if not re.search(line, printed)] == []


@each_piece
def test_every_piece_tells_the_risks_and_when_to_get_help(press: Press, order: Order) -> None:
    """On the front desk's sheet as on the long handout."""
    printed = words(press, order)

    assert [sign for sign in SAFETY[order.subject].split("|") if not re.search(sign, printed)] == []


@each_piece
def test_every_piece_says_that_nothing_is_a_choice(press: Press, order: Order) -> None:
    """With equal weight: it stands in every piece, not only in the long one."""
    assert re.search(r"choose (no treatment|neither|this)|No treatment", words(press, order))


@each_piece
def test_nobody_is_said_to_have_approved_it(press: Press, order: Order) -> None:
    """It says that no clinician has; no reviewer, no approval and no sponsor is printed."""
    printed = words(press, order)

    assert "ot yet approved by a clinician" in printed
    assert not re.search(r"[Rr]eviewed by|[Aa]pproved by (?!a clinician)|[Mm]edically reviewed|[Ff]unded by", printed)


@each_piece
def test_every_piece_says_its_version(press: Press, order: Order) -> None:
    """Which words these are, when the sources were checked, and until when."""
    brochure = press.brochure(order.subject)
    subject = brochure.subject
    printed = words(press, order)

    assert f"{brochure.name} {subject.version} · {brochure.version_hash}" in printed
    assert f"sources checked {subject.sources_checked} · review by {subject.review_by}" in printed


@each_piece
def test_no_mark_of_the_workshop_is_printed(press: Press, order: Order) -> None:
    """Neither of evidence nor of markup, nor a slot that nobody filled."""
    assert re.findall(r"†|2nd-hand|\bS\d{1,3}\b|\*\*|[{}]|TODO|Lorem", words(press, order)) == []


@each_piece
def test_no_promise_is_printed(press: Press, order: Order) -> None:
    """Nothing is said to be safe, painless, permanent or young."""
    promises = (
        r"\b(guarantee|painless|risk-free|miracle|youthful|rejuvenat|permanent (result|effect)|100 ?%|no side effects)"
    )

    assert [
        found for found in re.findall(promises, words(press, order), re.IGNORECASE) if found.lower() != "best"
    ] == []


@each_piece
def test_a_temporary_effect_is_called_so(press: Press, order: Order) -> None:
    """Botox is nowhere without its end."""
    if order.subject != "fillers":
        assert "temporary" in words(press, order)


def test_a_handout_lists_its_sources(press: Press) -> None:
    """Those of all that it says; a folded piece names the bodies."""
    for subject in ("botox", "fillers"):
        printed = printed_words(press.piece(subject, "handout").pdf)

        assert re.search(r"Sources\..*(FDA|American Academy of Dermatology)", printed)


def test_both_options_of_the_comparison_keep_the_same_detail(press: Press) -> None:
    """Every question is answered for both and for doing nothing, none at more than three times the length."""
    comparison = press.content.comparisons["botox-vs-fillers"]
    for row in comparison.rows:
        lengths = [len(row.answers[name].text) for name in (*comparison.options, "none")]

        assert max(lengths) <= 3 * min(lengths), row.question
