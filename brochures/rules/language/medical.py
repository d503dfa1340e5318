"""Medical terms that need a word of explanation, and letters that everybody knows: tables. Floor 3."""

from typing import Final

TERMS: Final = (
    "allergen",
    "anaphylaxis",
    "anaphylactic",
    "autoimmune",
    "autologous",
    "biodegradable",
    "biofilm",
    "biologic",
    "biostimulator",
    "biostimulatory",
    "blepharospasm",
    "blepharoplasty",
    "botulism",
    "cannula",
    "cervical dystonia",
    "chronic migraine",
    "corticosteroid",
    "dermatochalasis",
    "dynamic line",
    "dynamic wrinkle",
    "embolism",
    "frontalis",
    "glabella",
    "glabellar",
    "granuloma",
    "hyperhidrosis",
    "hyperpigmentation",
    "hypertrophic scar",
    "immunosuppressant",
    "immunosuppressed",
    "keloid",
    "lateral canthal lines",
    "lipoatrophy",
    "lipodystrophy",
    "marionette line",
    "masseter",
    "nasolabial fold",
    "nasolabial",
    "nerve block",
    "neuromodulator",
    "neuromuscular",
    "neurotoxin",
    "neurotransmitter",
    "acetylcholine",
    "occlusion",
    "off-label",
    "off label",
    "orbicularis",
    "perioperative",
    "placebo",
    "platysma",
    "platysmal",
    "prilocaine",
    "procerus",
    "reconstitute",
    "rheology",
    "sebaceous",
    "spasticity",
    "static wrinkle",
    "static line",
    "strabismus",
    "tear trough",
    "thrombosis",
    "Tyndall effect",
    "vasovagal",
    "vial",
    "viscosity",
)
"""Terms without a plain word of the same meaning; drugs and substances are names, and are not among them."""

_LETTERS: Final = (
    "AIDS ALS CT COVID DNA EU FDA GP HIV ID MRI NHS OK PDF QR SMS SPF TV UK US USA UV"
    # Degrees and titles behind a name
    " BSc DDS DMD DO MBBS MD MSc NP PA PhD RGN RN"
    # Numerals, and words that are set in capitals
    " II III IV VI VII AND BE CALL DO DON GET HELP IF IN IS IT NEVER NO NOT NOW ON OR STOP THE TO YES YOU"
)
SHORT_AS_WORDS: Final = frozenset(_LETTERS.split())
"""Better known by their letters than in full."""
