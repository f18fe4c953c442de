"""BIC: no key, so that the words of invoices that have its shape must be kept out."""

import pytest

from chorus_ocr.values.bic import BIC
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, raws

MATCH = [
    ("BNPAFRPP", "BNPAFRPP"),
    ("BNPAFRPPXXX", "BNPAFRPPXXX"),
    ("BNPA FR PP XXX", "BNPAFRPPXXX"),
    ("BNPA FR PP", "BNPAFRPP"),
    ("BNPAFRPP XXX", "BNPAFRPPXXX"),
    ("AGRI FR PP 845", "AGRIFRPP845"),
    ("AGRIFRPP845", "AGRIFRPP845"),
    ("PSSTFRPPPAR", "PSSTFRPPPAR"),
    ("CMCIFR2A", "CMCIFR2A"),
    ("CMCI- FR2A", "CMCIFR2A"),  # hyphenated at a line end
    ("FIDCFR21XXX", "FIDCFR21XXX"),
    ("CFMOMCMX", "CFMOMCMX"),
    ("BNPANCNX", "BNPANCNX"),
    ("SOGPPFTP", "SOGPPFTP"),
    ("DEUTDEFF", "DEUTDEFF"),
    ("BYLADEM1001", "BYLADEM1001"),
    ("GENODEF1M04", "GENODEF1M04"),
    ("KREDBEBB", "KREDBEBB"),
    ("TRWIBEB1XXX", "TRWIBEB1XXX"),
    ("AIBKIE2D", "AIBKIE2D"),
    ("CITIUS33", "CITIUS33"),
]

IN_TEXT = [
    ("BIC : CMCIFRPP", ["CMCIFRPP"]),
    ("BIC/SWIFT: CCBPFRPPBDX – RIB", ["CCBPFRPPBDX"]),
    ("BICCMCIFR2A", ["CMCIFR2A"]),  # the keyword glued to it: « BICC MC IF R2A » would be a bank of Monaco
    ("SWIFTBREDFRPP", ["BREDFRPP"]),
    ("SOGEFRPP EUR", ["SOGEFRPP"]),
    ("SOGE FR PP TEL 01", ["SOGEFRPP"]),
    ("BREDFRPPXXX.", ["BREDFRPPXXX"]),
]

#: Words, names and towns: two are valid to a checker that knows only the shape and a list of countries.
NO_MATCH = [
    "ALEXINUX",
    "SERVICES",
    "VIREMENT",
    "PAIEMENT",
    "DOCUMENT",
    "BATIMENT",
    "MONSIEUR",
    "PREMIERE",
    "BANCAIRE",
    "AGRICOLE",
    "CONTROLE",
    "RESULTAT",
    "VENDREDI",
    "MERCREDI",
    "CHAMBERY",
    "POITIERS",
    "BESANCON",
    "CHIFFRES",
    "TRANCHES",
    "FAMILIAL",
    "INCIDENT",
    "DEUTSCHE",
    "FOURNISSEUR",
    "FACTURATION",
    "PAIX DE LA",
    "IBAN FR76",
    "IBAN FR76 3000 3954 8066",
    "IBANFR76",
    "agrifrpp",
    "Bnpafrpp",
    "XBREDFRPP",
    "BREDFRPPX",
    "BREDFRPP1234",
    "BIC_MONCOMPTE",
    "FA-BREDFRPPé",
]


@pytest.mark.parametrize(("text", "value"), MATCH)
def test_code_is_read(text: str, value: str) -> None:
    assert raws(BIC, text) == [text]
    assert BIC.parse(text) == Parsed(value)


@pytest.mark.parametrize(("text", "values"), IN_TEXT)
def test_code_in_its_cell(text: str, values: list[str]) -> None:
    assert found(BIC, text) == values


@pytest.mark.parametrize("text", NO_MATCH)
def test_word_is_refused(text: str) -> None:
    assert raws(BIC, text) == []


@pytest.mark.parametrize(
    "text", ["", "ALEXINUX", "SERVICES", "bnpafrpp", "BNPAFRP", "BNPAFRPPX", "BNPAFRPPO", "AGRIF2PP"]
)
def test_fault_is_the_format(text: str) -> None:
    assert BIC.parse(text) == Parsed(None, "format")
