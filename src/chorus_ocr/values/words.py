"""Value types of fields whose values are words of the page, or are put together from several places of it.

>>> parse_mode("Virement bancaire").value
<ModePaiement.VIREMENT: 'VIREMENT'>
"""

import re
from typing import Never

from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.portal import LigneTva, ModePaiement, TypeFacture, TypeTva

_NOTHING = re.compile(r"(?!)")

_MODES = (
    ("vir", ModePaiement.VIREMENT),
    ("prelevement", ModePaiement.PRELEVEMENT),
    ("prélèvement", ModePaiement.PRELEVEMENT),
    ("cheque", ModePaiement.CHEQUE),
    ("chèque", ModePaiement.CHEQUE),
    ("especes", ModePaiement.ESPECE),
    ("espèces", ModePaiement.ESPECE),
    ("carte bancaire", ModePaiement.AUTRE),
    ("mandat", ModePaiement.AUTRE),
)
_MODE = re.compile(
    r"(?:par\s+)?(?:virements?|vir\.?|pr[ée]l[èe]vements?|ch[èe]ques?|esp[èe]ces?|carte bancaire|mandat)\b"
    r"(?!\s+(?:ou|et)\s)(?:\s+(?:bancaire|SEPA|administratif|automatique))?",
    re.IGNORECASE,
)


def parse_mode(raw: str) -> Parsed[ModePaiement]:
    """Return the mode of payment that a word names."""
    folded = raw.casefold()
    for word, mode in _MODES:
        if word in folded:
            return Parsed(mode)
    return Parsed(None, "format")


def _never(raw: str) -> Parsed[Never]:
    return Parsed(None, "format")


TYPE_FACTURE: ValueType[TypeFacture] = ValueType(
    name="type_facture", pattern=_NOTHING, parse=_never
)
TYPE_TVA: ValueType[TypeTva] = ValueType(name="type_tva", pattern=_NOTHING, parse=_never)
LIGNES_TVA: ValueType[tuple[LigneTva, ...]] = ValueType(
    name="lignes_tva", pattern=_NOTHING, parse=_never
)
MODE_PAIEMENT: ValueType[ModePaiement] = ValueType(name="mode_paiement", pattern=_MODE, parse=parse_mode)
MENTION: ValueType[str] = ValueType(name="mention", pattern=_NOTHING, parse=_never)
"""A sentence of the page that is itself the value."""

NAME_OR_MENTION: ValueType[str] = ValueType(
    name="mention",
    pattern=re.compile(r"[A-ZÀ-Ý][\w&.'’-]*(?: (?:&|de|du|des|la|le|et|[A-ZÀ-Ý0-9][\w&.'’-]*)){0,7}"),
    parse=lambda raw: Parsed(raw.strip(" .,;")),
)
"""The name of a firm after its label, or a sentence of the page."""
