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
from chorus_ocr.rules.checks.des04 import siret_destinataire_sans_mot_cle
from chorus_ocr.rules.checks.des05 import siret_destinataire_ambigu
from chorus_ocr.rules.checks.des06 import siret_destinataire_du_fournisseur
from chorus_ocr.rules.checks.des07 import siren_au_lieu_du_siret
from chorus_ocr.rules.checks.des08 import etat_sans_code_service
from chorus_ocr.rules.checks.des09 import code_service_trop_long
from chorus_ocr.rules.checks.des10 import code_service_caracteres
from chorus_ocr.rules.checks.des11 import factures_publiques
from chorus_ocr.rules.checks.des12 import structure_inconnue
from chorus_ocr.rules.checks.des13 import structure_inactive
from chorus_ocr.rules.checks.des14 import code_service_obligatoire
from chorus_ocr.rules.checks.des15 import service_inconnu
from chorus_ocr.rules.checks.des16 import ministere_sans_siret
from chorus_ocr.rules.checks.des17 import codes_service_differents
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
from chorus_ocr.rules.checks.ide01 import numero_facture_absent
from chorus_ocr.rules.checks.ide02 import numero_facture_trop_long
from chorus_ocr.rules.checks.ide03 import numero_facture_caracteres
from chorus_ocr.rules.checks.ide04 import numeros_de_facture_differents
from chorus_ocr.rules.checks.ide05 import date_facture_absente
from chorus_ocr.rules.checks.ide06 import date_facture_future
from chorus_ocr.rules.checks.ide07 import date_facture_ambigue
from chorus_ocr.rules.checks.ide08 import date_facture_ancienne
from chorus_ocr.rules.checks.ide09 import avoir_sans_facture_origine
from chorus_ocr.rules.checks.ide10 import type_non_dit
from chorus_ocr.rules.checks.ide11 import date_facture_impossible
from chorus_ocr.rules.checks.ide12 import autre_numero_de_facture
from chorus_ocr.rules.checks.ide13 import autre_date_de_facture
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
from chorus_ocr.rules.checks.mnt01 import montant_ht_absent
from chorus_ocr.rules.checks.mnt02 import montant_tva_absent
from chorus_ocr.rules.checks.mnt03 import montant_ttc_absent
from chorus_ocr.rules.checks.mnt04 import montant_a_payer_absent
from chorus_ocr.rules.checks.mnt05 import ht_plus_tva_different_du_ttc
from chorus_ocr.rules.checks.mnt06 import lignes_tva_total
from chorus_ocr.rules.checks.mnt07 import ligne_tva_fausse
from chorus_ocr.rules.checks.mnt08 import taux_tva_inconnu
from chorus_ocr.rules.checks.mnt09 import taux_tva_autre_territoire
from chorus_ocr.rules.checks.mnt10 import point_decimal
from chorus_ocr.rules.checks.mnt11 import net_a_payer_superieur_au_ttc
from chorus_ocr.rules.checks.mnt12 import devise_absente
from chorus_ocr.rules.checks.mnt13 import devise_inconnue
from chorus_ocr.rules.checks.mnt14 import tva_nulle_sans_mention
from chorus_ocr.rules.checks.mnt15 import avoir_signes_melanges
from chorus_ocr.rules.checks.mnt16 import montants_ambigus
from chorus_ocr.rules.checks.pai01 import iban_invalide
from chorus_ocr.rules.checks.pai02 import bic_invalide
from chorus_ocr.rules.checks.pai03 import echeance_avant_la_facture
from chorus_ocr.rules.checks.pai04 import echeance_au_dela_du_delai
from chorus_ocr.rules.checks.pai05 import subrogation_sans_factor
from chorus_ocr.rules.checks.pai06 import factor_sans_subrogation
from chorus_ocr.rules.checks.pai07 import avoir_avec_mode_de_paiement
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
    numero_facture_absent,
    numero_facture_trop_long,
    numero_facture_caracteres,
    numeros_de_facture_differents,
    date_facture_absente,
    date_facture_future,
    date_facture_ambigue,
    date_facture_ancienne,
    avoir_sans_facture_origine,
    type_non_dit,
    date_facture_impossible,
    autre_numero_de_facture,
    autre_date_de_facture,
    siret_destinataire_absent,
    siret_destinataire_invalide,
    siret_destinataire_mot_non_publie,
    siret_destinataire_sans_mot_cle,
    siret_destinataire_ambigu,
    siret_destinataire_du_fournisseur,
    siren_au_lieu_du_siret,
    etat_sans_code_service,
    code_service_trop_long,
    code_service_caracteres,
    factures_publiques,
    structure_inconnue,
    structure_inactive,
    code_service_obligatoire,
    service_inconnu,
    ministere_sans_siret,
    codes_service_differents,
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
    montant_ht_absent,
    montant_tva_absent,
    montant_ttc_absent,
    montant_a_payer_absent,
    ht_plus_tva_different_du_ttc,
    lignes_tva_total,
    ligne_tva_fausse,
    taux_tva_inconnu,
    taux_tva_autre_territoire,
    point_decimal,
    net_a_payer_superieur_au_ttc,
    devise_absente,
    devise_inconnue,
    tva_nulle_sans_mention,
    avoir_signes_melanges,
    montants_ambigus,
    iban_invalide,
    bic_invalide,
    echeance_avant_la_facture,
    echeance_au_dela_du_delai,
    subrogation_sans_factor,
    factor_sans_subrogation,
    avoir_avec_mode_de_paiement,
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
