"""What comes with the product is found in a wheel and in a source checkout."""

from pathlib import Path

import pytest

from brochures import shipped
from brochures.errors import StyleFault


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder somewhere else, with nothing in it yet."""
    folder = tmp_path / "site" / "brochures"
    folder.mkdir(parents=True)
    monkeypatch.setattr(shipped, "PACKAGE", folder)
    return folder


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    """Whoever edits templates/ or styles/ sees the change at once."""
    root = Path(__file__).parent.parent

    assert shipped.templates() == root / "templates"
    assert shipped.styles() == root / "styles"
    assert shipped.schemas() == root / "schemas"


def test_an_installed_package_uses_its_own_copies(package: Path) -> None:
    """A `styles` folder that happens to lie in site-packages is somebody else's."""
    for home in (package / "_shipped", package.parent):
        (home / "styles").mkdir(parents=True)

    assert shipped.styles() == package / "_shipped" / "styles"


def test_a_broken_install_is_said_in_one_line(package: Path) -> None:
    """The message names what is missing and what to do."""
    with pytest.raises(StyleFault, match=r"^content\.yaml is missing: .*; install brochures again$"):
        shipped.content_file()
