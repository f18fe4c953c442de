"""Value types of fields whose values are words of the page, or are put together from several places of it.

>>> parse_mode("Virement bancaire").value
<ModePaiement.VIREMENT: 'VIREMENT'>
"""

import re
from typing import Never

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.portal import LigneTva, ModePaiement, TypeFacture, TypeTva

_NOTHING = compile_late(r"(?!)")

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
    ("traite", ModePaiement.AUTRE),
    ("lettre de change", ModePaiement.AUTRE),
    ("lcr", ModePaiement.AUTRE),
    ("autre", ModePaiement.AUTRE),
    ("report", ModePaiement.REPORT),
)
_MODE = compile_late(
    r"(?:par\s+)?(?:virements?|vir\.?|pr[ée]l[èe]vements?|ch[èe]ques?|esp[èe]ces?|carte bancaire|mandat"
    r"|traites?|lettre de change|LCR)\b"
    r"(?!\s+(?:ou|et)\s)(?:\s+(?:bancaire|SEPA|administratif|automatique))?"
    r"|(?:par\s+)?(?:autre|report)(?=\s*$)",  # the portal's own words; in a sentence they say something else
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


def _sentence(raw: str) -> Parsed[str]:
    return Parsed(raw.strip(" .;:-–()"))


_REGIME = compile_late(
    r"(?:TVA\s+)?(?:(?:sur|d['’]après|aux?|à)\s+)?(?:les\s+|l['’])?(?:d[ée]bits?|encaissements?)\b"
    r"|(?:exon[ée]ration|sans\s+TVA)(?=\s*$)",
    re.IGNORECASE,
)
_REGIMES = (
    ("encaissement", TypeTva.TVA_SUR_ENCAISSEMENT),
    ("exon", TypeTva.EXONERATION),
    ("sans", TypeTva.SANS_TVA),
)


def parse_regime(raw: str) -> Parsed[TypeTva]:
    """Return when the VAT falls due or that there is none, as a label's value tells it: « débits », « sans TVA ».

    >>> parse_regime("débits").value, parse_regime("sans TVA").value
    (<TypeTva.TVA_SUR_DEBIT: 'TVA_SUR_DEBIT'>, <TypeTva.SANS_TVA: 'SANS_TVA'>)
    """
    folded = raw.casefold()
    return Parsed(next((regime for word, regime in _REGIMES if word in folded), TypeTva.TVA_SUR_DEBIT))


TYPE_FACTURE: ValueType[TypeFacture] = ValueType(name="type_facture", pattern=_NOTHING, parse=_never)
TYPE_TVA: ValueType[TypeTva] = ValueType(name="type_tva", pattern=_REGIME, parse=parse_regime)
LIGNES_TVA: ValueType[tuple[LigneTva, ...]] = ValueType(name="lignes_tva", pattern=_NOTHING, parse=_never)
MODE_PAIEMENT: ValueType[ModePaiement] = ValueType(name="mode_paiement", pattern=_MODE, parse=parse_mode)
MENTION: ValueType[str] = ValueType(name="mention", pattern=_NOTHING, parse=_sentence)
"""A sentence of the page that is itself the value."""

_FACTOR = r"(?:[Ff]actor(?:ing|s)?|FACTOR(?:ING|S)?|[Aa]ffacturage|AFFACTURAGE|Facteurs?)"
_CAPITAL = r"[A-ZÀ-Ý][\w&'’-]{0,40}"
_PROPER = rf"(?:{_CAPITAL}|&|de|du|d'|des|la|le)"
_SHOUTED = (
    r"(?!SOCI[EÉ]T[EÉ]|ORDRE|PROFIT|AUPR[EÈ]S|R[EÈ]GLEMENT|PAIEMENT|C[EÉ]D[EÉ]E?|NOTRE)[A-ZÀ-Ý][A-ZÀ-Ý&'’-]{2,40}"
)
_FACTOR_NAME = compile_late(
    # in capitals, where only the words around it end a name
    rf"(?:{_SHOUTED}\s){{1,3}}(?:DE\s)?(?:FACTORING|FACTORS?|AFFACTURAGE)\b(?=[^a-z]*$)"
    rf"|(?=(?:\S{{1,60}}\s{{1,3}}){{0,5}}\S{{0,60}}[a-z])(?:{_CAPITAL}\s(?:{_PROPER}\s){{0,3}}{_FACTOR}(?:\s{_CAPITAL}){{0,3}}"
    rf"|(?:Factor(?:ing|s)?|FACTOR(?:ING|S)?|Affacturage|AFFACTURAGE)(?:\s{_PROPER}){{1,4}})"
)
"""French factors bear their trade in their names."""


def parse_factor(raw: str) -> Parsed[str]:
    """Return the factor's name where a mention holds one, else the mention itself.

    >>> parse_factor("Créance cédée à Européenne de Factoring dans le cadre des articles 1346").value
    'Européenne de Factoring'
    >>> parse_factor("votre règlement doit être effectué directement à Crédit Facteur Breton").value
    'Crédit Facteur Breton'
    >>> parse_factor("REGLEMENT A MISTRAL FACTOR QUI LE RECOIT").value
    'MISTRAL FACTOR'
    """
    named = _FACTOR_NAME.search(raw)
    return Parsed(named.group().strip(" .,;") if named else raw.strip(" .,;:-–()"))


FACTOR: ValueType[str] = ValueType(name="mention", pattern=_FACTOR_NAME, parse=parse_factor)
"""The name of a factor after its label, or the subrogation mention, in which it is looked for."""
