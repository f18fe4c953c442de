"""The checks, one module each, listed by hand in the order of their codes within the blocks of the form.

A code is for ever. Families: ``DOC`` file and readability, ``IDE`` identification, ``DES`` recipient, ``FOU``
supplier, ``REF`` references, ``MNT`` amounts, ``PAI`` payment, ``CAD`` cadre de facturation, ``PJ`` attachments,
``MEN`` legal mentions, ``XML`` embedded Factur-X. The numbers left out in a family are kept for checks to come.
"""

from chorus_ocr.compliance.check import Check
from chorus_ocr.rules.checks.cad01 import sous_traitant
from chorus_ocr.rules.checks.cad02 import cotraitant
from chorus_ocr.rules.checks.cad03 import facture_acquittee
from chorus_ocr.rules.checks.cad04 import situation_de_travaux
from chorus_ocr.rules.checks.cad05 import decompte
from chorus_ocr.rules.checks.des01 import siret_destinataire_absent
from chorus_ocr.rules.checks.des02 import siret_destinataire_invalide
from chorus_ocr.rules.checks.des03 import siret_destinataire_mot_non_publie
from chorus_ocr.rules.checks.des05 import siret_destinataire_ambigu
from chorus_ocr.rules.checks.des08 import etat_sans_code_service
from chorus_ocr.rules.checks.des16 import ministere_sans_siret
from chorus_ocr.rules.checks.doc01 import nom_de_fichier_trop_long
from chorus_ocr.rules.checks.doc02 import extension_inattendue
from chorus_ocr.rules.checks.doc03 import fichier_trop_lourd
from chorus_ocr.rules.checks.doc04 import pdf_protege
from chorus_ocr.rules.checks.doc05 import sans_texte
from chorus_ocr.rules.checks.doc06 import couche_ocr_cachee
from chorus_ocr.rules.checks.doc07 import pages_non_lues
from chorus_ocr.rules.checks.doc08 import donnee_hors_pages_lues
from chorus_ocr.rules.checks.doc09 import facturx_embarque
from chorus_ocr.rules.checks.doc10 import caracteres_sans_unicode
from chorus_ocr.rules.checks.doc11 import valeurs_de_formulaire
from chorus_ocr.rules.checks.doc12 import plusieurs_factures
from chorus_ocr.rules.checks.doc13 import pas_une_facture
from chorus_ocr.rules.checks.doc14 import pdf_signe
from chorus_ocr.rules.checks.men01 import date_de_livraison
from chorus_ocr.rules.checks.men02 import designation_et_quantite
from chorus_ocr.rules.checks.men03 import prix_unitaire_ht
from chorus_ocr.rules.checks.men04 import adresses
from chorus_ocr.rules.checks.men05 import reference_de_commande
from chorus_ocr.rules.checks.men06 import escompte
from chorus_ocr.rules.checks.men07 import penalites_de_retard
from chorus_ocr.rules.checks.men08 import indemnite_de_recouvrement
from chorus_ocr.rules.checks.men09 import date_d_echeance
from chorus_ocr.rules.checks.men10 import forme_et_capital
from chorus_ocr.rules.checks.men11 import numero_d_immatriculation
from chorus_ocr.rules.checks.men12 import entrepreneur_individuel
from chorus_ocr.rules.checks.men13 import nature_de_l_operation
from chorus_ocr.rules.checks.men14 import option_debits
from chorus_ocr.rules.checks.men15 import siren_du_client
from chorus_ocr.rules.checks.men16 import assurance_decennale
from chorus_ocr.rules.checks.men17 import autoliquidation_mention
from chorus_ocr.rules.checks.men18 import adresse_de_livraison
from chorus_ocr.rules.checks.mnt05 import ht_plus_tva_different_du_ttc
from chorus_ocr.rules.checks.pj01 import nom_de_piece_trop_long
from chorus_ocr.rules.checks.pj02 import extension_de_piece_refusee
from chorus_ocr.rules.checks.pj03 import piece_trop_lourde
from chorus_ocr.rules.checks.pj04 import piece_vide
from chorus_ocr.rules.checks.pj05 import dossier_trop_lourd
from chorus_ocr.rules.checks.pj06 import noms_de_pieces_identiques
from chorus_ocr.rules.checks.ref01 import etat_sans_engagement
from chorus_ocr.rules.checks.ref07 import engagements_differents
from chorus_ocr.rules.checks.ref09 import engagement_mot_non_publie
from chorus_ocr.rules.checks.xml01 import page_et_xml_differents
from chorus_ocr.rules.checks.xml02 import xml_illisible
from chorus_ocr.rules.checks.xml03 import donnee_du_xml_non_imprimee

CHECKS: tuple[Check, ...] = (
    nom_de_fichier_trop_long,
    extension_inattendue,
    fichier_trop_lourd,
    pdf_protege,
    sans_texte,
    couche_ocr_cachee,
    pages_non_lues,
    donnee_hors_pages_lues,
    facturx_embarque,
    caracteres_sans_unicode,
    valeurs_de_formulaire,
    plusieurs_factures,
    pas_une_facture,
    pdf_signe,
    siret_destinataire_absent,
    siret_destinataire_invalide,
    siret_destinataire_mot_non_publie,
    siret_destinataire_ambigu,
    etat_sans_code_service,
    ministere_sans_siret,
    etat_sans_engagement,
    engagements_differents,
    engagement_mot_non_publie,
    ht_plus_tva_different_du_ttc,
    sous_traitant,
    cotraitant,
    facture_acquittee,
    situation_de_travaux,
    decompte,
    nom_de_piece_trop_long,
    extension_de_piece_refusee,
    piece_trop_lourde,
    piece_vide,
    dossier_trop_lourd,
    noms_de_pieces_identiques,
    date_de_livraison,
    designation_et_quantite,
    prix_unitaire_ht,
    adresses,
    reference_de_commande,
    escompte,
    penalites_de_retard,
    indemnite_de_recouvrement,
    date_d_echeance,
    forme_et_capital,
    numero_d_immatriculation,
    entrepreneur_individuel,
    nature_de_l_operation,
    option_debits,
    siren_du_client,
    assurance_decennale,
    autoliquidation_mention,
    adresse_de_livraison,
    page_et_xml_differents,
    xml_illisible,
    donnee_du_xml_non_imprimee,
)
"""Every check, in the order of the form."""

__all__ = ["CHECKS"]
