"""What is kept in the user's cache: whole or not there, and of templates none but our own."""

from pathlib import Path

from brochures import shipped
from brochures.making import kept
from brochures.making.sandbox import sandbox


def test_what_is_not_whole_is_not_there(tmp_path: Path) -> None:
    """A disk that was full, a bit that fell over: it is made again."""
    place = tmp_path / "kind" / "name"
    kept.keep(place, b"a thing")
    whole = kept.found(place)
    place.write_bytes(place.read_bytes()[:-1])

    assert whole == b"a thing"
    assert kept.found(place) is None
    assert kept.found(tmp_path / "nothing") is None


def test_our_templates_are_compiled_once(tmp_path: Path) -> None:
    """The second environment takes what the first has kept, and draws the same."""
    name = "figures/bold/sign.svg"
    first = sandbox(shipped.templates(), None, tmp_path).get_template(name)
    files = sorted(tmp_path.iterdir())
    times = [file.stat().st_mtime_ns for file in files]
    second = sandbox(shipped.templates(), None, tmp_path).get_template(name)

    assert len(files) == 1
    assert [file.stat().st_mtime_ns for file in sorted(tmp_path.iterdir())] == times
    assert first.root_render_func.__code__.co_code == second.root_render_func.__code__.co_code


def test_damaged_templates_are_compiled_again(tmp_path: Path) -> None:
    """What was kept is not run before it is known to be whole."""
    name = "figures/bold/sign.svg"
    sandbox(shipped.templates(), None, tmp_path).get_template(name)
    (file,) = tmp_path.iterdir()
    good = file.read_bytes()
    file.write_bytes(good[:-8] + b"rubbish!")
    sandbox(shipped.templates(), None, tmp_path).get_template(name)

    assert file.read_bytes() == good


def test_templates_of_a_clinic_are_never_kept(tmp_path: Path) -> None:
    """Nor is anything taken for them that was."""
    folder, compiled = tmp_path / "clinic", tmp_path / "compiled"
    own = folder / "templates" / "components" / "callout.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ 1 + 1 }}", encoding="utf-8")
    shown = sandbox(shipped.templates(), folder, compiled).get_template("components/callout.html").render()

    assert shown == "2"
    assert not compiled.exists()
