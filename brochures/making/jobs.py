"""The work of one worker: a production is opened once, and then makes piece after piece. Floor 4.

Everything here can be sent to another process or machine, and asks for nothing but what it is given.
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brochures.errors import StyleFault
from brochures.making.production import Production
from brochures.making.products import Fitted, Product, Shop
from brochures.model.formats import EditionName, FormatName, PaperName

if TYPE_CHECKING:
    from brochures.model.brochure import Brochure


@dataclass(frozen=True, slots=True)
class Job:
    """One piece to make; one that was `fitted` before needs no brochure. `called` is the name of its file."""

    called: str
    format: FormatName
    paper: PaperName
    edition: EditionName
    large: bool = False
    brochure: "Brochure | None" = None
    fitted: Fitted | None = None


def open_shop(shop: Shop) -> Production:
    """A production for all pieces of one run.

    Raises:
        StyleFault: this machine does not have what pieces are made of, and would make others.
    """
    folders = [shop.styles, shop.templates, *([shop.clinic_folder] if shop.clinic_folder else [])]
    for path in (*folders, *(face.path for face in shop.look.faces)):
        if not path.exists():
            raise StyleFault(f"{path} is not there: every machine must see the same folders under the same names")
    return Production(shop.look, shop.styles, shop.templates, shop.clinic_folder, shop.print_profile)


def make(production: Production, job: Job) -> Product:
    """The piece, or the problems for which it is withheld.

    Raises:
        TypeError: the job has neither a brochure nor what was fitted before.
    """
    if job.fitted is not None:
        return production.produce_again(job.fitted, job.called)
    if job.brochure is None:
        raise TypeError(f"{job.called}: nothing to make it from")
    return production.produce(job.brochure, job.format, job.paper, job.edition, large=job.large, called=job.called)


def fitted(product: Product, job: Job, shop: Shop) -> Fitted | None:
    """What need not be worked out again for this piece; nothing of one that was withheld, or was fitted before."""
    if job.fitted is not None or product.document is None or not product.pdf:
        return None
    digest = hashlib.sha256(product.attempt).hexdigest()
    brochure = job.brochure if product.document.edition == "press" else None
    return Fitted(
        product.document, product.page, digest, product.problems, shop, () if brochure else product.extras, brochure
    )
