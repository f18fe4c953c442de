"""What is missing from a call of the portal: which key, why, and what would fill it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Lang, Text

WHYS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "argument": Text("aucun PDF ne le dit", "no PDF tells it"),
        "validator": Text(
            "la facture d'un sous-traitant ou d'un cotraitant est validée par une autre structure, que le PDF ne "
            "nomme pas sûrement",
            "another body validates the invoice of a subcontractor or a partner, and no PDF names it for sure",
        ),
        "exemption": Text(
            "l'exonération demande un code de motif du portail ; la mention imprimée n'en est pas un",
            "an exemption takes a code of the portal's; the mention that is printed is none",
        ),
        "state": Text("le destinataire est l'État, qui le demande", "the recipient is the State, which asks for it"),
        "origin": Text("un avoir nomme la facture qu'il corrige", "a credit note names the invoice that it corrects"),
        "vat lines": Text(
            "la facture porte de la TVA, et aucun détail par taux n'est lu",
            "the invoice bears VAT, and no breakdown by rate is read",
        ),
        "vat part": Text(
            "le montant n'est pas imprimé sur la ligne de ce taux", "the amount is not printed on the row of this rate"
        ),
        "user": Text("le formulaire ne le porte pas", "the form does not hold it"),
        "long": Text(
            "{length} caractères ; le portail en prend {longest}", "{length} characters; the portal takes {longest}"
        ),
        "characters": Text("caractères que le portail ne prend pas : {characters}", "not taken: {characters}"),
        "siret": Text("ce ne sont pas les 14 chiffres d'un SIRET", "not the 14 digits of a SIRET"),
        "currency": Text("ce n'est le code ISO d'aucune devise", "the ISO code of no currency"),
        "amount": Text(
            "le portail n'a pas de nombre pour ce montant (13 chiffres, 6 décimales)",
            "the portal has no number for this amount (13 digits, 6 decimals)",
        ),
        "no mode": Text("un avoir n'a pas de mode de paiement", "a credit note has no mode of payment"),
    }
)
"""Why a key is not filled, where no warning of the report says it better."""

_MISSING: Final = Text("{path} : {why}", "{path}: {why}")
_REFUSED: Final = Text("{path} : « {value} », {why}", "{path}: « {value} », {why}")
_PRINT: Final = Text("imprimer « {line} »", "print « {line} »")
_ARGUMENT: Final = Text("argument {argument}", "argument {argument}")
_OR: Final = Text(" ou ", " or ")


class GapKind(StrEnum):
    """Why a key of a call is not filled."""

    MISSING = "missing"
    """Nothing tells it."""
    REFUSED = "refused"
    """There is a value, which the portal does not take: it is too long, or of other characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A key of a call that is not filled, and what would fill it.

    ``path``: of the key, as ``destinataire.codeServiceExecutant`` and ``ligneTva[1].ligneTvaMontantTvaParTaux``.
    ``why``: in the language of the report. ``field``: of the form, where one tells it. ``argument``: of the function
    that makes the call. ``print_text``: the line that would be read, where printing can. ``value``: the one that is
    refused: it is never cut or changed.
    """

    path: str
    kind: GapKind
    why: str
    field: str | None = None
    argument: str | None = None
    print_text: str | None = None
    value: object = None
    lang: Lang = Lang.FR

    def __str__(self) -> str:
        cures = []
        if self.print_text is not None:
            cures.append(_PRINT.in_lang(self.lang, line=self.print_text))
        if self.argument is not None:
            cures.append(_ARGUMENT.in_lang(self.lang, argument=self.argument))
        text = _MISSING if self.kind is GapKind.MISSING else _REFUSED
        told = text.in_lang(self.lang, path=self.path, value=str(self.value), why=self.why.rstrip("."))
        return f"{told} → {_OR.in_lang(self.lang).join(cures)}" if cures else told
