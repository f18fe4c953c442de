"""The fields of the form, one module each: their words, source, examples and counter-examples."""

from chorus_ocr.rules.fields.affactureur import AFFACTUREUR
from chorus_ocr.rules.fields.bic import BIC
from chorus_ocr.rules.fields.code_service import CODE_SERVICE
from chorus_ocr.rules.fields.date_echeance import DATE_ECHEANCE
from chorus_ocr.rules.fields.date_facture import DATE_FACTURE
from chorus_ocr.rules.fields.devise import DEVISE
from chorus_ocr.rules.fields.iban import IBAN
from chorus_ocr.rules.fields.lignes_tva import LIGNES_TVA
from chorus_ocr.rules.fields.mode_paiement import MODE_PAIEMENT
from chorus_ocr.rules.fields.montant_a_payer import MONTANT_A_PAYER
from chorus_ocr.rules.fields.montant_ht import MONTANT_HT
from chorus_ocr.rules.fields.montant_ttc import MONTANT_TTC
from chorus_ocr.rules.fields.montant_tva import MONTANT_TVA
from chorus_ocr.rules.fields.motif_exoneration import MOTIF_EXONERATION
from chorus_ocr.rules.fields.numero_engagement import NUMERO_ENGAGEMENT
from chorus_ocr.rules.fields.numero_facture import NUMERO_FACTURE
from chorus_ocr.rules.fields.numero_facture_origine import NUMERO_FACTURE_ORIGINE
from chorus_ocr.rules.fields.numero_marche import NUMERO_MARCHE
from chorus_ocr.rules.fields.siret_destinataire import SIRET_DESTINATAIRE
from chorus_ocr.rules.fields.siret_fournisseur import SIRET_FOURNISSEUR
from chorus_ocr.rules.fields.tva_destinataire import TVA_DESTINATAIRE
from chorus_ocr.rules.fields.tva_fournisseur import TVA_FOURNISSEUR
from chorus_ocr.rules.fields.type_facture import TYPE_FACTURE
from chorus_ocr.rules.fields.type_tva import TYPE_TVA

FIELDS = (
    NUMERO_FACTURE,
    DATE_FACTURE,
    TYPE_FACTURE,
    SIRET_DESTINATAIRE,
    CODE_SERVICE,
    SIRET_FOURNISSEUR,
    NUMERO_ENGAGEMENT,
    DEVISE,
    MONTANT_HT,
    MONTANT_TVA,
    MONTANT_TTC,
    MONTANT_A_PAYER,
    TYPE_TVA,
    NUMERO_MARCHE,
    NUMERO_FACTURE_ORIGINE,
    LIGNES_TVA,
    MOTIF_EXONERATION,
    TVA_FOURNISSEUR,
    TVA_DESTINATAIRE,
    DATE_ECHEANCE,
    MODE_PAIEMENT,
    IBAN,
    BIC,
    AFFACTUREUR,
)
"""Every field of the form, in the order of the form."""

__all__ = ["FIELDS"]
