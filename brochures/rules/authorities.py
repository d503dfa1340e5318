"""Where the rules come from: guides, instruments, laws and rulings, by key. Floor 3."""

from typing import Final, NamedTuple


class Authority(NamedTuple):
    """Who says so, in what, and where it is read."""

    body: str
    title: str
    address: str


AUTHORITIES: Final[dict[str, Authority]] = {
    "ama-nih": Authority(
        "American Medical Association and National Institutes of Health",
        "Reading level of patient materials, as cited in Aesthetic Plastic Surgery 2021",
        "https://doi.org/10.1007/s00266-021-02675-9",
    ),
    "kincaid-1975": Authority(
        "Kincaid, Fishburne, Rogers and Chissom",
        "Derivation of new readability formulas for Navy enlisted personnel, 1975",
        "https://stars.library.ucf.edu/istlibrary/56/",
    ),
    "cap-12.12": Authority(
        "UK Advertising Standards Authority",
        "Healthcare: Prescription-only medicine (CAP Code rule 12.12)",
        "https://www.asa.org.uk/advice-online/healthcare-prescription-only-medicine.html",
    ),
    "asa-ie": Authority(
        "Advertising Standards Authority, Ireland",
        "Complaint Health and Beauty 19 (Code sections 3.10 and 11.16)",
        "https://adstandards.ie/complaint/health-and-beauty-19/",
    ),
    "tga-2023": Authority(
        "Therapeutic Goods Administration, Australia",
        "Advertising health services and cosmetic injections: questions and answers",
        "https://www.tga.gov.au/how-we-regulate/advertising/how-advertise/special-topic-pages/"
        "advertising-health-services-and-cosmetic-injections-frequently-asked-questions-and-answers",
    ),
    "yellow-card": Authority(
        "Medicines and Healthcare products Regulatory Agency",
        "What to report to the Yellow Card scheme",
        "https://yellowcard.mhra.gov.uk/what-to-report",
    ),
    "hse-112": Authority(
        "Health Service Executive, Ireland",
        "When to call 112 or 999",
        "https://www2.hse.ie/emergencies/when-to-call-112-or-999/",
    ),
    "nhs-consent": Authority(
        "NHS Ayrshire and Arran",
        "Consent policy 3.4: version and date of a leaflet, and review at least every three years",
        "https://rightdecisions.scot.nhs.uk",
    ),
    "staywell": Authority(
        "StayWell (Krames)",
        "Content policy: every text is reviewed again within 24 months",
        "https://bjsph.org/Health-Library/View-Content?contentTypeId=23&contentId=MedicalContentv3",
    ),
    "barbarite-2020": Authority(
        "Barbarite and others",
        "Online texts on botulinum toxin, Aesthetic Surgery Journal 2020;40:NP636",
        "https://doi.org/10.1093/asj/sjaa168",
    ),
    "bjgp-2018": Authority(
        "British Journal of General Practice",
        "Posters and leaflets in waiting rooms, 2018;68:e869",
        "https://bjgp.org/content/68/677/e869",
    ),
    "fda-letters": Authority(
        "US Food and Drug Administration",
        "Letters of 2000 to 2003 on advertisements of a botulinum toxin, as reported",
        "https://www.drugs.com/news/cber-warns-allergan-again-botox-ads-3336.html",
    ),
    "fda-fillers": Authority(
        "US Food and Drug Administration",
        "Dermal filler do’s and don’ts: approved uses, and areas that are not",
        "https://www.fda.gov/consumers/consumer-updates/dermal-filler-dos-and-donts-wrinkles-lips-and-more",
    ),
    "fda-boxed-warning": Authority(
        "US Food and Drug Administration",
        "Labels of the botulinum toxins: boxed warning on distant spread of toxin effect",
        "https://nctr-crs.fda.gov/fdalabel/services/spl/set-ids/485d9b71-6881-42c5-a620-a4360c7192ab/spl-doc",
    ),
    "cfr-202-1": Authority(
        "US Code of Federal Regulations",
        "21 CFR 202.1(e): fair balance of benefits and risks; binds makers, and is the measure for others",
        "https://www.ecfr.gov/current/title-21/chapter-I/subchapter-C/part-202/section-202.1",
    ),
    "ftc-health": Authority(
        "US Federal Trade Commission",
        "Claims on health need evidence in hand; photographs must be typical: a guide for clinics",
        "https://insidemedspa.com/guide/medspa-advertising-compliance/",
    ),
    "texas-board": Authority(
        "Texas Medical Board",
        "22 TAC 165.1: misleading advertisements, as restated for clinics",
        "https://medspastandards.com/blog/texas/texas-med-spa-advertising-compliance-fda-ftc",
    ),
    "california-board": Authority(
        "Medical Board of California",
        "Advertising rules: no guaranteed, painless or risk-free, as restated for clinics",
        "https://medspastandards.com/blog/california/california-med-spa-advertising-rules",
    ),
    "discern": Authority(
        "DISCERN",
        "Instrument for judging written information on treatment choices: benefits, risks, no treatment",
        "https://www.jabfm.org/highwire/markup/13193/expansion",
    ),
    "ipdas": Authority(
        "International Patient Decision Aid Standards Collaboration",
        "Minimum standards: options in equal detail, positive and negative features",
        "https://pubmed.ncbi.nlm.nih.gov/23963501/",
    ),
    "paab": Authority(
        "Pharmaceutical Advertising Advisory Board",
        "Guidance on indication and fair balance: place and size of risk information",
        "https://www.paab.ca/resources/guidance-on-indication-and-fair-balance-font-size/",
    ),
    "trademark-letter": Authority(
        "Allergan",
        "Letter on the use of the Botox trademark: with its mark, never as a verb or plural",
        "http://lucire.com/insider/20080627/its-ofcial-you-cant-get-botoxed-any-more/",
    ),
    "cdc-toxin": Authority(
        "Centers for Disease Control and Prevention",
        "Botulinum toxin injections: brands, and where it is safe to have them",
        "https://www.cdc.gov/botulism/prevention/botulinum-toxin-injections.html",
    ),
    "option-grid": Authority(
        "Option Grid Collaborative",
        "About the grids: questions in rows, options in columns, every one answered",
        "https://optiongrid.org/option-grids/about-the-grids",
    ),
    "crawford-1984": Authority(
        "Crawford",
        "A Spanish-language Fry-type readability procedure: elementary level, 1984",
        "https://www.spanishreadability.com/the-crawford-score-for-spanish-texts",
    ),
    "smog-1969": Authority(
        "McLaughlin",
        "SMOG grading: a new readability formula, Journal of Reading 1969;12:639",
        "http://www.harrymclaughlin.com/SMOG.htm",
    ),
    "nhs-reading-age": Authority(
        "NHS",
        "Content guide, how we write: a reading age of 9 to 11, where that cannot be 11 to 14",
        "https://service-manual.nhs.uk/content/how-we-write",
    ),
    "aafp-2015": Authority(
        "American Family Physician",
        "Health literacy in primary care, 2015;92:118: grade 5 to 6 for patient materials",
        "https://www.aafp.org/pubs/afp/issues/2015/0715/p118.html",
    ),
    "govuk-25": Authority(
        "UK Government Digital Service",
        "Sentence length: why 25 words is our limit",
        "https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/",
    ),
    "cdc-clear-writing": Authority(
        "Centers for Disease Control and Prevention",
        "Clear writing: say it at once, in the active voice, to `you`",
        "https://www.cdc.gov/nceh/clearwriting/mod2/index.html",
    ),
    "cdc-thesaurus": Authority(
        "Centers for Disease Control and Prevention",
        "Plain language thesaurus for health communications",
        "https://info.5y1.org/go-away-thesaurus_1_aff581.html",
    ),
    "pemat": Authority(
        "Agency for Healthcare Research and Quality",
        "PEMAT for print: everyday words, terms defined, active voice, clear numbers, the reader addressed",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5839932/table/T1",
    ),
    "cdc-index": Authority(
        "Centers for Disease Control and Prevention",
        "Clear Communication Index: active voice, words explained, lists of up to 7, one denominator",
        "https://www.cdc.gov/ccindex/widget.html",
    ),
}
