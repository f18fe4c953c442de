"""The shapes of the portal's API, key by key (OpenAPI file of api.gouv.fr): nothing but what a call may hold.

The same datum has two names: ``codeDeviseFacture`` in the answer is ``deviseFacture`` in the next call,
``montantTtcAvantRemiseGlobalTTC`` is ``montantTtcTotal``, ``numeroFacture`` is ``numeroFactureSaisi``.
"""

from typing import Literal, TypedDict


class DeposerPdfDict(TypedDict):
    """The data of ``WsRetourDeposerPdfFacture``, null where nothing was found. ``pieceJointeId`` is the portal's."""

    numeroFacture: str | None
    dateFacture: str | None
    codeDestinataire: str | None
    codeServiceExecutant: str | None
    codeFournisseur: str | None
    codeDeviseFacture: str | None
    typeFacture: str | None
    typeTva: str | None
    numeroBonCommande: str | None
    montantTtcAvantRemiseGlobalTTC: float | None
    montantAPayer: float | None
    montantHtTotal: float | None
    montantTVA: float | None


class DestinataireDict(TypedDict, total=False):
    """``SoumettreFactureDestinataire``."""

    codeDestinataire: str
    codeServiceExecutant: str


class FournisseurDict(TypedDict, total=False):
    """``SoumettreFactureFournisseur``: numbers that the portal gave the supplier, its service and its account."""

    idFournisseur: int
    idServiceFournisseur: int
    codeCoordonneesBancairesFournisseur: int


class CadreDict(TypedDict, total=False):
    """``SoumettreFactureCadreDeFacturation``; a subcontractor and a partner name who validates."""

    codeCadreFacturation: str
    codeStructureValideur: str
    codeServiceValideur: str


class ReferencesDict(TypedDict, total=False):
    """``SoumettreFactureReferences``."""

    deviseFacture: str
    typeFacture: str
    typeTva: str
    motifExonerationTva: str
    numeroMarche: str
    numeroBonCommande: str
    numeroFactureOrigine: str
    modePaiement: str


class LigneTvaDict(TypedDict, total=False):
    """``LigneTvaSoumettreInput``: the rate as a number, since the portal's codes of rates are not published."""

    ligneTvaTauxManuel: float
    ligneTvaMontantBaseHtParTaux: float
    ligneTvaMontantTvaParTaux: float


class MontantTotalDict(TypedDict, total=False):
    """``SoumettreFactureMontantTotal``."""

    montantHtTotal: float
    montantTVA: float
    montantTtcTotal: float
    montantAPayer: float


class PieceJointePrincipaleDict(TypedDict, total=False):
    """``SoumettreFacturePieceJointePrincipale``: the PDF, by the number that its deposit gave it."""

    pieceJointePrincipaleDesignation: str
    pieceJointePrincipaleId: int


class PieceJointeComplementaireDict(TypedDict, total=False):
    """``PieceJointeComplentaireSoumettreInput``: a file that goes with the invoice."""

    pieceJointeComplementaireDesignation: str
    pieceJointeComplementaireType: str
    pieceJointeComplementaireId: int


class SoumettreFactureDict(TypedDict, total=False):
    """``SoumettreFactureParam``, as far as a PDF and its depositor fill it. A key that is not known is not there."""

    idUtilisateurCourant: int
    modeDepot: Literal["DEPOT_PDF_API"]
    numeroFactureSaisi: str
    dateFacture: str
    destinataire: DestinataireDict
    fournisseur: FournisseurDict
    cadreDeFacturation: CadreDict
    references: ReferencesDict
    ligneTva: list[LigneTvaDict]
    montantTotal: MontantTotalDict
    pieceJointePrincipale: PieceJointePrincipaleDict
    pieceJointeComplementaire: list[PieceJointeComplementaireDict]
    commentaire: str
