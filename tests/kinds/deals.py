"""Invented business: who sells what to whom, under which numbers. Everything follows from a seed, a drawing's name."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from fixtures import parties
from fixtures.bill import Bill, item
from fixtures.parties import Recipient, Supplier, digits, siren, siret
from fixtures.truth import Printed

_TRADES: tuple[tuple[Supplier, tuple[tuple[str, str, str], ...]], ...] = (
    (
        parties.SARVANE,
        (
            ("Maintenance annuelle du parc", "1", "3860"),
            ("Écran 24 pouces, pied réglable", "6", "189.90"),
            ("Installation sur site", "2.5", "540"),
        ),
    ),
    (
        parties.ORLEVENT,
        (
            ("Circuit scolaire n° 14, matin", "19", "142.50"),
            ("Circuit scolaire n° 14, soir", "19", "138"),
            ("Sortie à la piscine", "3", "96.40"),
        ),
    ),
    (
        parties.TREFONTAINE,
        (
            ("Levé topographique", "1", "2450"),
            ("Étude d'incidence, phase 2", "4", "615"),
            ("Réunion de restitution", "2", "310"),
        ),
    ),
    (
        parties.BRUMELLE,
        (
            ("Ramette A4 80 g, carton de 5", "48", "19.85"),
            ("Enveloppes C5 à fenêtre", "12", "33.10"),
            ("Classeurs à levier, lot de 10", "15", "24.60"),
        ),
    ),
    (
        parties.MIRELANDE,
        (
            ("Manuels de français, classe de 5e", "32", "21.40"),
            ("Albums jeunesse, sélection", "18", "13.25"),
            ("Équipement et couverture", "50", "1.80"),
        ),
    ),
    (
        parties.VAUCLORNE,
        (
            ("Remplacement du circulateur", "1", "684"),
            ("Main-d'œuvre", "6.5", "52"),
            ("Vase d'expansion 35 l", "2", "93.70"),
        ),
    ),
    (
        parties.ONDRELLE,
        (
            ("Entretien des locaux, mairie", "1", "1320"),
            ("Vitrerie, deux faces", "1", "415.60"),
            ("Remise en état des sols", "3", "228"),
        ),
    ),
    (
        parties.SYLVARDE,
        (
            ("Ronde de nuit", "31", "42.80"),
            ("Agent de sécurité, marché de Noël", "64", "23.45"),
            ("Déplacement sur alarme", "4", "78"),
        ),
    ),
    (
        parties.MORVANCHE,
        (
            ("Esquisse et avant-projet", "1", "5400"),
            ("Permis de construire", "1", "2150"),
            ("Relevé des existants", "2", "720"),
        ),
    ),
    (
        parties.CHARVIGNOL,
        (
            ("Porte intérieure chêne 83 x 204", "4", "412"),
            ("Pose et réglage", "14", "46.50"),
            ("Plinthes, le mètre", "62", "7.90"),
        ),
    ),
    (
        parties.DORLIMONT,
        (
            ("Tonte des terrains de sport", "8", "215"),
            ("Taille de haies, le mètre", "340", "3.60"),
            ("Fourniture de paillage", "12", "58"),
        ),
    ),
    (
        parties.TAILLEBRUNE,
        (
            ("Cylindre de sûreté", "9", "67.20"),
            ("Clés supplémentaires", "27", "11.50"),
            ("Dépannage, serrure du gymnase", "1", "184"),
        ),
    ),
    (
        parties.HAUTELISSE,
        (
            ("Formation aux gestes barrières, groupe", "2", "1150"),
            ("Supports imprimés", "24", "9.75"),
            ("Frais de déplacement", "1", "168.30"),
        ),
    ),
)
_BODIES: tuple[Recipient, ...] = (
    parties.SAINT_AUBRAC,
    parties.HOSPITAL,
    parties.CLARENCE,
    parties.HAUT_MERCOEUR,
    parties.LYCEE,
    parties.PONTVERNOIS,
    parties.COLLEGE_OF_ARTS,
    parties.CLERY,
    parties.UNIVERSITY,
    parties.AUBIGNAS,
    parties.LIBRARY,
    parties.PORT_AUTHORITY,
    parties.COURCERON,
    parties.MEHUNOIS,
    parties.AGENCY,
    Recipient(
        siret=siret(siren("26590987"), 2),
        lines=("Office public Habitat du Plat-Pays", "Agence de Wattreloin", "18 rue du Béguinage", "59980 Wattreloin"),
    ),
    Recipient(
        siret=siret(siren("28139906"), 5),
        lines=(
            "Service départemental d'incendie",
            "Groupement logistique",
            "200 route de Cassagne",
            "13980 Port-Lorgues",
        ),
    ),
    Recipient(
        siret=siret(siren("19869908"), 1),
        lines=("Collège Aliénor-de-Brande", "Gestion matérielle", "6 avenue des Ormes", "86970 Brande-le-Château"),
    ),
)
_MINISTRIES: tuple[Recipient, ...] = (
    parties.STATE_ROADS,
    Recipient(
        siret=parties.STATE_SIRET,
        lines=(
            "Ministère de l'Intérieur",
            "SGAMI Centre-Est",
            "Bureau de l'exécution budgétaire",
            "19 rue des Blanchisseurs",
            "69980 Lugdon Cedex 3",
        ),
    ),
    Recipient(
        siret=parties.STATE_SIRET,
        lines=("Ministère de la Justice", "Cour d'appel de Bréval", "Service administratif régional", "54970 Bréval"),
    ),
)
_NUMBERS = (
    "FA{y}-{d4}",
    "{y}/{d4}",
    "F{yy}{m}-{d3}",
    "{d6}",
    "FC-{d5}",
    "VTE{yy}{d5}",
    "{y}{m}{d3}",
    "FV{yy}-{d4}",
    "A{d5}",
    "{yy}-{m}-{d4}",
    "FACT-{d5}",
    "{d3}/{y}",
    "{y}-{d3}-ST",
    "FAC{yy}/{d4}",
)
_ENGAGEMENTS = (
    "{y}-BC-{d4}",
    "C{y}{d4}",
    "BDC{yy}-{d4}",
    "{yy}D{d5}",
    "E{d6}",
    "{y}{d6}",
    "VP{yy}-{d4}",
    "{yy}/{d4}",
    "{d6}",
    "EJ{yy}-{d4}",
    "TX{yy}{d5}",
)
_SERVICES = (
    "FINANCES",
    "ST-ACHATS",
    "SCOLAIRE",
    "CULTURE",
    "DGS01",
    "01ENFANCE",
    "REGIE_EAU",
    "5400",
    "DSI",
    "PEA-{d3}",
    "VOIRIE",
    "SVC{d3}",
)
_MARKETS = ("{y}-{d3}", "{yy}MAPA{d3}", "M{y}{d4}", "{y}/FCS/{d3}", "{yy}-S-{d4}", "AC{y}-{d3}")
MODES = {"VIREMENT": "virement", "CHEQUE": "chèque", "PRELEVEMENT": "prélèvement", "ESPECE": "espèces"}
"""A word that real invoices print for a mode of payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One sale: the parties, the references, and what it comes to. ``full`` is the form if a page printed it all."""

    supplier: Supplier
    recipient: Recipient
    bill: Bill
    full: Printed

    def but(self, **values: object) -> "Deal":
        """Return the deal with other values on its form."""
        return replace(self, full=replace(self.full, **values))  # type: ignore[arg-type]


def _fill(patterns: tuple[str, ...], seed: str, when: date) -> str:
    pattern = patterns[int(digits(seed + " pattern", 4)) % len(patterns)]
    parts = {
        f"d{count}": "123456789"[int(digits(seed, 1)) % 9] + digits(seed + "n", count - 1) for count in range(3, 7)
    }
    return pattern.format(y=when.year, yy=when.year % 100, m=f"{when.month:02d}", **parts)


def deal(
    seed: str,
    *,
    supplier: Supplier | None = None,
    recipient: Recipient | None = None,
    state: bool = False,
    rates: tuple[str, ...] = ("20",),
    lines: tuple[tuple[str, str, str], ...] = (),
) -> Deal:
    """Return the sale that follows from ``seed``; ``rates`` go round over the items.

    >>> deal("a page").full.siret_fournisseur == deal("a page").supplier.siret
    True
    """
    trade = _TRADES[int(digits(seed + " trade", 4)) % len(_TRADES)]
    supplier = supplier or trade[0]
    bodies = _MINISTRIES if state else _BODIES
    recipient = recipient or bodies[int(digits(seed + " body", 4)) % len(bodies)]
    issued = date(2026, 1, 8) + timedelta(days=int(digits(seed + " day", 3)) % 300)
    sold = lines or trade[1]
    bill = Bill(
        tuple(
            item(label, quantity, price, rates[place % len(rates)], reference=f"{digits(label + seed, 5)}", unit="u")
            for place, (label, quantity, price) in enumerate(sold)
        )
    )
    of_state = recipient.siret == parties.STATE_SIRET
    return Deal(
        supplier=supplier,
        recipient=recipient,
        bill=bill,
        full=Printed(
            numero_facture=_fill(_NUMBERS, seed + " number", issued),
            date_facture=issued,
            type_facture="FACTURE",
            siret_destinataire=recipient.siret,
            code_service=f"FAC{digits(seed, 7)}" if of_state else _fill(_SERVICES, seed + " service", issued),
            siret_fournisseur=supplier.siret,
            numero_engagement=f"15{digits(seed, 8)}" if of_state else _fill(_ENGAGEMENTS, seed + " order", issued),
            devise="EUR",
            montant_ht=bill.ht,
            montant_tva=bill.tva,
            montant_ttc=bill.ttc,
            montant_a_payer=bill.ttc,
            numero_marche=_fill(_MARKETS, seed + " market", issued),
            lignes_tva=bill.vat_lines,
            tva_fournisseur=supplier.vat,
            tva_destinataire=recipient.vat,
            date_echeance=issued + timedelta(days=30),
            mode_paiement="VIREMENT",
            iban=supplier.account.iban,
            bic=supplier.account.bic,
        ),
    )


def share(of: Decimal, hundredths: str) -> Decimal:
    """Return so many hundredths of an amount, rounded to the cent."""
    return (of * Decimal(hundredths) / 100).quantize(Decimal("0.01"))


def firm(
    name: str,
    *,
    form: str = "SAS au capital de 50 000 €",
    street: str = "15 rue des Remparts",
    town: str = "44990 Saint-Aurin",
    registry: str = "Nantes",
    ape: str = "7022Z",
    bank: str = "19071",
    bic: str = "BOBCFRPP",
) -> Supplier:
    """Return one more invented supplier."""
    iban = parties.french_iban(bank, digits(name + " guichet", 5), digits(name + " compte", 11))
    return Supplier(
        name=name,
        form=form,
        street=street,
        town=town,
        registry=registry,
        ape=ape,
        phone="02 61 91 76 54",
        email="contact@example.fr",
        account=parties.Account(bank="Banque du Bocage", iban=iban, bic=bic),
    )
