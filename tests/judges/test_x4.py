"""Our subset of PDF/X-4: the good file passes, and each fault is found by its own rule."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from brochures.making import x4
from tests.judges.broken import LOCKED, painted, root, xmp
from tests.judges.good import MM, icc, saved

Make = Callable[[pikepdf.Pdf], None]


def page(**changes: Array | None) -> Make:
    """Changes the page; None takes an entry out."""

    def make(file: pikepdf.Pdf) -> None:
        for key, value in changes.items():
            if value is None:
                del file.pages[0].obj[f"/{key}"]
            else:
                file.pages[0].obj[f"/{key}"] = value

    return make


def intent(kind: bytes, colours: bytes) -> Make:
    """Another profile in the output intent."""

    def make(file: pikepdf.Pdf) -> None:
        file.Root.OutputIntents[0].DestOutputProfile = file.make_indirect(Stream(file, icc(kind, colours), N=4))

    return make


def condition(file: pikepdf.Pdf) -> None:
    """No name of the printing condition."""
    del file.Root.OutputIntents[0]["/OutputConditionIdentifier"]


def small_picture(file: pikepdf.Pdf) -> None:
    """The picture at 72 ppi."""
    file.pages[0].contents_add(b"q 100 0 0 100 60 90 cm /I Do Q")


def state(file: pikepdf.Pdf) -> None:
    """A curve that changes how inks print."""
    curve = Dictionary(FunctionType=2, N=2, Domain=Array([0, 1]))
    file.pages[0].add_resource(Dictionary(TR=curve), Name.ExtGState, Name.Curve)
    file.pages[0].contents_add(b"/Curve gs")


def form(file: pikepdf.Pdf) -> None:
    """Screen colours two forms deep."""
    inner = Stream(file, b"1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outer = Stream(file, b"/In Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outer.Resources = Dictionary(XObject=Dictionary(In=inner))
    file.pages[0].add_resource(outer, Name.XObject, Name.Out)
    file.pages[0].contents_add(b"/Out Do")


def shade(file: pikepdf.Pdf) -> None:
    """A gradient to far too much ink."""
    ends = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 0.5]))
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 9, 9]), Function=ends)
    file.pages[0].add_resource(shading, Name.Shading, Name.Deep)
    file.pages[0].contents_add(b"/Deep sh")


def no_font(file: pikepdf.Pdf) -> None:
    """A font that the print shop may not have."""
    font = file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    file.pages[0].add_resource(font, Name.Font, Name.H)


def not_trapped(file: pikepdf.Pdf) -> None:
    """Nothing said of trapping."""
    del file.docinfo["/Trapped"]


NOTE = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))])
FAULTS: tuple[tuple[str, str, Make], ...] = (
    ("trim-box", "does not say where it is trimmed", page(TrimBox=None)),
    ("boxes", "do not lie one in another", page(BleedBox=Array([-9, 1, 350, 250]))),
    ("bleed", "1.0 mm of bleed", page(BleedBox=Array([3 * MM, 3 * MM, 117 * MM, 77 * MM]))),
    ("bleed", "0.0 mm of bleed", page(BleedBox=None, MediaBox=Array([4 * MM, 4 * MM, 116 * MM, 76 * MM]))),
    ("annotation", "links", page(Annots=NOTE)),
    ("rgb", "has a fill in RGB", painted(b"0 0.5 0 rg 0 0 9 9 re f")),
    ("rgb", "has a fill in RGB", form),
    ("ink", "360 % of ink", painted(b"0.9 0.9 0.9 0.9 k 20 20 9 9 re f")),
    ("ink", "350 % of ink", shade),
    ("ppi", "72 ppi", small_picture),
    ("intent", "no output intents", root(OutputIntents=None)),
    ("intent", "not for printing (class mntr)", intent(b"mntr", b"RGB ")),
    ("intent", "not CMYK but GRAY", intent(b"prtr", b"GRAY")),
    ("intent", "printing condition", condition),
    ("xmp", "PDF/X-4", xmp(b"PDF/X-4", b"PDF/X-3")),
    ("xmp", "xmpMM:VersionID", xmp(b"xmpMM:VersionID", b"xmpMM:InstanceID")),
    ("xmp", "no XMP", root(Metadata=None)),
    ("trapped", "trapped", not_trapped),
    ("transfer", "TR", state),
    ("font", "Helvetica is not embedded", no_font),
    ("action", "opened", lambda file: file.Root.update({"/OpenAction": Dictionary(S=Name.JavaScript, JS="1")})),
)


def broken(pdf: bytes, make: Make) -> bytes:
    """The file with this fault."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        make(file)
        return saved(file, version="1.6")


def test_the_good_file_passes(inked: bytes) -> None:
    """Otherwise the negatives prove nothing; and nobody is told that it is certified."""
    verdict = x4.judge(inked)

    assert (verdict.passed, verdict.faults) == (True, ())
    assert verdict.judge == "our subset of PDF/X-4"


@pytest.mark.parametrize(("rule", "words", "make"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_fault_is_found_alone(inked: bytes, rule: str, words: str, make: Make) -> None:
    """By its own rule, and no other rule cries with it."""
    verdict = x4.judge(broken(inked, make))

    assert verdict.passed is False
    assert {fault.rule for fault in verdict.faults} == {rule}
    assert any(words in fault.message for fault in verdict.faults)


def test_a_newer_or_encrypted_file_fails(inked: bytes) -> None:
    """What opens at home need not open at the print shop."""
    with pikepdf.open(io.BytesIO(inked)) as file:
        newer = x4.faults(saved(file, version="1.7"))
        locked = x4.faults(saved(file, encryption=LOCKED))

    assert [fault.message for fault in newer] == ["the file is PDF 1.7; PDF/X-4 is at most 1.6"]
    assert "encryption" in {fault.rule for fault in locked}


def test_rgb_with_a_profile_is_taken(inked: bytes) -> None:
    """A photograph may stay in RGB when the page says which."""

    def make(file: pikepdf.Pdf) -> None:
        profile = file.make_indirect(Stream(file, icc(b"mntr", b"RGB "), N=3))
        file.pages[0].obj.Resources.ColorSpace = Dictionary(DefaultRGB=Array([Name.ICCBased, profile]))
        file.pages[0].contents_add(b"0 0.5 0 rg 0 0 9 9 re f")

    assert x4.faults(broken(inked, make)) == ()


def test_the_stock_says_how_much_ink_dries(inked: bytes) -> None:
    """280 % dries on coated paper alone."""
    pdf = broken(inked, painted(b"0.8 0.7 0.7 0.6 k 20 20 9 9 re f"))

    assert x4.faults(pdf, stock="coated") == ()
    assert [fault.message for fault in x4.faults(pdf, stock="uncoated")] == [
        "page 1 has 280 % of ink on one spot; 240 % is the most"
    ]


def test_marks_beside_the_page_may_be_on_every_plate(inked: bytes) -> None:
    """Crop marks are cut off; the same stroke on the page is too much ink."""
    stroke = b"1 1 1 1 K %d 0 m %d 60 l S"
    beside, across = (x4.faults(broken(inked, painted(stroke % (x, x)))) for x in (5, 50))

    assert beside == ()
    assert [fault.rule for fault in across] == ["ink"]


def test_black_of_several_inks_is_a_warning(inked: bytes) -> None:
    """Small letters blur when plates do not meet; the file still passes."""
    verdict = x4.judge(broken(inked, painted(b"0.5 0.4 0.4 1 k BT /F 12 Tf 40 60 Td <0001> Tj ET")))

    assert verdict.passed is True
    assert [(fault.rule, fault.severity) for fault in verdict.faults] == [("black", "warning")]


def test_what_is_no_pdf_gets_no_verdict() -> None:
    """With the reason, and no traceback."""
    assert x4.judge(b"no PDF").passed is None
    assert x4.judge(b"no PDF").unjudged.startswith("it cannot read the file")
