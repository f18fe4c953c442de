"""A report as the portal's next call, « soumettre », after the deposit of the PDF: what is known, and what is missing.

Source: the portal's API (``SoumettreFactureParam``). Its OpenAPI file marks no key as compulsory. These are taken to
be: who bills (``idFournisseur``) and in which cadre, number, date, recipient, currency, type, regime of VAT, the four
totals and the PDF; the service and the engagement where the State is the recipient or a warning of the report asks for
them; who validates, for a subcontractor or a partner; the reason of an exemption, the breakdown of a VAT, and the
invoice that a credit note corrects.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, cast

from chorus_ocr.arguments import kind_of, one_of
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.errors import HandOverError
from chorus_ocr.exporters.filling import Filling
from chorus_ocr.exporters.gaps import Gap
from chorus_ocr.exporters.payloads import SoumettreFactureDict
from chorus_ocr.prefill import LigneTva, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.report import Report

CADRES: Final[Mapping[Cadre, str]] = MappingProxyType(
    {
        Cadre.A1: "A1_FACTURE_FOURNISSEUR",
        Cadre.A2: "A2_FACTURE_FOURNISSEUR_DEJA_PAYEE",
        Cadre.A9: "A9_FACTURE_SOUSTRAITANT",
        Cadre.A12: "A12_FACTURE_COTRAITANT",
    }
)
"""The cadres that « soumettre » takes, as its API names them."""

VALIDATED: Final = frozenset({Cadre.A9, Cadre.A12})
"""The cadres whose invoices another body validates first."""

LONGEST_COMMENT: Final = 2000
LONGEST_DESIGNATION: Final = 100
LONGEST_TYPE: Final = 30

LARGEST_ID: Final = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceComplementaire:
    """A file that goes with the invoice. ``id``: the number that its deposit gave it; ``type``: the portal's code."""

    id: int
    designation: str
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Soumission:
    """A call of « soumettre »: what is known of it, and what is not.

    ``payload``: ready for JSON; a key that is not known, or whose value the portal would refuse, is not in it.
    ``gaps``: those keys, in the order of the payload.
    """

    payload: SoumettreFactureDict
    gaps: tuple[Gap, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.gaps

    def __repr__(self) -> str:
        missing = ", ".join(gap.path for gap in self.gaps) or "nothing"
        return f"<Soumission of {self.payload.get('numeroFactureSaisi')!r}: {missing} missing>"


def to_soumettre_facture(
    report: Report,
    *,
    cadre: Cadre | str,
    piece_jointe_id: int,
    id_fournisseur: int | None = None,
    id_service_fournisseur: int | None = None,
    code_coordonnees_bancaires: int | None = None,
    code_structure_valideur: str | None = None,
    code_service_valideur: str | None = None,
    motif_exoneration: str | None = None,
    designation: str | None = None,
    pieces_complementaires: Sequence[PieceComplementaire] = (),
    commentaire: str | None = None,
    id_utilisateur_courant: int | None = None,
    prefill: Prefill | None = None,
    strict: bool = False,
) -> Soumission:
    """Return the call of « soumettre » for an invoice whose PDF was deposited (``modeDepot`` DEPOT_PDF_API).

    ``cadre``: one of A1, A2, A9, A12: the API takes no other. ``piece_jointe_id``: the ``pieceJointeId`` that the
    deposit answered. ``id_fournisseur``, ``id_service_fournisseur``, ``code_coordonnees_bancaires``: the portal's own
    numbers of the supplier, its service and its bank account. ``code_structure_valideur``, ``code_service_valideur``:
    who validates, for A9 and A12. ``motif_exoneration``: the portal's code of an exemption's reason; the mention that
    the page prints is not one. ``designation``: what the PDF is called, by default the name of the file.
    ``prefill``: the form to hand over, by default ``report.prefill``, hence nothing that is not printed: give
    ``report.completed`` to take inferred values too, or a form that a user completed.

    What is not known is not made up: it is left out, and is one of the ``gaps``. Nothing is cut either: a value that
    is too long, or of characters that the portal does not take, is left out and told. Due date, IBAN and VAT numbers
    have no key in this call, a credit note has no ``modePaiement``, an invoice no ``numeroFactureOrigine``.

    Raises ``TypeError`` or ``ValueError`` for a wrong argument; with ``strict``, ``HandOverError`` listing every gap.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report is a Report, as scan() returns it, not {kind_of(report)}")
    if prefill is not None and not isinstance(prefill, Prefill):
        raise TypeError(f"prefill is a Prefill or None, not {kind_of(prefill)}")
    own = _cadre(cadre)
    form = report.prefill if prefill is None else prefill
    filling = Filling(report, form, given=prefill is not None)

    filling.set("idUtilisateurCourant", _id("id_utilisateur_courant", id_utilisateur_courant))
    filling.set("modeDepot", "DEPOT_PDF_API")
    _identify(filling)
    _address(filling)
    supplier = _id("id_fournisseur", id_fournisseur)
    filling.needed("fournisseur.idFournisseur", supplier, "argument", argument="id_fournisseur")
    service = _id("id_service_fournisseur", id_service_fournisseur)
    filling.set("fournisseur.idServiceFournisseur", service)
    account = _id("code_coordonnees_bancaires", code_coordonnees_bancaires)
    filling.set("fournisseur.codeCoordonneesBancairesFournisseur", account)
    filling.set("cadreDeFacturation.codeCadreFacturation", CADRES[own])
    path, validator = (
        "cadreDeFacturation.codeStructureValideur",
        _text("code_structure_valideur", code_structure_valideur),
    )
    if own in VALIDATED:
        filling.needed(path, validator, "validator", argument="code_structure_valideur")
    else:
        filling.set(path, validator)
    filling.set("cadreDeFacturation.codeServiceValideur", _text("code_service_valideur", code_service_valideur))
    _refer(filling, _text("motif_exoneration", motif_exoneration))
    _break_down(filling)
    for key in ("montantHtTotal", "montantTVA", "montantTtcTotal", "montantAPayer"):
        filling.amount(f"montantTotal.{key}", _TOTALS[key])
    label = report.document.file_name if designation is None else _text("designation", designation)
    piece = "pieceJointePrincipale.pieceJointePrincipaleDesignation"
    filling.bounded(piece, label, LONGEST_DESIGNATION, argument="designation")
    filling.set("pieceJointePrincipale.pieceJointePrincipaleId", _id("piece_jointe_id", piece_jointe_id, needed=True))
    _add_pieces(filling, pieces_complementaires)
    filling.bounded("commentaire", _text("commentaire", commentaire), LONGEST_COMMENT, argument="commentaire")
    if strict and filling.gaps:
        raise HandOverError(tuple(map(str, filling.gaps)))
    return Soumission(payload=cast("SoumettreFactureDict", filling.payload), gaps=tuple(filling.gaps))


_TOTALS: Final = {
    "montantHtTotal": "montant_ht",
    "montantTVA": "montant_tva",
    "montantTtcTotal": "montant_ttc",
    "montantAPayer": "montant_a_payer",
}


def _identify(filling: Filling) -> None:
    filling.invoice_number("numeroFactureSaisi", "numero_facture")
    day = filling.form.date_facture
    filling.field("dateFacture", "date_facture", None if day is None else day.isoformat())


def _address(filling: Filling) -> None:
    to_the_state = filling.form.siret_destinataire == STATE_SIRET
    filling.siret("destinataire.codeDestinataire", "siret_destinataire")
    asked = "state" if to_the_state else filling.asked("code_service")
    if filling.said("code_service") is not None or asked is not None:
        filling.service_code("destinataire.codeServiceExecutant", "code_service", asked)


def _refer(filling: Filling, reason: str | None) -> None:
    form, credit = filling.form, filling.form.type_facture is TypeFacture.AVOIR
    filling.currency("references.deviseFacture", "devise")
    filling.field("references.typeFacture", "type_facture", form.type_facture)
    filling.field("references.typeTva", "type_tva", form.type_tva)
    if form.type_tva is TypeTva.EXONERATION:
        filling.needed("references.motifExonerationTva", reason, "exemption", argument="motif_exoneration")
    else:
        filling.set("references.motifExonerationTva", reason)
    filling.set("references.numeroMarche", filling.said("numero_marche"))
    to_the_state = form.siret_destinataire == STATE_SIRET
    asked = "state" if to_the_state else filling.asked("numero_engagement")
    if filling.said("numero_engagement") is not None or asked is not None:
        filling.engagement("references.numeroBonCommande", "numero_engagement", asked)
    if credit:
        origin = filling.said("numero_facture_origine")
        filling.field("references.numeroFactureOrigine", "numero_facture_origine", origin, "origin")
    elif form.mode_paiement is not None:
        filling.set("references.modePaiement", str(form.mode_paiement))


def _break_down(filling: Filling) -> None:
    lines = filling.form.lignes_tva
    taxed = filling.form.type_tva in (TypeTva.TVA_SUR_DEBIT, TypeTva.TVA_SUR_ENCAISSEMENT)
    if not lines:
        if taxed:
            filling.field("ligneTva", "lignes_tva", None, "vat lines")
        return
    filling.payload["ligneTva"] = [_line(filling, line, at) for at, line in enumerate(lines)]


def _line(filling: Filling, line: LigneTva, at: int) -> dict[str, Any]:
    told = {
        "ligneTvaTauxManuel": line.taux,
        "ligneTvaMontantBaseHtParTaux": line.base_ht,
        "ligneTvaMontantTvaParTaux": line.montant,
    }
    numbers = {key: filling.number(f"ligneTva[{at}].{key}", value, "lignes_tva") for key, value in told.items()}
    return {key: value for key, value in numbers.items() if value is not None}


def _add_pieces(filling: Filling, pieces: Sequence[PieceComplementaire]) -> None:
    told = []
    for at, piece in enumerate(pieces):
        if not isinstance(piece, PieceComplementaire):
            raise TypeError(f"pieces_complementaires[{at}] is a PieceComplementaire, not {kind_of(piece)}")
        name, argument = f"pieceJointeComplementaire[{at}].pieceJointeComplementaire", f"pieces_complementaires[{at}]"
        parts = {
            "Designation": filling.fit(f"{name}Designation", piece.designation, LONGEST_DESIGNATION, argument=argument),
            "Type": filling.fit(f"{name}Type", piece.type, LONGEST_TYPE, argument=argument),
            "Id": _id(f"{argument}.id", piece.id, needed=True),
        }
        told.append({f"pieceJointeComplementaire{key}": value for key, value in parts.items() if value is not None})
    if told:
        filling.payload["pieceJointeComplementaire"] = told


def _cadre(cadre: Cadre | str) -> Cadre:
    own = one_of(Cadre, "cadre", cadre)
    if own not in CADRES:
        taken = ", ".join(map(str, CADRES))
        raise ValueError(f"cadre: the API's « soumettre » takes {taken}, not {own} ({own.label})")
    return own


def _id(name: str, value: object, *, needed: bool = False) -> int | None:
    if value is None and not needed:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a number of the portal's{'' if needed else ' or None'}, not {kind_of(value)}")
    if not 0 < value <= LARGEST_ID:
        raise ValueError(f"{name} is a number of the portal's, above 0 and of 64 bits, not {value}")
    return value


def _text(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{name} is a str or None, not {kind_of(value)}")
    if not value.strip():
        raise ValueError(f"{name} is empty")
    return value
