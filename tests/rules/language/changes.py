"""Faults of language, put into the shipped content."""

from tests.rules.judging import Change, Data


def said(role: str, *texts: str, subject: str = "botox") -> Change:
    """More sentences in the section of this role."""

    def change(data: Data) -> None:
        section = next(one for one in data["topics"][subject]["sections"] if one["role"] == role)
        section["text"] += [{"text": text, "sources": ["S79"]} for text in texts]

    return change


def listed(part: str, *texts: str, subject: str = "botox") -> Change:
    """More items in a list."""

    def change(data: Data) -> None:
        items = data["topics"][subject][part]
        items += [{"text": text, "sources": ["S79"]} for text in texts]

    return change


def signs(*texts: str) -> Change:
    """More urgent signs."""

    def change(data: Data) -> None:
        data["topics"]["botox"]["urgent"]["emergency"] += [{"text": text, "sources": ["S81"]} for text in texts]

    return change


def eased(text: str) -> Change:
    """An easier wording with these words."""

    def change(data: Data) -> None:
        variant = {"part": "unknowns", "about": "Easier", "easy": True, "text": [{"text": text, "sources": ["S81"]}]}
        data["topics"]["botox"]["variants"]["unknowns-hard"] = variant

    return change
