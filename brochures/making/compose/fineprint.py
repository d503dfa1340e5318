"""The fine print: required lines, the clinic's own, sources, approval, version, and the foot of a page. Floor 4."""

from typing import Final

from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.furniture import Colophon
from brochures.model.personal import CLINIC_SOURCE
from brochures.model.walking import statements_of
from brochures.model.wording import Wording
from brochures.reading.richtext import as_sentence, escaped

_MOST_LETTERS: Final = 28
"""A longer name does not fit the foot of a page; `short_name` is for that."""


def colophon(parts: Parts, *, versioned: bool = True) -> Block:
    """Required lines, sources, the clinic's disclaimer, and, where no folio carries it, the version line."""
    brochure, wording = parts.brochure, parts.wording
    clinic = brochure.clinic
    lines = [line.text for line in parts.kept(brochure.subject.lines)]
    if _has_own_words(parts):
        lines.append(wording.own_words)
    if brochure.advice and any(given.products for _, given in brochure.advice):
        lines.append(wording.trademarks)
    lines += [escaped(line) for line in _clinic_lines(clinic, wording)] if clinic else []
    by_body: dict[str, list[str]] = {}
    for source in parts.cited():
        body, _, title = (source.printed or f"{source.body}: {source.title}").partition(": ")
        by_body.setdefault(body, []).append(title)
    if parts.full and brochure.kind == "topic":
        sources = tuple(
            f"{body}: {', '.join(t for t in dict.fromkeys(titles) if t)}".removesuffix(": ")
            for body, titles in by_body.items()
        )
    else:
        pointer = (wording.full_list.rstrip("."),) if brochure.kind == "topic" else ()
        sources = (", ".join(by_body), *pointer)
    return Colophon(
        lines=tuple(lines),
        sources_title=wording.sources,
        sources=sources,
        version=(
            *(version_lines(parts) if versioned else ()),
            approval_line(brochure),
        ),
    )


def _has_own_words(parts: Parts) -> bool:
    """Whether the clinic has statements among the printed ones; of a comparison its topics print only urgent signs."""
    brochure = parts.brochure
    printed = (brochure.subject, *(topic.urgent for _, topic in brochure.topics))
    kept = parts.kept(statement for part in printed for statement in statements_of(part))
    return any(CLINIC_SOURCE in statement.sources for statement in kept)


def _clinic_lines(clinic: Clinic, wording: Wording) -> list[str]:
    """What the clinic wants in the fine print: disclaimers, who answers for the treatment, licences, who paid."""
    lines = [as_sentence(line) for line in clinic.disclaimers]
    if clinic.responsible:
        lines.append(f"{wording.responsible}: {clinic.responsible.printed}.")
    if clinic.licences:
        lines.append(f"{wording.licences}: {', '.join(clinic.licences)}.")
    if clinic.funding:
        lines.append(f"{wording.funding}: {as_sentence(clinic.funding)}")
    return lines


def approval_line(brochure: Brochure) -> str:
    """Who approved this very version, and when; or that nobody has yet."""
    wording, approval = brochure.wording, brochure.approval
    if approval is None:
        line = wording.not_approved
    else:
        who = f"{approval.name}, {approval.role}" if approval.name else approval.role
        line = f"{wording.approved} {approval.date} {wording.approved_by} {who}"
        line += f" ({wording.approved_example})" if approval.example else ""
    return as_sentence(line[0].upper() + line[1:])


def version_lines(parts: Parts) -> tuple[str, str]:
    """`botox 1.0 · 3f9c2a` and `sources checked 2026-11 · review by 2027-11`: one line where there is room."""
    name, words, checked, review = _version(parts)
    return f"{name} · {words}", f"{checked} · {review}"


def _version(parts: Parts) -> tuple[str, str, str, str]:
    """Subject and version, hash of the words, and the two dates."""
    brochure, wording = parts.brochure, parts.wording
    subject = brochure.subject
    return (
        f"{brochure.name} {subject.version}",
        brochure.version_hash,
        f"{wording.sources_checked} {subject.sources_checked}",
        f"{wording.review_by} {subject.review_by}",
    )


def folio_parts(parts: Parts) -> tuple[str, ...]:
    """What stands at a page's foot: whose it is and whom to call, the version, the dates. A loose page is not lost."""
    return (*whose(parts), *_version(parts))


def whose(parts: Parts) -> tuple[str, ...]:
    """The clinic's short name and the number for urgent calls, as far as they are known."""
    clinic = parts.brochure.clinic
    name = clinic.short if clinic and len(clinic.short) <= _MOST_LETTERS else ""
    return tuple(part for part in (name, clinic.urgent_phone) if part) if clinic else ()
