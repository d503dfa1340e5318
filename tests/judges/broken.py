"""Ways to break the good files, one fault each, with the rule that each judge must name."""

import io
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Dictionary, Name, Stream

from brochures.making.verdicts import Flavour
from tests.judges.good import saved


class Break(NamedTuple):
    """One fault: the standard it breaks, how it is made, and the rules of veraPDF and of page-validation."""

    name: str
    flavour: Flavour
    make: Callable[[pikepdf.Pdf], None]
    verapdf: str
    page_validation: str
    encryption: pikepdf.Encryption | None = None
    as_is: bool = False


def broken(pdf: bytes, case: Break) -> bytes:
    """The file with this fault."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        case.make(file)
        return saved(file, encryption=case.encryption, as_is=case.as_is)


def elements(file: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    """The structure elements of one kind."""
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == f"/{kind}" and "/P" in thing:
            yield thing


def xmp(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Changes what the XMP says."""

    def make(file: pikepdf.Pdf) -> None:
        said = file.Root.Metadata.read_bytes()
        assert old in said
        file.Root.Metadata.write(said.replace(old, new))

    return make


def root(**gone: None) -> Callable[[pikepdf.Pdf], None]:
    """Takes entries out of the catalogue."""

    def make(file: pikepdf.Pdf) -> None:
        for key in gone:
            del file.Root[f"/{key}"]

    return make


def element(kind: str, **changes: Name | None) -> Callable[[pikepdf.Pdf], None]:
    """Changes the first element of a kind; None takes an entry out."""

    def make(file: pikepdf.Pdf) -> None:
        first = next(elements(file, kind))
        for key, value in changes.items():
            if value is None:
                del first[f"/{key}"]
            else:
                first[f"/{key}"] = value

    return make


def painted(code: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Paints something more on the first page."""

    def make(file: pikepdf.Pdf) -> None:
        file.pages[0].contents_add(code)

    return make


def _no_font_file(file: pikepdf.Pdf) -> None:
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def _no_link_words(file: pikepdf.Pdf) -> None:
    notes: Any = file.pages[0].obj.Annots
    for note in notes:
        del note["/Contents"]


def _heads_nothing(file: pikepdf.Pdf) -> None:
    for cell in (*elements(file, "TH"), *elements(file, "TD")):
        if "/A" in cell:
            del cell["/A"]


def _script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _lzw(file: pikepdf.Pdf) -> None:
    file.Root.Extra = Stream(file, _lzw_code(b"nothing"), Filter=Name.LZWDecode)


def _lzw_code(data: bytes) -> bytes:
    """A few bytes as LZW: clear, one code of nine bits each, end."""
    bits = "".join(f"{code:09b}" for code in (256, *data, 257))
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _smooth_picture(file: pikepdf.Pdf) -> None:
    picture = Stream(file, b"\x00\x80\xff", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.stream_dict.update({"/BitsPerComponent": 8, "/ColorSpace": Name.DeviceRGB, "/Interpolate": True})
    file.pages[0].add_resource(picture, Name.XObject, Name("/Smooth"))
    file.pages[0].contents_add(b"/Artifact BMC q 9 0 0 9 9 9 cm /Smooth Do Q EMC")


LOCKED = pikepdf.Encryption(owner="o", user="", R=6)

FAULTS = (
    Break("no title", "ua1", xmp(b"dc:title", b"dc:source"), "7.1-9", "METADATA-TITLE"),
    Break("title not shown", "ua1", root(ViewerPreferences=None), "7.1-10", "VIEWER-PREFERENCES"),
    Break("no language", "ua1", root(Lang=None), "7.2-34", "TEXT-LANGUAGE"),
    Break("untagged", "ua1", root(StructTreeRoot=None, MarkInfo=None), "7.1-11", "STRUCT-TREE-ROOT"),
    Break("figure without words", "ua1", element("Figure", Alt=None), "7.3-1", "FIGURE-ALTERNATIVE-TEXT"),
    Break("skipped heading", "ua1", element("H2", S=Name.H4), "7.4.2-1", "HEADING-NESTING"),
    Break("link without words", "ua1", _no_link_words, "7.18.5-2", "LINK-CONTENTS"),
    Break("heads nothing", "ua1", _heads_nothing, "7.5-1", "TABLE-HEADERS-SCOPE"),
    Break("row in no table", "ua1", element("Table", S=Name.Sect), "7.2-6", "TBODY-PARENT"),
    Break("list item in no list", "ua1", element("L", S=Name.Sect), "7.2-17", "LI-PARENT"),
    Break("untagged words", "ua1", painted(b"0 0 5 5 re f"), "7.1-3", "CONTENT-TAGGING"),
    Break("unknown tag", "ua1", element("H1", S=Name("/Titel")), "7.1-5", "STRUCT-TREE-ROLE-MAP"),
    Break("font left out", "ua1", _no_font_file, "7.21.4.1-1", "FONT-EMBEDDING"),
    Break("no claim of UA", "ua1", xmp(b"pdfuaid:part>1<", b"pdfuaid:part>3<"), "5-2", "ID-PART"),
    Break("no output intent", "2a", root(OutputIntents=None), "6.2.4.3-2", "DEVICE-RGB"),
    Break("LZW", "2a", _lzw, "6.1.7.2-1", "STREAM-FILTER", as_is=True),
    Break("script", "2a", _script, "6.5.1-1", "ACTION-TYPE"),
    Break("font left out", "2a", _no_font_file, "6.2.11.4.1-1", "FONT-EMBEDDING"),
    Break("encrypted", "2a", lambda _: None, "6.1.3-2", "ENCRYPTION", LOCKED),
    Break("ink of four", "2a", painted(b"/Artifact BMC 0 0 0 1 k 0 0 5 5 re f EMC"), "6.2.4.3-3", "DEVICE-CMYK"),
    Break("smooth picture", "2a", _smooth_picture, "6.2.8-3", "IMAGE-INTERPOLATE"),
    Break("untagged", "2a", root(StructTreeRoot=None, MarkInfo=None), "6.7.3.3-1", "STRUCT-TREE-ROOT"),
    Break("other level", "2a", xmp(b'conformance="A"', b'conformance="B"'), "6.6.4-3", "ID-CONFORMANCE"),
)
