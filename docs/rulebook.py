"""Write docs/rules.md from the rules themselves and from what they find: `make rules`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from brochures import pipeline, shipped
from brochures.errors import Problem, SourceError
from brochures.reading.catalogue import check_content
from brochures.reading.source import Source, read_yaml
from brochures.rules import RULES
from brochures.rules.authorities import AUTHORITIES
from brochures.rules.language.readability import topic_grade, topic_smog
from brochures.rules.rule import CONCERNS, Rule

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "tests" / "content" / "article.yaml"
TODAY = date(2026, 11, 22)
LENT = ("serious_risks", "who_should_not", "urgent")
HEAD = """# The rules

What is asked of a piece before it is given to a patient. Made by `make rules` from the rules themselves; none of it
is written by hand.

`brochures check` runs them over each subject as it will be printed: in the clinic's own words, for its place. What
they find has its place in content.yaml or clinic.yaml, and the way out. An **error** refuses every piece of the
subject; a **warning** is told; what is **off** is asked where a clinic wants it. clinic.yaml sets severities by id:

```yaml
rules:
  not-approved: error    # nothing leaves that no clinician approved
  grade-high: error
```

Rules of **safety** can be raised, never lowered. `brochures rules` lists what holds for a clinic; `--json`, `--sarif`
and `--github` of `check` give findings to programs. What a file cannot even say is refused when it is read, before any
rule: a statement without a source, a source that is not in the list, a topic without risks, urgent signs or those who
should not have it. A place may also refuse a subject by its name (`name-not-allowed`) or a format (`format-withheld`):
see [profiles](profiles.md).

The rules read words; they do not understand them. What they pass may still be wrong, and whoever signs still reads it.
"""


def page() -> str:
    """All of docs/rules.md."""
    sections = (HEAD, _measured(), *_concerns(), _article(), _authorities())
    return "\n".join(sections)


def _measured() -> str:
    sources, easy = (pipeline.read(pipeline.Selection(easy=easy)) for easy in (False, True))
    rows = []
    for name in sources.content.value.subject_names:
        card, brochure, _ = pipeline.score(sources, name, TODAY)
        case, easier = (pipeline.case_of(way, name, TODAY) for way in (sources, easy))
        grades = (topic_grade(case), topic_grade(easier), topic_smog(case))
        figures = [f"{value:.1f}" if value is not None else "–" for value in grades]
        cards = {one.instrument.name: one for one in card.cards}
        pemat, cci = cards["pemat"], cards["cci"]
        scores = (pemat.machine("understandability"), pemat.machine("actionability"), cci.machine())
        asked = [f"{score.percent:.0f} ({score.met} of {score.applicable})" for score in scores]
        rows.append((f"`{name}` {brochure.version_id}", *figures, *asked))
    published = ("texts on toxins online, mean (Barbarite 2020)", "10.7", "", "", "62.8", "36.2", "")
    head = ("subject", "FKGL", "with `--easy`", "SMOG", "PEMAT-P understandability", "actionability", "CDC Index")
    return (
        "## What is measured\n\n"
        + _table(head, (*rows, published))
        + "\nGrades are of the whole text, names of drugs exempt, items of lists read as sentences. Scores are of the "
        "items that the machine decides, in percent; the published ones are of all items, decided by people, so they "
        "are no like for like. `brochures scorecard` shows every item, with what people have to decide.\n"
    )


def _concerns() -> Iterator[str]:
    for concern, title in CONCERNS.items():
        rows = (_row(rule) for rule in RULES.values() if rule.concern == concern)
        yield f"## {title}\n\n" + _table(("rule", "severity", "what is asked", "way out", "source"), rows)


def _row(rule: Rule) -> tuple[str, ...]:
    severity = f"{rule.severity}, safety" if rule.safety else rule.severity
    return f"`{rule.id}`", severity, rule.asks, rule.way_out, ", ".join(rule.authority)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"


def _article() -> str:
    missing, found = article_problems()
    counts = Counter(problem.code for problem in found)
    severities = {problem.code: problem.severity for problem in found}
    firsts = {problem.code: problem.message for problem in reversed(found)}
    rows = [(f"`{name}`", severities[name], str(number), firsts[name]) for name, number in counts.most_common()]
    return (
        "## The article that the pieces began with\n\n"
        "Poured into a topic as it stands (`tests/content/article.yaml`), it cannot even be read: it has no "
        f"{', no '.join(missing)}. With those three parts lent to it from the Botox topic, the rules find:\n\n"
        + _table(("rule", "severity", "times", "for example"), rows)
    )


def article_problems() -> tuple[list[str], list[Problem]]:
    """What the article lacks to be a topic, and what the rules find once that was lent to it."""
    source = read_yaml(ARTICLE)
    missing: list[str] = []
    try:
        check_content(source)
    except SourceError as error:
        missing = sorted(problem.message.split("`")[-2] for problem in error.problems)
    sources = pipeline.read(pipeline.Selection())
    content = check_content(_lent(source))
    whole = replace(sources, content=content, base=content)
    return missing, list(pipeline.judge(whole, ("article",), TODAY)["article"])


def _lent(source: Source) -> Source:
    """The article with the safety parts of the shipped topic."""
    base: Any = read_yaml(shipped.content_file()).data
    data: Any = source.data
    botox = base["topics"]["botox"]
    article = {**data["topics"]["article"], **{part: botox[part] for part in LENT}}
    return replace(source, data={"sources": {**base["sources"], **data["sources"]}, "topics": {"article": article}})


def _authorities() -> str:
    used = {key for rule in RULES.values() for key in rule.authority}
    rows = ((key, entry.body, f"[{entry.title}]({entry.address})") for key, entry in AUTHORITIES.items() if key in used)
    return "## Sources\n\n" + _table(("key", "body", "title"), rows)


if __name__ == "__main__":
    (HERE / "rules.md").write_text(page(), encoding="utf-8")
