"""A clinic's own templates and styles: used in place of ours, kept in their folder, unable to hide safety text."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from brochures import pipeline, shipped
from brochures.errors import StyleFault
from brochures.making import markup
from brochures.making.illustrating import Pictures
from brochures.making.production import Production
from brochures.making.typesetting import Typesetter
from brochures.model.document import Document
from brochures.orders import Order
from brochures.reading.ownfiles import is_replaceable, own_file, own_names
from tests.press import TODAY, Press, Printed

CALLOUT = "templates/components/callout.html"
STYLE = "styles/components/callout.css"
OURS = (shipped.templates() / "components/callout.html").read_text(encoding="utf-8")

Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file into the clinic's folder, and gives back the folder."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "clinic" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "clinic"

    return write


@pytest.fixture(scope="module")
def good(pair: Press) -> Printed:
    """A folded piece with a box of serious risks."""
    return pair.piece("peel", "trifold")


def page(pair: Press, good: Printed, folder: Path) -> str:
    """The piece as markup, with the clinic's templates."""
    markup.environment.cache_clear()
    return markup.html(good.pages, pair.look, shipped.templates(), folder)


def with_words(words: str) -> str:
    """Our callout with something more after its text."""
    return OURS.replace("</div>\n{% endmacro %}", f"{words}\n</div>\n{{% endmacro %}}")


def made(pair: Press, folder: Path, order: Order = Order("peel", "trifold", "letter", "print")) -> pipeline.Piece:  # noqa: B008 - a record
    """The piece through the pipeline, as if its clinic file lay in this folder."""
    (piece,) = pipeline.make(replace(pair.sources, folder=folder), (order,), TODAY)
    return piece


def codes(piece: pipeline.Piece) -> set[str]:
    """Why it was withheld."""
    return {problem.code for problem in piece.problems}


def test_a_clinics_template_stands_in_for_ours(pair: Press, good: Printed, put: Put) -> None:
    """And all others stay ours."""
    html = page(pair, good, put(CALLOUT, with_words("<p>And another thing.</p>")))

    assert "And another thing." in html
    assert html.replace("<p>And another thing.</p>\n", "") == good.html


def test_without_a_folder_nothing_is_looked_for(pair: Press, good: Printed) -> None:
    """Our pieces are the same wherever they are made."""
    assert markup.html(good.pages, pair.look, shipped.templates()) == good.html


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ ''|attr('__class__') }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].environ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ range.__call__.__globals__ }}",
        "{{ heading.__globals__ }}",
        "{{ render.__code__ }}",
        "{{ pictures._env }}",
        "{{ pictures._look }}",
        "{{ pictures._env.loader }}",
        "{{ pictures.icon.__self__ }}",
        "{{ pictures.icon.__func__.__globals__ }}",
        "{{ block.__class__.__init__.__globals__ }}",
        "{{ block.__dataclass_fields__ }}",
        "{{ '{0.__class__}'.format(block) }}",
        "{{ '%s'|format(block.__class__) }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ dict.__subclasses__() }}",
        "{{ open('/etc/passwd') }}",
        "{{ import('os') }}",
        "{{ [].append(1) }}",
        "{% include '/etc/passwd' %}",
        "{% include '../content.yaml' %}",
        "{% include '../../clinic.yaml' %}",
        "{% include 'components/../../clinic.yaml' %}",
        "{% include 'file:///etc/passwd' %}",
        "{% import '/etc/passwd' as x %}",
        "{% from '../clinic.yaml' import x %}",
        "{% for i in range(100001) %}{% endfor %}",
        "{% for i in range(10**9) %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ nothing }}",
        "{{ block.nothing }}",
        "{{ 1 / 0 }}",
        "{{ 'a' + 1 }}",
        "{% if %}",
        "{{ block.items|nothing }}",
    ],
)
def test_a_template_reaches_nothing_else(pair: Press, good: Printed, put: Put, code: str) -> None:
    """Neither files nor programs; and the message names the clinic's file and the line."""
    put("clinic.yaml", "name: Secret")
    folder = put(CALLOUT, with_words(f"<p>{code}</p>"))
    line = next(i for i, words in enumerate(with_words(f"<p>{code}</p>").splitlines(), 1) if code in words)

    with pytest.raises(StyleFault) as fault:
        page(pair, good, folder)

    assert str(fault.value).startswith(f"{CALLOUT}:{line}: ")


def walk(value: Any, path: str, seen: set[int]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - whatever a template is given
    """Everything that public names of data lead to."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, f"{path}[{key!r}]", seen)
    elif isinstance(value, tuple | list):
        for i, item in enumerate(value):
            yield from walk(item, f"{path}[{i}]", seen)
    elif is_dataclass(value):
        for row in fields(value):
            if not row.name.startswith("_"):
                yield from walk(getattr(value, row.name), f"{path}.{row.name}", seen)


def test_what_a_template_is_given_is_data(press: Press) -> None:
    """Words, numbers and frozen records of them: no path, no open file, no program but the pictures."""
    for subject, name in (("fillers", "trifold"), ("botox", "handout"), ("botox-vs-fillers", "comparison")):
        document: Document = press.piece(subject, name).pages  # type: ignore[arg-type]
        found = list(walk(document, "document", set()))

        assert len(found) > 100
        for path, value in found:
            frozen = is_dataclass(value) and getattr(value, "__dataclass_params__").frozen  # noqa: B009 - unknown to types
            assert frozen or isinstance(value, str | int | float | tuple | type(None)), f"{path}: {type(value)}"


def test_what_pictures_give_is_data(press: Press) -> None:
    """They hold the look and the environment, under names that no template may say."""
    pictures = Pictures(markup.environment(shipped.templates()), press.look)
    public = [getattr(pictures, name) for name in dir(pictures) if not name.startswith("_")]

    assert all(callable(value) or isinstance(value, str | int | float) for value in public)
    assert all(name.startswith("_") for name in vars(pictures))


def test_a_link_out_of_the_folder_is_refused(pair: Press, good: Printed, put: Put, tmp_path: Path) -> None:
    """To a file outside, through a folder outside, and where it leads nowhere."""
    secret = tmp_path / "secret.html"
    secret.write_text("{% macro render(block, level, pictures) %}Secret{% endmacro %}", encoding="utf-8")
    folder = put("templates/components/other.html", "")
    link = folder / CALLOUT
    link.symlink_to(secret)

    with pytest.raises(StyleFault, match=r"templates/components/callout\.html leads out of the clinic's folder"):
        page(pair, good, folder)
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(StyleFault, match="cannot be read"):
        page(pair, good, folder)


@pytest.mark.parametrize("room", ["templates", "styles"])
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path, room: str) -> None:
    """What lies behind it is not the clinic's."""
    outside = tmp_path / "outside" / "components"
    outside.mkdir(parents=True)
    (outside / "callout.html").touch()
    (outside / "callout.css").touch()
    clinic = tmp_path / "clinic"
    clinic.mkdir()
    (clinic / room).symlink_to(outside.parent)

    with pytest.raises(StyleFault, match="leads out"):
        own_file(clinic, room, "components/callout.html" if room == "templates" else "components/callout.css")  # type: ignore[arg-type]


def test_a_clinics_folder_may_itself_be_a_link(tmp_path: Path, put: Put) -> None:
    """As where homes lie on another disk."""
    folder = put(CALLOUT, "ours")
    (tmp_path / "link").symlink_to(folder)

    found = own_file(tmp_path / "link", "templates", "components/callout.html")

    assert found
    assert found[1] == "ours"


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("templates", "measure.html"),
        ("templates", "figures/rate_dots.svg"),
        ("templates", "signoff.html"),
        ("templates", "../clinic.html"),
        ("templates", "components/../base.html"),
        ("templates", "/etc/passwd.html"),
        ("templates", "components\\callout.html"),
        ("templates", "components/callout.css"),
        ("styles", "main.css"),
        ("styles", "theme.css"),
        ("styles", "fonts.css"),
        ("styles", "fonts/none.conf"),
        ("styles", "fonts/cut.py"),
        ("styles", "../styles/base.css"),
        ("styles", "%2e%2e/base.css"),
        ("styles", "components/callout.html"),
    ],
)
def test_some_files_stay_ours(room: str, name: str) -> None:
    """Drawings whose dots are counted, the measuring page, the order of layers, and whatever is a way out."""
    assert not is_replaceable(room, name)  # type: ignore[arg-type]


def test_names_of_own_files_are_those_that_are_used(put: Put) -> None:
    """Whatever else lies in the folder."""
    put(STYLE, "")
    put("styles/main.css", "")
    put("styles/notes.txt", "")

    assert own_names(put("styles/base.css", ""), "styles") == ("base.css", "components/callout.css")


@pytest.mark.parametrize(
    ("raw", "reason"), [(b"\xff\xfe", "UTF-8"), (b"a" * 1_000_001, "larger than 1 MB")], ids=["binary", "huge"]
)
def test_a_file_that_is_no_template_is_refused(put: Put, raw: bytes, reason: str) -> None:
    """With its name."""
    folder = put(CALLOUT, "")
    (folder / CALLOUT).write_bytes(raw)

    with pytest.raises(StyleFault, match=f"{CALLOUT}.*{reason}"):
        own_file(folder, "templates", "components/callout.html")


def test_a_clinics_stylesheet_stands_in_for_ours(pair: Press, put: Put) -> None:
    """In the layer of ours, and seen in the height of what is measured."""
    root = "--sheet-width:100mm;--sheet-height:100mm;--slug:0mm;--page-height:100mm;--font-text:'Clear Text'"
    html = f'<!doctype html><html style="{root}"><body><div id="m0" class="callout">A</div></body></html>'
    folder = put(STYLE, ".callout{padding:20mm 0}")
    usual = Typesetter(pair.look, shipped.styles()).measure(html, 1)[0]
    changed = Typesetter(pair.look, shipped.styles(), folder).measure(html, 1)[0]

    assert changed == pytest.approx(usual - 4.6 - 1.0 + 40, abs=0.1)


def test_a_theme_can_be_replaced(pair: Press, put: Put) -> None:
    """By the name that it has, not by the one under which the engine asks for it."""
    folder = put("styles/themes/clear.css", "wrong!")

    with pytest.raises(StyleFault, match=r"styles/themes/clear\.css"):
        Typesetter(pair.look, shipped.styles(), folder)
    Typesetter(pair.look, shipped.styles(), put("styles/themes/clear.css", ".a{color:red}"))


@pytest.mark.parametrize(
    "css",
    [
        "@import url(file:///etc/passwd);",
        "@import url(http://example.org/a.css);",
        "@import url(../../secret.css);",
        "@import url(%2e%2e/%2e%2e/secret.css);",
        "@import url(linked.css);",
        "@font-face{font-family:A;src:url(file:///etc/passwd)}",
        ".callout{color:nonsense}",
        ".callout{",
        "}",
    ],
)
def test_a_stylesheet_reaches_nothing_else(pair: Press, put: Put, css: str) -> None:
    """It is named, whatever is wrong with it; a brace too few is closed by the engine, as the standard has it."""
    folder = put(STYLE, css)
    (folder.parent / "secret.css").write_text(".a{color:red}", encoding="utf-8")
    (folder / "styles" / "components" / "linked.css").symlink_to(folder.parent / "secret.css")
    if css == ".callout{":
        Typesetter(pair.look, shipped.styles(), folder)
        return

    with pytest.raises(StyleFault, match="styles/components/"):
        Typesetter(pair.look, shipped.styles(), folder)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://example.org/a.png", "../../logo.png"])
def test_a_picture_in_a_stylesheet_is_not_fetched(pair: Press, put: Put, address: str) -> None:
    """The piece is withheld."""
    piece = made(pair, put(STYLE, f".callout{{background-image:url({address})}}"))

    assert codes(piece) == {"cannot-set"}
    assert not piece.pdf


def test_a_good_change_is_printed(pair: Press, put: Put) -> None:
    """What all this is for."""
    put(CALLOUT, OURS.replace('class="callout"', 'class="callout own"'))
    piece = made(pair, put(STYLE, ".callout{border:1mm solid #804000;padding:2mm 2.8mm}"))

    assert codes(piece) == set()
    assert piece.pdf


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        (CALLOUT, OURS.replace("{{ text|rich }}", ""), "locked-missing"),
        (CALLOUT, "{% macro render(block, level, pictures) %}{% endmacro %}", "locked-missing"),
        (CALLOUT, OURS.replace("{{ text|rich }}", "{{ text|rich|upper }}"), "locked-missing"),
        (CALLOUT, OURS.replace("{{ text|rich }}", '<span style="color:#fff">{{ text|rich }}</span>'), "locked-unseen"),
        (STYLE, ".callout{font-size:8.5pt}", "locked-small"),
        (STYLE, ".callout{transform:scaleX(.6)}", "locked-transformed"),
        (STYLE, ".callout{color:#ddd}", "locked-unseen"),
        (
            "templates/components/urgent.html",
            "{% macro render(block, level, pictures) %}<p>Fine.</p>{% endmacro %}",
            "locked-missing",
        ),
        (
            "templates/components/colophon.html",
            "{% macro render(block, level, pictures) %}<p>Fine.</p>{% endmacro %}",
            "required-missing",
        ),
        ("templates/formats/trifold.html", "<!doctype html><html><body><p>Fine.</p></body></html>", "cannot-set"),
        ("templates/base.html", "", "cannot-set"),
        ("styles/page.css", ".block{display:none}", "cannot-set"),
    ],
)
def test_safety_text_cannot_be_hidden(pair: Press, put: Put, name: str, text: str, code: str) -> None:
    """Whatever is changed, the finished file is looked at, and the piece withheld."""
    piece = made(pair, put(name, text))

    assert code in codes(piece)
    assert not piece.pdf


def test_a_broken_template_withholds_its_pieces(pair: Press, put: Put) -> None:
    """And says what to do; no traceback."""
    piece = made(pair, put(CALLOUT, OURS.replace("block.title", "block.titel")))

    (problem,) = piece.problems
    assert problem.code == "cannot-set"
    assert problem.message.startswith(f"{CALLOUT}:4: ")
    assert "titel" in problem.message
    assert "take it away" in problem.hint


def test_a_template_put_there_later_is_seen(pair: Press, put: Put) -> None:
    """One process may make pieces many times, as `render --watch` does."""
    folder = put("clinic.yaml", "")
    Production(pair.look, shipped.styles(), shipped.templates(), folder)
    put(CALLOUT, with_words("<p>Later.</p>"))
    Production(pair.look, shipped.styles(), shipped.templates(), folder)
    document = pair.piece("peel", "trifold").pages

    assert "Later." in markup.html(document, pair.look, shipped.templates(), folder)
