"""The checks, one module each, listed by hand in the order of their codes within the blocks of the form.

A code is for ever. Families: ``DOC`` file and readability, ``IDE`` identification, ``DES`` recipient, ``FOU``
supplier, ``REF`` references, ``MNT`` amounts, ``PAI`` payment, ``CAD`` cadre de facturation, ``PJ`` attachments,
``MEN`` legal mentions, ``XML`` embedded Factur-X. The numbers left out in a family are kept for checks to come.
"""

from chorus_ocr.compliance.check import Check
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
from chorus_ocr.rules.checks.doc15 import texte_colore
from chorus_ocr.rules.checks.doc16 import contraste_faible
from chorus_ocr.rules.checks.doc17 import texte_blanc
from chorus_ocr.rules.checks.doc18 import texte_invisible
from chorus_ocr.rules.checks.doc19 import texte_rogne
from chorus_ocr.rules.checks.doc20 import texte_tourne
from chorus_ocr.rules.checks.doc21 import lettres_espacees
from chorus_ocr.rules.checks.doc22 import texte_minuscule
from chorus_ocr.rules.checks.doc23 import mot_cle_colle
from chorus_ocr.rules.checks.doc24 import donnees_collees
from chorus_ocr.rules.checks.fou01 import siret_fournisseur_absent
from chorus_ocr.rules.checks.fou02 import siret_fournisseur_invalide
from chorus_ocr.rules.checks.fou03 import siret_fournisseur_ambigu
from chorus_ocr.rules.checks.fou04 import tva_fournisseur_absente
from chorus_ocr.rules.checks.fou05 import tva_fournisseur_invalide
from chorus_ocr.rules.checks.fou06 import tva_fournisseur_autre_siren
from chorus_ocr.rules.checks.fou07 import identifiant_ridet
from chorus_ocr.rules.checks.fou08 import identifiant_tahiti
from chorus_ocr.rules.checks.fou09 import tva_autre_pays
from chorus_ocr.rules.checks.mnt05 import ht_plus_tva_different_du_ttc
from chorus_ocr.rules.checks.pj01 import nom_de_piece_trop_long
from chorus_ocr.rules.checks.pj02 import extension_de_piece_refusee
from chorus_ocr.rules.checks.pj03 import piece_trop_lourde
from chorus_ocr.rules.checks.pj04 import piece_vide
from chorus_ocr.rules.checks.pj05 import dossier_trop_lourd
from chorus_ocr.rules.checks.pj06 import noms_de_pieces_identiques
from chorus_ocr.rules.checks.ref01 import etat_sans_engagement
from chorus_ocr.rules.checks.ref02 import engagement_obligatoire
from chorus_ocr.rules.checks.ref03 import engagement_ou_service_obligatoire
from chorus_ocr.rules.checks.ref04 import sans_engagement
from chorus_ocr.rules.checks.ref05 import engagement_trop_long
from chorus_ocr.rules.checks.ref06 import engagement_de_l_etat_caracteres
from chorus_ocr.rules.checks.ref07 import engagements_differents
from chorus_ocr.rules.checks.ref08 import commande_a_cote
from chorus_ocr.rules.checks.ref09 import engagement_mot_non_publie
from chorus_ocr.rules.checks.ref10 import engagement_de_l_etat_pas_dix_chiffres
from chorus_ocr.rules.checks.ref11 import marche_sans_engagement
from chorus_ocr.rules.checks.ref12 import engagement_caracteres
from chorus_ocr.rules.checks.ref13 import engagement_exige_par_le_service
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
    texte_colore,
    contraste_faible,
    texte_blanc,
    texte_invisible,
    texte_rogne,
    texte_tourne,
    lettres_espacees,
    texte_minuscule,
    mot_cle_colle,
    donnees_collees,
    siret_destinataire_absent,
    siret_destinataire_invalide,
    siret_destinataire_mot_non_publie,
    siret_destinataire_ambigu,
    etat_sans_code_service,
    ministere_sans_siret,
    siret_fournisseur_absent,
    siret_fournisseur_invalide,
    siret_fournisseur_ambigu,
    tva_fournisseur_absente,
    tva_fournisseur_invalide,
    tva_fournisseur_autre_siren,
    identifiant_ridet,
    identifiant_tahiti,
    tva_autre_pays,
    etat_sans_engagement,
    engagement_obligatoire,
    engagement_ou_service_obligatoire,
    sans_engagement,
    engagement_trop_long,
    engagement_de_l_etat_caracteres,
    engagements_differents,
    commande_a_cote,
    engagement_mot_non_publie,
    engagement_de_l_etat_pas_dix_chiffres,
    marche_sans_engagement,
    engagement_caracteres,
    engagement_exige_par_le_service,
    ht_plus_tva_different_du_ttc,
    nom_de_piece_trop_long,
    extension_de_piece_refusee,
    piece_trop_lourde,
    piece_vide,
    dossier_trop_lourd,
    noms_de_pieces_identiques,
    page_et_xml_differents,
    xml_illisible,
    donnee_du_xml_non_imprimee,
)
"""Every check, in the order of the form."""

__all__ = ["CHECKS"]
