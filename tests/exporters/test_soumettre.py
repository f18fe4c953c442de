"""The portal's next call: its own names and limits, what the report tells, and every gap by its name."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    HandOverError,
    LigneTva,
    ModePaiement,
    Prefill,
    Report,
    Siret,
    TypeFacture,
    TypeTva,
)
from chorus_ocr.exporters import Gap, GapKind, PieceComplementaire, Soumission, to_soumettre_facture
from chorus_ocr.exporters import payloads as shapes
from chorus_ocr.exporters.soumettre import CADRES, LONGEST_COMMENT
from exporters.portal import FACTS, WITHOUT_FACTS, validator
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, STATE_LINES, bill, without

PDFS = sorted(INVOICES.glob("*.pdf"))
TODAY = date(2026, 11, 22)

FULL = Prefill(
    numero_facture="FA-2026-0412",
    date_facture=date(2026, 3, 12),
    type_facture=TypeFacture.FACTURE,
    siret_destinataire=Siret("21180910400017"),
    code_service="TECHNIQUE",
    siret_fournisseur=Siret("40303265045001"),
    numero_engagement="26D000417",
    devise="EUR",
    montant_ht=Decimal("1200.00"),
    montant_tva=Decimal("240.00"),
    montant_ttc=Decimal("1440.00"),
    montant_a_payer=Decimal("1440.00"),
    type_tva=TypeTva.TVA_SUR_DEBIT,
    numero_marche="2025M017",
    numero_facture_origine="FA-2026-0007",
    lignes_tva=(LigneTva(taux=Decimal("20"), base_ht=Decimal("1200.00"), montant=Decimal("240.00")),),
    motif_exoneration="TVA non applicable, art. 293 B du CGI",
    tva_fournisseur="FR40303265045",
    tva_destinataire="FR44732829320",
    date_echeance=date(2026, 4, 11),
    mode_paiement=ModePaiement.VIREMENT,
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP882",
    affactureur="Crédit Facteur Breton",
)
REPORT = chorus_ocr.scan(INVOICES / "inline_labels.pdf", today=TODAY)


def named(value: object) -> str | None:
    return value if isinstance(value, str) else None


def call(report: Report = REPORT, **how: Any) -> Soumission:
    return to_soumettre_facture(report, **{"cadre": "A1", "piece_jointe_id": 28093, "id_fournisseur": 41, **how})


def of(prefill: Prefill, **how: Any) -> Soumission:
    return call(prefill=prefill, **how)


def paths(made: Soumission) -> list[str]:
    return [gap.path for gap in made.gaps]


def gap(made: Soumission, path: str) -> Gap:
    [found] = [each for each in made.gaps if each.path == path]
    return found


def keys(data: object) -> set[str]:
    """Return every key of a payload, whatever holds it."""
    if isinstance(data, dict):
        return {*data, *(key for each in data.values() for key in keys(each))}
    return {key for each in data for key in keys(each)} if isinstance(data, list) else set()


def put(payload: dict[str, Any], path: str) -> Any:
    """Return what stands at a path of a payload, None where nothing does."""
    at: Any = payload
    for key in path.split("."):
        at = (at or {}).get(key)
    return at


# The whole


def test_a_form_that_is_filled_is_a_call_without_gaps() -> None:
    made = of(FULL)
    assert made.gaps == () and made.complete
    assert made.payload == {
        "modeDepot": "DEPOT_PDF_API",
        "numeroFactureSaisi": "FA-2026-0412",
        "dateFacture": "2026-03-12",
        "destinataire": {"codeDestinataire": "21180910400017", "codeServiceExecutant": "TECHNIQUE"},
        "fournisseur": {"idFournisseur": 41},
        "cadreDeFacturation": {"codeCadreFacturation": "A1_FACTURE_FOURNISSEUR"},
        "references": {
            "deviseFacture": "EUR",
            "typeFacture": "FACTURE",
            "typeTva": "TVA_SUR_DEBIT",
            "numeroMarche": "2025M017",
            "numeroBonCommande": "26D000417",
            "modePaiement": "VIREMENT",
        },
        "ligneTva": [
            {"ligneTvaTauxManuel": 20.0, "ligneTvaMontantBaseHtParTaux": 1200.0, "ligneTvaMontantTvaParTaux": 240.0}
        ],
        "montantTotal": {
            "montantHtTotal": 1200.0,
            "montantTVA": 240.0,
            "montantTtcTotal": 1440.0,
            "montantAPayer": 1440.0,
        },
        "pieceJointePrincipale": {
            "pieceJointePrincipaleDesignation": "inline_labels.pdf",
            "pieceJointePrincipaleId": 28093,
        },
    }
    assert list(made.payload) == [key for key in shapes.SoumettreFactureDict.__annotations__ if key in made.payload]


def test_what_no_pdf_tells_is_an_argument() -> None:
    made = of(
        FULL,
        cadre="A9",
        id_utilisateur_courant=7,
        id_service_fournisseur=42,
        code_coordonnees_bancaires=43,
        code_structure_valideur="55212022200013",
        code_service_valideur="VALID",
        motif_exoneration="MOTIF",
        designation="Facture de mars",
        commentaire="Deuxième envoi",
        pieces_complementaires=[PieceComplementaire(id=5, designation="Bon de livraison", type="02")],
    )
    assert made.gaps == ()
    told: Any = made.payload
    assert told["idUtilisateurCourant"] == 7 and told["commentaire"] == "Deuxième envoi"
    assert told["fournisseur"] == {
        "idFournisseur": 41, "idServiceFournisseur": 42, "codeCoordonneesBancairesFournisseur": 43,
    }  # fmt: skip
    assert told["cadreDeFacturation"] == {
        "codeCadreFacturation": "A9_FACTURE_SOUSTRAITANT",
        "codeStructureValideur": "55212022200013",
        "codeServiceValideur": "VALID",
    }
    assert told["references"]["motifExonerationTva"] == "MOTIF"
    assert told["pieceJointePrincipale"]["pieceJointePrincipaleDesignation"] == "Facture de mars"
    assert told["pieceJointeComplementaire"] == [
        {
            "pieceJointeComplementaireDesignation": "Bon de livraison",
            "pieceJointeComplementaireType": "02",
            "pieceJointeComplementaireId": 5,
        }
    ]


PORTAL = pytest.mark.skipif(not FACTS.exists(), reason=WITHOUT_FACTS)


@PORTAL
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_call_is_what_the_portal_defines(path: Path) -> None:
    report = chorus_ocr.scan(path, password="secret", today=TODAY)
    own = validator("SoumettreFactureParam")
    for form in (report.prefill, report.completed):
        made = call(report, prefill=form)
        own.validate(made.payload)
        assert json.loads(json.dumps(made.payload)) == made.payload


@PORTAL
def test_the_fullest_call_is_what_the_portal_defines() -> None:
    piece = PieceComplementaire(id=5, designation="Bon", type="02")
    made = of(
        replace(FULL, type_tva=TypeTva.EXONERATION), cadre="A12", id_utilisateur_courant=7, id_service_fournisseur=1,
        code_coordonnees_bancaires=2, code_structure_valideur="55212022200013", code_service_valideur="V",
        motif_exoneration="M", commentaire="C", pieces_complementaires=[piece],
    )  # fmt: skip
    validator("SoumettreFactureParam").validate(made.payload)
    assert made.gaps == ()


@PORTAL
def test_the_shapes_are_those_of_the_portal() -> None:
    definitions = json.loads(FACTS.read_text(encoding="utf-8"))["definitions"]
    of_portal = {
        "SoumettreFactureDict": "SoumettreFactureParam",
        "DestinataireDict": "SoumettreFactureDestinataire",
        "FournisseurDict": "SoumettreFactureFournisseur",
        "CadreDict": "SoumettreFactureCadreDeFacturation",
        "ReferencesDict": "SoumettreFactureReferences",
        "LigneTvaDict": "LigneTvaSoumettreInput",
        "MontantTotalDict": "SoumettreFactureMontantTotal",
        "PieceJointePrincipaleDict": "SoumettreFacturePieceJointePrincipale",
        "PieceJointeComplementaireDict": "PieceJointeComplentaireSoumettreInput",
        "DeposerPdfDict": "WsRetourDeposerPdfFacture",
    }
    assert of_portal.keys() == {name for name in vars(shapes) if name.endswith("Dict") and name != "TypedDict"}
    for own, theirs in of_portal.items():
        assert set(get_type_hints(getattr(shapes, own))) <= set(definitions[theirs]["properties"]), own
    cadre = definitions["SoumettreFactureCadreDeFacturation"]["properties"]["codeCadreFacturation"]
    assert list(CADRES.values()) == cadre["enum"]


def test_the_portal_s_file_is_there_or_said_to_be_missing() -> None:
    if FACTS.parent.parent.exists():
        assert FACTS.exists()


# The names that differ between the two calls


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("references.deviseFacture", "codeDeviseFacture"),
        ("montantTotal.montantTtcTotal", "montantTtcAvantRemiseGlobalTTC"),
        ("numeroFactureSaisi", "numeroFacture"),
        ("destinataire.codeServiceExecutant", None),
        ("references.numeroBonCommande", "numeroEngagement"),
    ],
)
def test_a_name_of_the_answer_is_not_that_of_the_call(here: str, there: str | None) -> None:
    made = of(FULL)
    assert put(dict(made.payload), here) is not None
    assert there not in keys(made.payload)


def test_the_supplier_is_a_number_of_the_portal_and_no_siret() -> None:
    assert not {"codeFournisseur", "typeIdentifiant", "siretFournisseur"} & keys(of(FULL).payload)
    assert "40303265045001" not in json.dumps(of(FULL).payload)


@pytest.mark.parametrize(
    "value", ["2026-04-11", "FR7630006000011234567890189", "AGRIFRPP882", "FR40303265045", "FR44732829320", "Breton"]
)
def test_what_the_call_has_no_key_for_is_not_in_it(value: str) -> None:
    assert value in str(FULL) or date.fromisoformat(value) == FULL.date_echeance
    assert value not in json.dumps(of(FULL).payload, ensure_ascii=False)


def test_the_mention_of_an_exemption_is_no_code_of_a_reason() -> None:
    exempt = replace(FULL, type_tva=TypeTva.EXONERATION)
    missing = gap(of(exempt), "references.motifExonerationTva")
    assert missing.argument == "motif_exoneration" and missing.kind is GapKind.MISSING
    assert "293 B" not in json.dumps(of(exempt).payload)
    assert of(exempt, motif_exoneration="MOTIF").gaps == ()
    assert "motifExonerationTva" not in keys(of(FULL).payload)


def test_the_rate_is_a_number_and_no_code() -> None:
    assert "ligneTvaTaux" not in keys(of(FULL).payload)


def test_the_main_file_is_one_object_as_the_portal_defines_it() -> None:
    assert isinstance(put(dict(of(FULL).payload), "pieceJointePrincipale"), dict)


def test_a_credit_note_has_an_origin_and_no_mode_of_payment() -> None:
    credit = replace(FULL, type_facture=TypeFacture.AVOIR)
    references: Any = of(credit).payload["references"]
    assert references["numeroFactureOrigine"] == "FA-2026-0007" and "modePaiement" not in references
    assert "numeroFactureOrigine" not in keys(of(FULL).payload)
    assert paths(of(replace(credit, numero_facture_origine=None))) == ["references.numeroFactureOrigine"]
    negative = replace(credit, montant_ttc=Decimal("-1440.00"))
    assert put(dict(of(negative).payload), "montantTotal.montantTtcTotal") == -1440.0


# Gaps


def test_an_empty_form_names_every_key_that_is_missing() -> None:
    report = chorus_ocr.scan(INVOICES / "scan.pdf", today=TODAY)
    made = call(report, id_fournisseur=None)
    assert paths(made) == [
        "numeroFactureSaisi", "dateFacture", "destinataire.codeDestinataire", "fournisseur.idFournisseur",
        "references.deviseFacture", "references.typeFacture", "references.typeTva", "montantTotal.montantHtTotal",
        "montantTotal.montantTVA", "montantTotal.montantTtcTotal", "montantTotal.montantAPayer",
    ]  # fmt: skip
    assert all(each.kind is GapKind.MISSING and each.why and each.argument for each in made.gaps)
    assert [each.field for each in made.gaps][:4] == ["numero_facture", "date_facture", "siret_destinataire", None]
    assert keys(made.payload) == {
        "modeDepot", "cadreDeFacturation", "codeCadreFacturation", "pieceJointePrincipale",
        "pieceJointePrincipaleDesignation", "pieceJointePrincipaleId",
    }  # fmt: skip


def test_an_inferred_value_is_not_handed_over_unless_it_is_asked_for() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "due")))
    missing = gap(call(report), "montantTotal.montantAPayer")
    assert missing.print_text == "Net à payer : 1 440,00" and missing.field == "montant_a_payer"
    assert "montantAPayer" not in keys(call(report).payload)
    completed = call(report, prefill=report.completed)
    assert put(dict(completed.payload), "montantTotal.montantAPayer") == 1440.0


def test_a_gap_says_why_in_the_words_of_the_warning() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf", today=TODAY)
    missing = gap(call(report), "destinataire.codeDestinataire")
    assert missing.why == "Le SIRET 217 029 147 00016 (page 1) a une clé de contrôle fausse."
    assert str(missing) == (
        "destinataire.codeDestinataire : Le SIRET 217 029 147 00016 (page 1) a une clé de contrôle fausse "
        "→ argument prefill"
    )
    english = chorus_ocr.scan(INVOICES / "invalid_siret.pdf", today=TODAY, lang="en")
    assert "wrong" in gap(call(english), "destinataire.codeDestinataire").why
    assert "no PDF tells it → argument id_fournisseur" in str(
        gap(call(english, id_fournisseur=None), "fournisseur.idFournisseur")
    )


def test_a_flagged_identifier_goes_as_the_sandbox_wants_it() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf", today=TODAY, checksums="flag")
    assert put(dict(call(report).payload), "destinataire.codeDestinataire") == "21702914700016"


def test_the_state_asks_for_an_engagement_and_a_service() -> None:
    report = chorus_ocr.scan(bill(without(STATE_LINES, "service", "engagement")))
    asked = ["destinataire.codeServiceExecutant", "references.numeroBonCommande"]
    assert [path for path in paths(call(report)) if path in asked] == asked
    to_state = replace(FULL, siret_destinataire=Siret("11000201100044"), code_service=None, numero_engagement=None)
    assert paths(of(to_state)) == asked
    assert "l'État" in gap(of(to_state), asked[0]).why
    elsewhere = replace(FULL, code_service=None, numero_engagement=None)
    assert of(elsewhere).gaps == ()


def test_a_directory_asks_for_what_the_body_wants() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "service")))
    siret = report.prefill.siret_destinataire
    assert siret is not None and "destinataire.codeServiceExecutant" not in paths(call(report))
    body = chorus_ocr.Structure(siret=siret, code_service_doit_etre_renseigne=True)
    asking = chorus_ocr.scan(bill(without(LINES, "service")), directory=chorus_ocr.CsvDirectory(structures=(body,)))
    assert "destinataire.codeServiceExecutant" in paths(call(asking))


@pytest.mark.parametrize("cadre", ["A9", "A12"])
def test_a_subcontractor_and_a_partner_name_who_validates(cadre: str) -> None:
    assert paths(of(FULL, cadre=cadre)) == ["cadreDeFacturation.codeStructureValideur"]
    assert gap(of(FULL, cadre=cadre), "cadreDeFacturation.codeStructureValideur").argument == "code_structure_valideur"
    assert of(FULL, cadre=cadre, code_structure_valideur="55212022200013").gaps == ()


def test_a_vat_without_its_breakdown_is_told_and_a_part_of_a_row_is_not_computed() -> None:
    assert paths(of(replace(FULL, lignes_tva=None))) == ["ligneTva"]
    assert of(replace(FULL, lignes_tva=None, type_tva=TypeTva.SANS_TVA)).gaps == ()
    rows = (
        LigneTva(taux=Decimal("20"), base_ht=Decimal("1000"), montant=Decimal("200")),
        LigneTva(taux=Decimal("5.5"), base_ht=None, montant=Decimal("11")),
    )
    made = of(replace(FULL, lignes_tva=rows))
    assert paths(made) == ["ligneTva[1].ligneTvaMontantBaseHtParTaux"]
    assert made.payload["ligneTva"][1] == {"ligneTvaTauxManuel": 5.5, "ligneTvaMontantTvaParTaux": 11.0}


def test_a_field_that_the_user_cleared_is_missing_whatever_the_page_prints() -> None:
    made = of(replace(FULL, devise=None))
    assert paths(made) == ["references.deviseFacture"]
    assert gap(made, "references.deviseFacture").why == "le formulaire ne le porte pas"


def test_an_empty_text_is_none() -> None:
    made = of(replace(FULL, numero_facture="", code_service=" ", numero_engagement="", numero_marche=""))
    assert paths(made) == ["numeroFactureSaisi"]
    assert not {"codeServiceExecutant", "numeroBonCommande", "numeroMarche"} & keys(made.payload)


def test_a_pack_without_a_field_leaves_its_key_missing() -> None:
    report = chorus_ocr.scan(INVOICES / "inline_labels.pdf", rules=CHORUS_PRO.without("devise", "MNT12"))
    assert gap(call(report), "references.deviseFacture").why == "le formulaire ne le porte pas"


def test_strict_lists_every_gap_in_one_error() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf", today=TODAY)
    lenient = call(report, id_fournisseur=None)
    assert len(lenient.gaps) > 3
    with pytest.raises(HandOverError) as caught:
        call(report, id_fournisseur=None, strict=True)
    assert caught.value.faults == tuple(map(str, lenient.gaps))
    assert all(fault in str(caught.value) for fault in caught.value.faults)
    assert call(prefill=FULL, strict=True) == of(FULL)


# Lengths and characters: told, never cut


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("numeroFactureSaisi", {"numero_facture": "F" * 21}, "21 caractères ; le portail en prend 20"),
    ("numeroFactureSaisi", {"numero_facture": "FA.2026 12"}, "« . », espace"),
    ("numeroFactureSaisi", {"numero_facture": "FÀ-12"}, "« À »"),
    ("destinataire.codeDestinataire", {"siret_destinataire": "110 002 011 00044"}, "14 chiffres"),
    ("destinataire.codeDestinataire", {"siret_destinataire": "1100020110004"}, "14 chiffres"),
    ("destinataire.codeServiceExecutant", {"code_service": "S" * 101}, "101 caractères ; le portail en prend 100"),
    ("destinataire.codeServiceExecutant", {"code_service": "VOIRIE/NORD"}, "« / »"),
    ("references.numeroBonCommande", {"numero_engagement": "E" * 51}, "51 caractères ; le portail en prend 50"),
    ("references.numeroBonCommande", {"numero_engagement": "BDC 2026.a"}, "espace, « . », minuscules"),
    ("references.deviseFacture", {"devise": "ERU"}, "code ISO"),
    ("references.deviseFacture", {"devise": "EURO"}, "code ISO"),
    ("montantTotal.montantHtTotal", {"montant_ht": Decimal("12345678901234")}, "13 chiffres"),
    ("montantTotal.montantTVA", {"montant_tva": Decimal("0.1234567")}, "6 décimales"),
    (
        "ligneTva[0].ligneTvaTauxManuel",
        {"lignes_tva": (LigneTva(taux=Decimal("NaN"), base_ht=Decimal(1), montant=Decimal(1)),)},
        "pas de nombre",
    ),
]


@pytest.mark.parametrize(("path", "change", "why"), REFUSED, ids=named)
def test_what_the_portal_does_not_take_is_told_and_left_out_whole(path: str, change: dict[str, Any], why: str) -> None:
    made = of(replace(FULL, **change))
    [found] = made.gaps
    assert (found.path, found.kind) == (path, GapKind.REFUSED)
    assert why in found.why and found.argument == "prefill" and found.field is not None
    if not path.startswith("ligneTva"):
        [(name, value)] = change.items()
        assert (found.field, found.value) == (name, value)
        assert put(dict(made.payload), path) is None
    assert f"« {found.value} »" in str(found)


TAKEN: list[tuple[str, dict[str, Any]]] = [
    ("numeroFactureSaisi", {"numero_facture": "F" * 16 + "-_/+"}),
    ("destinataire.codeServiceExecutant", {"code_service": "É" * 98 + "_-"}),
    ("destinataire.codeServiceExecutant", {"code_service": "VOIRIE NORD"}),
    ("references.numeroBonCommande", {"numero_engagement": "E" * 46 + "_+/-"}),
    ("references.deviseFacture", {"devise": "XPF"}),
    ("montantTotal.montantHtTotal", {"montant_ht": Decimal("9999999999999.99")}),
]


@pytest.mark.parametrize(("path", "change"), TAKEN, ids=named)
def test_what_just_fits_is_taken(path: str, change: dict[str, Any]) -> None:
    made = of(replace(FULL, **change))
    assert made.gaps == ()
    [value] = change.values()
    assert put(dict(made.payload), path) == (float(value) if isinstance(value, Decimal) else value)


@pytest.mark.parametrize(
    ("path", "how", "argument"),
    [
        ("commentaire", {"commentaire": "x" * (LONGEST_COMMENT + 1)}, "commentaire"),
        ("pieceJointePrincipale.pieceJointePrincipaleDesignation", {"designation": "x" * 101}, "designation"),
        (
            "pieceJointeComplementaire[0].pieceJointeComplementaireDesignation",
            {"pieces_complementaires": [PieceComplementaire(id=1, designation="x" * 101)]},
            "pieces_complementaires[0]",
        ),
        (
            "pieceJointeComplementaire[0].pieceJointeComplementaireType",
            {"pieces_complementaires": [PieceComplementaire(id=1, designation="x", type="t" * 31)]},
            "pieces_complementaires[0]",
        ),
    ],
)
def test_an_argument_that_is_too_long_is_told_too(path: str, how: dict[str, Any], argument: str) -> None:
    made = of(FULL, **how)
    [found] = made.gaps
    assert (found.path, found.kind, found.argument) == (path, GapKind.REFUSED, argument)
    assert path.rpartition(".")[2] not in keys(made.payload)


CODES = st.text(alphabet="AZaz09 -_/+.éÀ°'\n", max_size=120)


@PORTAL
@settings(max_examples=60, derandomize=True)
@given(number=CODES, service=CODES, engagement=CODES, amount=st.decimals(allow_nan=True, allow_infinity=True))
def test_whatever_the_form_holds_the_payload_keeps_the_limits(
    number: str, service: str, engagement: str, amount: Decimal
) -> None:
    form = replace(FULL, numero_facture=number, code_service=service, numero_engagement=engagement, montant_ht=amount)
    made = of(form)
    validator("SoumettreFactureParam").validate(made.payload)
    told = dict(made.payload)
    for path, value in (
        ("numeroFactureSaisi", number),
        ("destinataire.codeServiceExecutant", service),
        ("references.numeroBonCommande", engagement),
    ):
        optional = not value.strip() and path != "numeroFactureSaisi"  # as good as not there
        assert optional or (put(told, path) == value) != (path in paths(made))
        assert not optional or path not in paths(made)
    assert len(put(told, "numeroFactureSaisi") or "") <= 20
    assert ("montantTotal.montantHtTotal" in paths(made)) == (put(told, "montantTotal.montantHtTotal") is None)


# Wrong arguments


@pytest.mark.parametrize("cadre", ["A3", "A5", "A25"])
def test_a_cadre_that_the_call_does_not_take_is_refused(cadre: str) -> None:
    with pytest.raises(ValueError, match=f"takes A1, A2, A9, A12, not {cadre} \\("):
        call(cadre=cadre)


@pytest.mark.parametrize(
    ("how", "error", "match"),
    [
        ({"cadre": "B1"}, ValueError, "cadre is one of 'A1', "),
        ({"piece_jointe_id": None}, TypeError, "piece_jointe_id is a number of the portal's, not NoneType"),
        ({"piece_jointe_id": "28093"}, TypeError, "piece_jointe_id is a number"),
        ({"piece_jointe_id": True}, TypeError, "piece_jointe_id is a number"),
        ({"piece_jointe_id": 0}, ValueError, "above 0"),
        ({"id_fournisseur": 2**63}, ValueError, "of 64 bits"),
        ({"code_structure_valideur": 5}, TypeError, "code_structure_valideur is a str or None, not int"),
        ({"commentaire": " "}, ValueError, "commentaire is empty"),
        ({"prefill": {}}, TypeError, "prefill is a Prefill or None, not dict"),
        ({"pieces_complementaires": [{}]}, TypeError, r"pieces_complementaires\[0\] is a PieceComplementaire"),
    ],
)
def test_a_wrong_argument_is_refused_by_its_name(how: dict[str, Any], error: type[Exception], match: str) -> None:
    with pytest.raises(error, match=match):
        call(**how)


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(TypeError, match="report is a Report"):
        call(FULL)  # type: ignore[arg-type]


def test_a_report_that_came_back_is_handed_over_alike() -> None:
    for path in PDFS:
        report = chorus_ocr.scan(path, password="secret", today=TODAY)
        assert call(Report.from_dict(report.to_dict())) == call(report)


def test_it_tells_itself_shortly() -> None:
    assert repr(of(FULL)) == "<Soumission of 'FA-2026-0412': nothing missing>"
    assert repr(of(replace(FULL, devise=None))) == "<Soumission of 'FA-2026-0412': references.deviseFacture missing>"
