"""Invoices that the checks of the amounts trip on, and such that they do not."""

from rules.checks.bills import LINES, Case, Lines, case, with_, without

_TWO_RATES = with_(
    without(LINES, "tax"),
    rate="TVA 20 % : 200,00 €",
    rate_too="TVA 10 % : 20,00 €",
    gross="Total TTC : 1 420,00 €",
    due="Net à payer : 1 420,00 €",
)
_EXEMPT = with_(
    without(LINES, "rate"),
    tax="Total TVA : 0,00 €",
    gross="Total TTC : 1 200,00 €",
    due="Net à payer : 1 200,00 €",
)
_MENTION = "TVA non applicable, art. 293 B du CGI"
_CREDIT_NOTE = with_(
    without(LINES, "term", "mode", "iban", "bic", "discount", "penalties", "indemnity"),
    title="AVOIR N° AV-2026-0412 sur la facture n° FA-2026-0400",
    net="Total HT : -1 200,00 €",
    rate="TVA 20 % : -240,00 €",
    tax="Total TVA : -240,00 €",
    gross="Total TTC : -1 440,00 €",
    due="Net à déduire : -1 440,00 €",
)
_BARE = {name: text.replace(" €", "") for name, text in LINES.items() if name not in ("legal", "indemnity")}
"""The invoice without any currency."""
_TWO_BASES = with_(
    LINES,
    rate="TVA 20 % sur 1 000,00 € : 200,00 €",
    rate_too="TVA 10 % sur 200,00 € : 20,00 €",
    tax="Total TVA : 220,00 €",
    gross="Total TTC : 1 420,00 €",
    due="Net à payer : 1 420,00 €",
)


def _taxed(rate: str, tax: str, gross: str) -> Lines:
    """Return the invoice at another rate."""
    return with_(
        LINES,
        rate=f"TVA {rate} % : {tax} €",
        tax=f"Total TVA : {tax} €",
        gross=f"Total TTC : {gross} €",
        due=f"Net à payer : {gross} €",
    )


CASES: tuple[Case, ...] = (
    case("MNT01", "absent", without(LINES, "net", "rate", "tax"), LINES, "montant_ht"),
    case("MNT01", "inferred", without(LINES, "net"), LINES, "montant_ht"),
    case(
        "MNT01",
        "near",
        with_(without(LINES, "tax", "rate"), net="Sous-total : 1 100,00 €"),
        with_(LINES, net="Montant hors taxes : 1 200,00 €"),
        "montant_ht",
    ),
    case("MNT02", "inferred", _TWO_RATES, with_(_TWO_RATES, tax="Total TVA : 220,00 €"), "montant_tva"),
    case(
        "MNT02",
        "absent",
        with_(without(LINES, "rate", "tax", "net"), kind="TVA acquittée sur les débits"),
        without(LINES, "rate", "tax", "net"),
        "montant_tva",
    ),
    case(
        "MNT02",
        "near",
        with_(
            without(LINES, "rate", "gross", "net", "due"),
            kind="TVA acquittée sur les débits",
            tax="Taux de TVA : 12,00",
        ),
        LINES,
        "montant_tva",
    ),
    case("MNT03", "absent", without(LINES, "net", "rate", "tax", "gross", "due", "legal"), LINES, "montant_ttc"),
    case("MNT03", "inferred", without(LINES, "gross"), LINES, "montant_ttc"),
    case("MNT03", "near", without(LINES, "net", "rate", "tax", "gross", "due"), LINES, "montant_ttc"),
    case("MNT04", "absent", without(LINES, "gross", "due"), without(_CREDIT_NOTE, "due"), "montant_a_payer"),
    case("MNT04", "inferred", without(LINES, "due"), LINES, "montant_a_payer"),
    case(
        "MNT04",
        "near",
        with_(without(LINES, "gross"), due="Net à payer précédent : 1 440,00 €"),
        LINES,
        "montant_a_payer",
    ),
    case(
        "MNT05",
        "gap",
        with_(LINES, gross="Total TTC : 1 445,00 €", due="Net à payer : 1 445,00 €"),
        with_(LINES, gross="Total TTC : 1 440,02 €", due="Net à payer : 1 440,02 €"),
        "montant_ttc",
    ),
    case(
        "MNT06",
        "tax",
        with_(_TWO_RATES, tax="Total TVA : 230,00 €", gross="Total TTC : 1 430,00 €", due="Net à payer : 1 430,00 €"),
        with_(_TWO_RATES, tax="Total TVA : 220,00 €"),
        "lignes_tva",
    ),
    case(
        "MNT06",
        "base",
        with_(_TWO_BASES, net="Total HT : 1 300,00 €", gross="Total TTC : 1 520,00 €", due="Net à payer : 1 520,00 €"),
        _TWO_BASES,
        "lignes_tva",
    ),
    case(
        "MNT07",
        "row",
        with_(
            LINES,
            rate="TVA 20 % sur 1 200,00 € : 250,00 €",
            tax="Total TVA : 250,00 €",
            gross="Total TTC : 1 450,00 €",
            due="Net à payer : 1 450,00 €",
        ),
        with_(LINES, rate="TVA 20 % sur 1 200,00 € : 240,00 €"),
        "lignes_tva",
    ),
    case(
        "MNT07",
        "total",
        with_(
            LINES,
            rate="TVA 20 % : 250,00 €",
            tax="Total TVA : 250,00 €",
            gross="Total TTC : 1 450,00 €",
            due="Net à payer : 1 450,00 €",
        ),
        with_(
            LINES,
            rate="TVA 20 % : 240,30 €",
            tax="Total TVA : 240,30 €",
            gross="Total TTC : 1 440,30 €",
            due="Net à payer : 1 440,30 €",
        ),
        "lignes_tva",
    ),
    case("MNT08", "unknown", _taxed("21", "252,00", "1 452,00"), _taxed("20,00", "240,00", "1 440,00"), "lignes_tva"),
    case(
        "MNT09",
        "overseas",
        _taxed("8,5", "102,00", "1 302,00"),
        with_(_taxed("8,5", "102,00", "1 302,00"), client_address="1 place de la Mairie, 97400 Saint-Denis"),
        "lignes_tva",
    ),
    case(
        "MNT09",
        "corsica",
        _taxed("0,9", "10,80", "1 210,80"),
        with_(_taxed("0,9", "10,80", "1 210,80"), client_address="1 place de la Mairie, 20200 Bastia"),
        "lignes_tva",
    ),
    case(
        "MNT09",
        "pacific",
        _taxed("16", "192,00", "1 392,00"),
        with_(_taxed("13", "156,00", "1 356,00"), client_address="1 place de la Mairie, 98713 Papeete"),
        "lignes_tva",
    ),
    case("MNT09", "past", _taxed("19,6", "235,20", "1 435,20"), _taxed("10", "120,00", "1 320,00"), "lignes_tva"),
    case("MNT10", "point", with_(LINES, gross="Total TTC : 1440.00 €"), LINES, "montant_ttc"),
    case(
        "MNT11",
        "more",
        with_(LINES, due="Net à payer : 1 500,00 €"),
        with_(LINES, due="Net à payer : 1 500,00 €", before="Report de la facture de février : 60,00 €"),
        "montant_a_payer",
    ),
    case("MNT12", "absent", _BARE, {**_BARE, "currency": "Montants exprimés en euros"}, "devise"),
    case("MNT12", "unread", {**_BARE, "currency": "Devise : MAD"}, {**_BARE, "currency": "Devise : EUR"}, "devise"),
    case(
        "MNT12",
        "rivals",
        {**_BARE, "currency": "Montants en EUR ou CHF"},
        {**_BARE, "currency": "Montants en EUR ou CHF", "gross": "Total TTC : 1 440,00 EUR"},
        "devise",
    ),
    case("MNT13", "unknown", {**_BARE, "currency": "Devise : ERU"}, {**_BARE, "currency": "Devise : EUR"}, "devise"),
    case("MNT14", "zero", _EXEMPT, with_(_EXEMPT, mention=_MENTION), "motif_exoneration"),
    case(
        "MNT14",
        "small",
        with_(_EXEMPT, legal="Micro-entreprise, SIREN 123 456 782"),
        with_(LINES, legal="Micro-entreprise, SIREN 123 456 782"),
        "motif_exoneration",
    ),
    case(
        "MNT15",
        "mixed",
        with_(_CREDIT_NOTE, tax="Total TVA : 240,00 €", rate="TVA à 20 %"),
        _CREDIT_NOTE,
        "montant_tva",
    ),
    case(
        "MNT16",
        "rivals",
        with_(without(LINES, "net", "rate", "tax", "due"), other="Total TTC : 1 500,00 €"),
        with_(without(LINES, "net", "rate", "tax", "due"), other="Reste à payer : 500,00 €"),
        "montant_ttc",
    ),
)
