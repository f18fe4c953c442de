"""All value types of the project: their patterns are tested on texts made to hold them up.

The pattern of any other type is a caller's, and runs under the limit ``seconds_per_pattern``.
"""

from typing import Any, Final

from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.bic import BIC
from chorus_ocr.values.currency import CURRENCY
from chorus_ocr.values.date import DATE
from chorus_ocr.values.duration import DURATION
from chorus_ocr.values.iban import IBAN
from chorus_ocr.values.identifier import REFERENCE, SERVICE
from chorus_ocr.values.parsed import ValueType
from chorus_ocr.values.rate import RATE, RATE_BARE
from chorus_ocr.values.siren import SIREN
from chorus_ocr.values.siret import SIRET
from chorus_ocr.values.tva import TVA
from chorus_ocr.values.words import FACTOR, LIGNES_TVA, MENTION, MODE_PAIEMENT, TYPE_FACTURE, TYPE_TVA

OWN_TYPES: Final[tuple[ValueType[Any], ...]] = (
    AMOUNT,
    BIC,
    CURRENCY,
    DATE,
    DURATION,
    FACTOR,
    IBAN,
    LIGNES_TVA,
    MENTION,
    MODE_PAIEMENT,
    RATE,
    RATE_BARE,
    REFERENCE,
    SERVICE,
    SIREN,
    SIRET,
    TVA,
    TYPE_FACTURE,
    TYPE_TVA,
)

OWN_PATTERNS: Final = frozenset(kind.pattern for kind in OWN_TYPES)
