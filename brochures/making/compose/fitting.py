"""The one loop: tries the ladder until a plan fits, measuring at most once for each size of type. Floor 4."""

from collections.abc import Callable, Iterable
from functools import partial

from brochures.errors import Problem
from brochures.making.compose.bifold import Bifold
from brochures.making.compose.card import WalletCard
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.dealing import Misfit, Sparse
from brochures.making.compose.folded import Folded
from brochures.making.compose.handout import Handout
from brochures.making.compose.large import LINE_MM as LARGE_LINE_MM
from brochures.making.compose.large import LargePrint
from brochures.making.compose.large_bifold import LargeBifold
from brochures.making.compose.phone import Phone
from brochures.making.compose.plan import Plan, Request
from brochures.making.compose.poster import Poster
from brochures.making.compose.rack_card import RackCard
from brochures.making.compose.slides import Slides
from brochures.making.compose.stamping import stamped
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.folds import FOLDS
from brochures.model.formats import EditionName, FormatName, Paper, PaperName, paper_of

Measure = Callable[[str, str, list[Request]], tuple[float, ...]]
"""Format name, `normal`, `floor` or `large` type, blocks with widths: their heights in millimetres, in order."""

_PLANS: dict[FormatName, Callable[[Brochure, Paper, EditionName], Plan]] = {
    "trifold": partial(Folded, "trifold"),
    "zfold": partial(Folded, "zfold"),
    "bifold": Bifold,
    "handout": Handout,
    "comparison": ComparisonSheet,
    "rack-card": RackCard,
    "card": WalletCard,
    "poster": Poster,
    "slide": Slides,
    "phone": Phone,
}
_LARGE: dict[FormatName, Callable[[Brochure, Paper, EditionName], Plan]] = {
    "bifold": LargeBifold,
    "handout": partial(LargePrint, "handout"),
    "comparison": partial(LargePrint, "comparison"),
    "phone": partial(Phone, large=True),
}


def plan_of(
    brochure: Brochure, name: FormatName, paper: PaperName, edition: EditionName, *, large: bool = False
) -> Plan:
    """The plan of this brochure in this format; `large` in large print, for formats that have it."""
    plans = _LARGE if large else _PLANS
    return plans[name](brochure, paper_of(paper), edition)


def fit(plan: Plan, measure: Measure) -> Document | tuple[Problem, ...]:
    """The document at the first rung where everything fits, or what is too long at the last.

    Spacing first, then type down to its floor; two measuring layouts at most.
    """
    requests = _once(plan.requests())
    heights: dict[Request, float] = {}
    measured = ""
    misfits: tuple[Misfit, ...] = ()
    for rung in plan.rungs:
        if rung.type_size != measured:
            measured = rung.type_size
            found = measure(plan.format.name, measured, requests)
            heights = dict(zip(requests, found, strict=True))
        tried = plan.compose(heights, rung)
        if isinstance(tried, Document):
            return stamped(tried, plan.brochure)
        if isinstance(tried, Sparse):
            return (_too_little(plan, tried),)
        misfits = tried
    return tuple(_problem(plan, misfit) for misfit in misfits)


def _once(requests: Iterable[Request]) -> list[Request]:
    return list(dict.fromkeys(requests))


def _too_little(plan: Plan, sparse: Sparse) -> Problem:
    return Problem(
        "too-little",
        f"there is too little text for this format: {', '.join(sparse.labels)} would be nearly empty",
        "print it as a handout, or add sections",
        piece=plan.name,
        severity="warning",
    )


def _problem(plan: Plan, misfit: Misfit) -> Problem:
    line = LARGE_LINE_MM if isinstance(plan, LargePrint) else plan.format.line_mm
    lines = max(1, round(misfit.over_mm / line + 0.49))
    longest = ", ".join(f"“{title}”" for title in misfit.largest)
    out = "mark detail as `depth: more`, shorten it, or " if plan.format.name in FOLDS else "shorten it, or "
    return Problem(
        "too-long",
        f"{misfit.label} is over by {lines} line{'s' if lines > 1 else ''} at the smallest type"
        + (f"; longest there: {longest}" if longest else ""),
        f"{out}use a larger format" if plan.format.name != "comparison" else "shorten the answers of these questions",
        piece=plan.name,
    )
