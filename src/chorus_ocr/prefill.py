"""The portal's deposit form as plain typed data: what is printed, valid and announced, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TypeAlias, TypedDict

from chorus_ocr.values.portal import LigneTva, ModePaiement, TypeFacture, TypeTva
from chorus_ocr.values.siret import Siret

__all__ = ["Fields", "LigneTva", "ModePaiement", "Prefill", "TypeFacture", "TypeTva"]

Amount: TypeAlias = Decimal | int | float | str | None
"""1440, ``Decimal("1440.00")``, "1440.00", "1 440,00" or "1 440,00 €"."""

Day: TypeAlias = date | str | None
"""A date, "2026-03-12", "12/03/2026" or "12 mars 2026"."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Prefill:
    """The deposit form, block by block, in the portal's order and in the portal's own words.

    Every attribute is None unless the page prints a valid value that a keyword announces. Amounts keep the printed
    sign. The first thirteen are the data fields of the government's ``deposerPdfFacture`` answer (OpenAPI definition
    ``WsRetourDeposerPdfFacture``); the others are keyed in by hand on the portal.
    """

    # Identification
    numero_facture: str | None = None
    date_facture: date | None = None
    type_facture: TypeFacture | None = None
    # Destinataire
    siret_destinataire: Siret | None = None
    code_service: str | None = None
    # Fournisseur
    siret_fournisseur: Siret | None = None
    # Références
    numero_engagement: str | None = None
    # Montants
    devise: str | None = None
    montant_ht: Decimal | None = None
    montant_tva: Decimal | None = None
    montant_ttc: Decimal | None = None
    montant_a_payer: Decimal | None = None
    type_tva: TypeTva | None = None
    # Beyond the API
    numero_marche: str | None = None
    numero_facture_origine: str | None = None
    lignes_tva: tuple[LigneTva, ...] | None = None
    motif_exoneration: str | None = None
    tva_fournisseur: str | None = None
    tva_destinataire: str | None = None
    date_echeance: date | None = None
    mode_paiement: ModePaiement | None = None
    iban: str | None = None
    bic: str | None = None
    affactureur: str | None = None

    def _repr_html_(self) -> str:
        from chorus_ocr.drawing.beside import table

        rows = [(each.name, shown(getattr(self, each.name))) for each in fields(self)]
        return table(("champ", "valeur"), rows)

    def __repr__(self) -> str:
        filled = ((each.name, getattr(self, each.name)) for each in fields(self))
        return f"Prefill({', '.join(f'{name}={value!r}' for name, value in filled if value is not None)})"


class Fields(TypedDict, total=False):
    """The same fields as a caller may spell them, for type checkers: what ``assert_chorus_readable`` takes by name."""

    numero_facture: str | None
    date_facture: Day
    type_facture: TypeFacture | str | None
    siret_destinataire: str | None
    code_service: str | None
    siret_fournisseur: str | None
    numero_engagement: str | None
    devise: str | None
    montant_ht: Amount
    montant_tva: Amount
    montant_ttc: Amount
    montant_a_payer: Amount
    type_tva: TypeTva | str | None
    numero_marche: str | None
    numero_facture_origine: str | None
    lignes_tva: Iterable[LigneTva | Mapping[str, object]] | None
    motif_exoneration: str | None
    tva_fournisseur: str | None
    tva_destinataire: str | None
    date_echeance: Day
    mode_paiement: ModePaiement | str | None
    iban: str | None
    bic: str | None
    affactureur: str | None


def shown(value: object) -> str:
    """Return a value as a notebook shows it: as its type writes it, VAT lines one after the other."""
    match value:
        case None:
            return ""
        case LigneTva():
            base = "" if value.base_ht is None else f" de {value.base_ht}"
            return f"{value.taux} %{base}" + ("" if value.montant is None else f" = {value.montant}")
        case tuple():
            return " ; ".join(map(shown, value))
        case _:
            return str(value)
