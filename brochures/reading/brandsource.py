"""Where a clinic's brand is written: in clinic.yaml, or in a `_brand.yml` in the clinic's folder. Floor 2."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brandfile import Brand
from brochures.model.clinic import Clinic
from brochures.reading.confine import read_confined
from brochures.reading.source import Loc, Part, Source, read_yaml
from brochures.reading.textfile import MAX_BYTES
from brochures.reading.validation import validate

_ENDINGS: Final = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class BrandSource:
    """A brand with the file it stands in; `home` is the clinic's folder, `folder` that of the brand's file."""

    brand: Brand
    source: Source
    at: Loc
    home: Path
    folder: Path

    def mark(self, *loc: Part) -> Mark:
        """The place of a value of the brand."""
        return self.source.mark_of((*self.at, *loc))

    def read(self, name: str, mark: Mark, most_bytes: int) -> tuple[Path, bytes]:
        """A file that the brand names, with its path.

        Raises:
            SourceError: it leads out of the clinic's folder, is not there, or is too large.
        """
        return read_confined(self.home, name, mark, most_bytes, beside=self.folder)


def brand_source(clinic: Clinic, source: Source, folder: Path) -> BrandSource:
    """The clinic's brand; `folder` is the clinic's own, and no file outside it is read.

    Raises:
        SourceError: the brand's file cannot be read, or what is wrong in it, each at its line.
    """
    if isinstance(clinic.brand, Brand):
        return BrandSource(clinic.brand, source, ("brand",), folder, folder)
    mark = source.mark_of(("brand",))
    if not clinic.brand.lower().endswith(_ENDINGS):
        hint = "name a file like _brand.yml, or write `color:`, `typography:` and `logo:` below it"
        raise SourceError([Problem("not-a-brand", f"`{clinic.brand}` is not a brand file", hint, mark)])
    read_confined(folder, clinic.brand, mark, MAX_BYTES)
    path = folder / clinic.brand.replace("\\", "/")
    own = read_yaml(path)
    return BrandSource(validate(own, Brand), own, (), folder, path.parent)
