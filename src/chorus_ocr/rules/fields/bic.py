"""BIC of the bank to pay to."""

from chorus_ocr.recognition.field import FieldRule, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import bic

BIC: FieldRule[str] = FieldRule(
    name="bic",
    label="Paiement : BIC",
    aliases=(
        "BIC",
        "code BIC",
        "BIC / SWIFT",
        "code BIC / SWIFT",
        "SWIFT",
        "code SWIFT",
        "SWIFT / BIC",
        "BIC n°",
        "BIC SWIFT",
        "BIC (SWIFT)",
        "adresse SWIFT",
    ),
    value=bic.BIC,
    rivals=Rivals.AMBIGUOUS,
    source=OURS,
    examples=(
        ("BIC : AGRIFRPP882", "AGRIFRPP882"),
        ("Code BIC/SWIFT: BNPAFRPPXXX", "BNPAFRPPXXX"),
    ),
    counter_examples=(
        "BIC : ALEXINUX",
        "BICYCLE : SOGEFRPP",
    ),
)
