"""The invoice that every recipe draws, and the form that it must fill."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

from chorus_ocr import LigneTva, ModePaiement, Prefill, Siret, TypeFacture, TypeTva, golden_block
from chorus_ocr.testing import assert_chorus_readable

SUPPLIER = ("Sarvane Informatique", "8 rue des Charpentiers", "49990 Sainte-Aurée")
CLIENT = ("Mairie de Courceron", "15 place du Champ-de-Foire", "72980 Courceron")
HEADER = ("Désignation", "Quantité", "PU HT", "Montant HT")
ITEMS = (
    ("Poste de travail pour l'accueil", "2", "450,00", "900,00"),
    ("Installation sur place, le 10/03/2026", "1", "300,00", "300,00"),
)
LEGAL = (
    "SARL au capital de 40 000,00 € - RCS Angers 648 126 977 - APE 4651Z",
    "Catégorie de l'opération : livraison de biens et prestation de services. Pas d'escompte pour paiement anticipé.",
    "Pénalités de retard : taux de la BCE majoré de huit points.",
    "Indemnité forfaitaire pour frais de recouvrement : 40 €",
)

PREFILL = Prefill(
    numero_facture="F-2026-0412",
    date_facture=date(2026, 3, 12),
    type_facture=TypeFacture.FACTURE,
    siret_destinataire=Siret("21720914700016"),
    code_service="TECHNIQUE",
    siret_fournisseur=Siret("64812697709674"),
    numero_engagement="26D000417",
    devise="EUR",
    montant_ht=Decimal("1200.00"),
    montant_tva=Decimal("240.00"),
    montant_ttc=Decimal("1440.00"),
    montant_a_payer=Decimal("1440.00"),
    type_tva=TypeTva.TVA_SUR_DEBIT,
    lignes_tva=(LigneTva(taux=Decimal(20), base_ht=Decimal("1200.00"), montant=Decimal("240.00")),),
    tva_fournisseur="FR35648126977",
    date_echeance=date(2026, 4, 11),
    mode_paiement=ModePaiement.VIREMENT,
    iban="FR7619383397853141210723606",
    bic="CRRVFR2X",
)
"""What the invoicing software knows, and what Chorus Pro's form is to hold."""

BLOCK = golden_block(PREFILL)
"""The lines that fill this form: they are printed as they are, wherever the layout has room for them."""

MEANT = {each.name: getattr(PREFILL, each.name) for each in fields(PREFILL) if getattr(PREFILL, each.name) is not None}


def check(pdf: bytes) -> None:
    """Fail, telling what to print instead, unless the form would fill itself. A generator's own tests do the same."""
    assert_chorus_readable(pdf, **MEANT)
