"""The cadre de facturation: who deposits what. The depositor chooses it before the PDF is read; no print tells it.

Source: the portal's API (``codeCadreFacturation``) and AIFE's specification of the exchange formats, V4.10.
"""

from enum import StrEnum
from typing import Self


class Cadre(StrEnum):
    """A cadre de facturation by its code, with the portal's own words for it.

    >>> Cadre("A9").label
    "facture d'un sous-traitant"
    """

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make a member of its code and its label."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    A1 = "A1", "facture d'un fournisseur"
    A2 = "A2", "facture d'un fournisseur déjà payée"
    A3 = "A3", "mémoire de frais de justice"
    A4 = "A4", "projet de décompte mensuel d'un fournisseur"
    A5 = "A5", "état d'acompte d'un fournisseur"
    A6 = "A6", "état d'acompte validé d'un fournisseur"
    A7 = "A7", "projet de décompte final d'un fournisseur"
    A8 = "A8", "décompte général et définitif d'un fournisseur"
    A9 = "A9", "facture d'un sous-traitant"
    A10 = "A10", "projet de décompte mensuel d'un sous-traitant"
    A11 = "A11", "projet de décompte final d'un sous-traitant"
    A12 = "A12", "facture d'un cotraitant"
    A13 = "A13", "projet de décompte mensuel d'un cotraitant"
    A14 = "A14", "projet de décompte final d'un cotraitant"
    A15 = "A15", "état d'acompte (maître d'œuvre)"
    A16 = "A16", "état d'acompte validé (maître d'œuvre)"
    A17 = "A17", "projet de décompte général (maître d'œuvre)"
    A18 = "A18", "décompte général (maître d'œuvre)"
    A19 = "A19", "état d'acompte validé (maître d'ouvrage)"
    A20 = "A20", "décompte général (maître d'ouvrage)"
    A21 = "A21", "demande de remboursement de la TIC"
    A22 = "A22", "projet de décompte général, procédure tacite (fournisseur ou mandataire)"
    A23 = "A23", "décompte général et définitif tacite (fournisseur ou mandataire)"
    A24 = "A24", "décompte général et définitif tacite (maître d'œuvre)"
    A25 = "A25", "décompte général et définitif, procédure tacite (maître d'ouvrage)"
