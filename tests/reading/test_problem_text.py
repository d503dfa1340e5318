"""How a problem looks on a terminal."""

from brochures.errors import Mark, Problem, Spot, format_problem


def test_a_short_way_out_stands_by_the_carets() -> None:
    """The word that is meant is underlined."""
    problem = Problem("unknown-field", "no such field", "did you mean `items`?", Mark("c.yaml", 8, 5, "    itmes: [x]"))

    assert format_problem(problem) == (
        "c.yaml:8:5: error[unknown-field]: no such field\n   8 |     itmes: [x]\n     |     ^^^^^ did you mean `items`?"
    )


def test_a_long_way_out_stands_on_its_own_line() -> None:
    """After the line, or alone where there is no line."""
    hint = "x" * 70
    with_line = Problem("a", "m", hint, Mark("c.yaml", 1, 1, "a: b"), severity="warning")

    assert format_problem(with_line) == f"c.yaml:1:1: warning[a]: m\n   1 | a: b\n     | ^\n     = {hint}"
    assert format_problem(Problem("a", "m", "do", piece="card")) == "card: error[a]: m\n     = do"
    assert format_problem(Problem("a", "m")) == "brochures: error[a]: m"


def test_a_long_line_is_shown_round_its_fault() -> None:
    """The caret stays under the word."""
    text = "x " * 100 + "here " + "y " * 100
    shown = format_problem(Problem("a", "m", "", Mark("c.yaml", 1, 201, text))).splitlines()

    assert len(shown[1]) < 112
    assert shown[1][shown[2].index("^") :].startswith("here")
    assert shown[2].count("^") == 4


def test_signs_that_act_on_a_terminal_are_not_sent() -> None:
    """From a file's line, its name or its words."""
    shown = format_problem(Problem("a", "b\x1b[2J", "c\x07", Mark("d\x1b.yaml", 1, 3, "\ta\x1b[31mred")))

    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\t" not in shown


def test_wide_letters_keep_the_caret_under_its_word() -> None:
    """Each takes two columns."""
    shown = format_problem(Problem("a", "m", "", Mark("c.yaml", 1, 3, "漢字x")))

    assert shown.splitlines()[2] == "     |     ^"


def test_a_place_on_paper_is_told() -> None:
    """Page, panel and millimetres, so that it is found with a ruler; a panel that names its page does so once."""
    spot = Spot(2, "page 2, left column", 20.04, 91.2, 60.0, 5.0)
    problem = Problem("line-long", "a line is long", "make it shorter", piece="botox", spot=spot)

    assert format_problem(problem).splitlines() == [
        "botox: error[line-long]: a line is long",
        "     @ page 2, left column: 20 mm from the left, 91 mm from the top",
        "     = make it shorter",
    ]
