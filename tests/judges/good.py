"""Two small files without fault: one tagged, for PDF/UA-1 and PDF/A-2a, and one in four inks, for the press."""

import io
import os
import re
import struct
import warnings
from typing import Any

import pikepdf
import pydyf
from pikepdf import Array, Dictionary, Name, Stream

from brochures import shipped
from brochures.units import MM_PER_INCH, PT_PER_INCH

FONTS = shipped.styles() / "fonts"
MM = PT_PER_INCH / MM_PER_INCH
WORDS = """
<!doctype html><html lang="en-US"><head><title>Laser</title><meta charset="utf-8"><style>
@font-face { font-family: T; src: url(ClearText-400.ttf) }
@page { size: 90mm 120mm; margin: 8mm }
html { font: 11pt T; color: #222 } h1, h2, h3 { font: 14pt T } body { margin: 0 }
</style></head><body>
<h1>Laser</h1><p>What it is, and <a href="https://example.org/laser">where to read more</a>.</p>
<h2>Risks</h2><p>Burns are rare.</p><h3>Rare ones</h3><ul><li>A burn</li><li>A scar</li></ul>
<svg width="20" height="20" viewBox="0 0 2 2"><title>A red dot</title><circle cx="1" cy="1" r="1" fill="#c00"/></svg>
<table><thead><tr><th scope="col">What</th><th scope="col">How often</th></tr></thead>
<tbody><tr><th scope="row">A burn</th><td>Rarely</td></tr></tbody></table>
</body></html>
"""
UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of the standard</pdfaProperty:description></rdf:li></rdf:Seq>"
    b"</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
X4_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Laser</rdf:li></rdf:Alt></dc:title><pdf:Trapped>False</pdf:Trapped>
<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate><xmp:ModifyDate>2026-01-02T03:04:05Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
INK = b"0 0 0 1 k BT /F 12 Tf 40 60 Td <%s> Tj ET 0.6 0.4 0.2 0.1 k 0 0 100 30 re f q 24 0 0 24 60 90 cm /I Do Q"


def set_in_type(html: str, *, squeeze: bool = False) -> bytes:
    """Markup as a tagged PDF that claims PDF/A-2a and PDF/UA-1; `squeeze` packs what it says of itself."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "none.conf")  # as our own typesetting sets it

    def finisher(_: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's own
        stream = pdf.objects[int(bytes(pdf.catalog["Metadata"]).split()[0])]
        stream.compress = squeeze
        said = b"\n".join(part if isinstance(part, bytes) else part.encode() for part in stream.stream)
        stream.stream = [said.replace(b"</rdf:RDF>", UA + b"</rdf:RDF>", 1)]
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import weasyprint

        page = weasyprint.HTML(string=html, base_url=f"{FONTS}/")
        made = page.write_pdf(pdf_variant="pdf/a-2a", finisher=finisher)
    assert isinstance(made, bytes)
    return made


def for_press(tagged: bytes) -> bytes:
    """A page in four inks with the font of another file: boxes, bleed, intent, a picture of 300 ppi."""
    with pikepdf.open(io.BytesIO(tagged)) as lender, pikepdf.new() as file:
        font = file.copy_foreign(next(iter(lender.pages[0].obj["/Resources"]["/Font"].values())))
        letter = re.search(rb"<([0-9a-f]{4})", lender.pages[0].Contents.read_bytes())
        assert letter
        picture = Stream(file, bytes([90, 60, 30, 10]) * 10_000)
        picture.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=100, Height=100, BitsPerComponent=8, ColorSpace=Name.DeviceCMYK
        )
        page = file.add_blank_page(page_size=(120 * MM, 80 * MM)).obj
        page.Contents = Stream(file, INK % letter[1])
        page.Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(I=file.make_indirect(picture)))
        page.TrimBox = Array([4 * MM, 4 * MM, 116 * MM, 76 * MM])
        page.BleedBox = Array([1 * MM, 1 * MM, 119 * MM, 79 * MM])
        profile = Stream(file, icc(b"prtr", b"CMYK"), N=4)
        intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=file.make_indirect(profile))
        intent.OutputConditionIdentifier = "FOGRA39"
        file.Root.OutputIntents = Array([intent])
        file.Root.Metadata = Stream(file, X4_XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        file.docinfo.Trapped = Name("/False")
        return saved(file, version="1.6")


def icc(kind: bytes, colours: bytes) -> bytes:
    """As much of a colour profile as its header: class and colours at their places."""
    return struct.pack(">I8x4s4s4s12x4s88x", 128, kind, colours, b"Lab ", b"acsp")


def saved(
    file: pikepdf.Pdf, *, version: str = "", encryption: pikepdf.Encryption | None = None, as_is: bool = False
) -> bytes:
    """The file's bytes, of this version of PDF; `as_is` packs streams neither in nor out."""
    held = io.BytesIO()
    level = pikepdf.StreamDecodeLevel.none if as_is else None
    file.save(
        held,
        deterministic_id=encryption is None,
        force_version=version,
        encryption=encryption or False,
        stream_decode_level=level,
        compress_streams=not as_is,
    )
    return held.getvalue()
