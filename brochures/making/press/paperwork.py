"""What a press file says of itself: PDF/X-4, its printing condition, title and dates; nothing that acts. Floor 4."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from brochures.model.press import PrintProfile

VERSION: Final = "1.6"
"""The newest PDF that PDF/X-4 allows (ISO 15930-7, 6.1)."""
PRODUCER: Final = "brochures"
_REGISTRY: Final = "http://www.color.org"
_ACTS: Final = (
    "/AA", "/AcroForm", "/Dests", "/MarkInfo", "/Names", "/OpenAction", "/Outlines", "/PageMode", "/StructTreeRoot",
)  # fmt: skip
_ON_PAGES: Final = ("/AA", "/Annots", "/StructParents", "/Tabs", "/Thumb")
_PACKET: Final = "W5M0MpCehiHzreSzNTczkc9d"  # the fixed id of an XMP packet's head: ISO 16684-1, 7.3.2


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of the file: title, language, the version of its words, its month as `2026-11`, its profile."""

    title: str
    language: str
    name: str
    version: str
    month: str
    profile: PrintProfile


def file_away(pdf: pikepdf.Pdf, standing: Standing) -> None:
    """Takes away what a press cannot use, and writes output intents, properties and XMP."""
    for key in _ACTS:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in _ON_PAGES:
            if key in page.obj:
                del page.obj[key]
    pdf.Root.Lang = String(standing.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
    pdf.Root.OutputIntents = Array(list(_intents(pdf, standing.profile)))
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    moment = standing.month.replace("-", "") + "01000000Z"
    pdf.docinfo["/Title"] = String(standing.title)
    pdf.docinfo["/Producer"] = String(PRODUCER)
    pdf.docinfo["/CreationDate"] = String(f"D:{moment}")
    pdf.docinfo["/ModDate"] = String(f"D:{moment}")
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, _xmp(standing), Type=Name.Metadata, Subtype=Name.XML))


def _intents(pdf: pikepdf.Pdf, profile: PrintProfile) -> Iterator[Dictionary]:
    """The printing condition, once for print shops and once for judges of PDF/A, with one profile."""
    embedded = pdf.make_indirect(Stream(pdf, profile.data, N=4, Alternate=Name.DeviceCMYK))
    for kind in (Name.GTS_PDFX, Name.GTS_PDFA1):
        yield pdf.make_indirect(
            Dictionary(
                Type=Name.OutputIntent,
                S=kind,
                OutputConditionIdentifier=String(profile.condition),
                RegistryName=String("" if profile.is_own else _REGISTRY),
                Info=String(profile.label),
                DestOutputProfile=embedded,
            )
        )


_SCHEMAS: Final = (
    ("PDF/X identification schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Version of PDF/X"),
    ("Adobe PDF schema", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Whether the file has been trapped"),
)


def _xmp(standing: Standing) -> bytes:
    """The metadata packet; PDF/A wants every property described that it does not know (ISO 19005-2, 6.6.2.3)."""
    moment = f"{standing.month}-01T00:00:00Z"
    made = uuid5(NAMESPACE_URL, f"{standing.name}/{standing.version}/{standing.profile.condition}")
    title, language, version = escape(standing.title), escape(standing.language), escape(standing.version)
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfxid": "http://www.npes.org/pdfx/ns/id/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    }
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in spaces.items())
    return f"""<?xpacket begin="\ufeff" id="{_PACKET}"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {names}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{made}</xmpMM:DocumentID>
<xmpMM:VersionID>{version}</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfaExtension:schemas><rdf:Bag>
{"".join(_schema(*row) for row in _SCHEMAS)}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _schema(label: str, address: str, prefix: str, name: str, description: str) -> str:
    return f"""<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{label}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{address}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
"""
