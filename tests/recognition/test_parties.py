"""Whose SIRET and whose VAT number is printed.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

import pytest

from fixtures.parties import CLERY, HAUTELISSE, LYCEE, PONTVERNOIS, STATE_SIRET, SYLVARDE, siret, spaced
from pages import page
from recognition.seen import CLIENT, FOOT, OTHER, OWN, TITLE, Line, fields, fields_of, printed, several, value, verdicts


@pytest.mark.parametrize(
    ("words", "want"), [("SIRET", SYLVARDE.siret), ("voir le SIRET", None), ("SIREN", None), ("au verso", None)]
)
def test_a_siret_may_have_its_label_in_parentheses_after_it(words: str, want: str | None) -> None:
    seen = fields(TITLE, "", f"{OWN} ({words})", "", f"SIRET client : {CLIENT}")
    assert value(seen, "siret_fournisseur") == want
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret


def without_clue(first: str, second: str) -> list[Line]:
    return [TITLE, "", f"SIRET : {first}", "Ronde de nuit", "", "Mai 2026", "", f"SIRET : {second}"]


@pytest.mark.parametrize("public", [PONTVERNOIS.siret, STATE_SIRET])
@pytest.mark.parametrize("first", [True, False])
def test_of_two_sirets_the_public_one_is_the_recipients(public: str, first: bool) -> None:
    body = spaced(public, 3, 3, 3, 5)
    seen = fields(*(without_clue(body, OWN) if first else without_clue(OWN, body)))
    assert value(seen, "siret_destinataire") == public
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret
    assert verdicts(seen, "siret_destinataire", OWN) == {"wrong_role"}
    assert verdicts(seen, "siret_fournisseur", body) == {"wrong_role"}


@pytest.mark.parametrize(("first", "second"), [(CLIENT, spaced(CLERY.siret, 3, 3, 3, 5)), (OWN, OTHER)])
def test_two_public_or_two_private_sirets_without_a_clue_stay_blank(first: str, second: str) -> None:
    seen = fields(*without_clue(first, second))
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") is None


FACTORING = (
    (f"À régler à l'ordre de CRÉDIFACTOR, SA au capital de 50 000 €, SIRET {OTHER}, qui la reçoit par subrogation.",),
    (
        "Pour être libératoire, le règlement de cette facture est à faire à l'ordre de CRÉDIFACTOR,",
        f"SA au capital de 5 000 000 €, SIRET {OTHER}, 8 rue du Pont, 59980 Wattreloin,",
        "qui la reçoit par subrogation dans le cadre d'un contrat d'affacturage.",
    ),
)


@pytest.mark.parametrize("paragraph", FACTORING)
def test_the_siret_of_a_factor_is_not_the_suppliers(paragraph: tuple[str, ...]) -> None:
    alone = fields(TITLE, "", f"SIRET client : {CLIENT}", "", *paragraph)
    assert value(alone, "siret_fournisseur") is None
    signed = fields(TITLE, "", f"SIRET client : {CLIENT}", "", *paragraph, "", "", FOOT)
    assert value(signed, "siret_fournisseur") == SYLVARDE.siret
    for seen in (alone, signed):
        assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
        assert verdicts(seen, "siret_fournisseur", OTHER) == {"wrong_role"}


def test_a_mention_of_the_capital_that_speaks_of_no_factor_is_the_suppliers() -> None:
    seen = fields(TITLE, "", f"{HAUTELISSE.name}, SA au capital de 5 000 000 €, SIRET {OTHER}, 59980 Wattreloin")
    assert value(seen, "siret_fournisseur") == HAUTELISSE.siret


HEAD_OFFICE = siret(SYLVARDE.siren, 998)


@pytest.mark.parametrize("label", ["SIRET de l'établissement", "SIRET agence", "SIRET fournisseur"])
def test_the_establishment_that_bills_goes_before_its_head_office(label: str) -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", f"{label} : {OWN}", "", f"SIRET client : {CLIENT}")
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret
    assert verdicts(seen, "siret_fournisseur", HEAD_OFFICE) == {"lost_to"}


def test_the_siret_in_the_footer_goes_before_that_of_the_head_office() -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", "", f"SIRET client : {CLIENT}", "", FOOT)
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize("client", [(), (f"SIRET client : {CLIENT}",)])
def test_the_siret_of_the_head_office_counts_where_it_is_alone(client: tuple[str, ...]) -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", "", *client)
    assert value(seen, "siret_fournisseur") == HEAD_OFFICE
    assert value(seen, "siret_destinataire") == (PONTVERNOIS.siret if client else None)


@pytest.mark.parametrize("label", ["SIRET abonné (client)", "SIRET abonné (client) :", "SIRET (client)"])
def test_a_label_may_end_with_whose_siret_it_is(label: str) -> None:
    seen = fields(TITLE, "", [(40, label), (200, CLIENT)])
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    assert value(seen, "siret_fournisseur") is None


def test_a_label_that_ends_with_the_supplier_is_the_suppliers() -> None:
    seen = fields(TITLE, "", [(40, "SIRET (fournisseur)"), (200, OWN)])
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize(("lines", "want"), [((), None), ((f"SIRET fournisseur : {OWN}",), SYLVARDE.siret)])
def test_the_siret_of_an_agent_is_not_the_suppliers(lines: tuple[str, ...], want: str | None) -> None:
    seen = fields(TITLE, "", f"SIRET mandataire : {OTHER}", f"SIRET client : {CLIENT}", *lines)
    assert value(seen, "siret_fournisseur") == want
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret


def test_a_role_in_parentheses_overrules_the_words_before_it() -> None:
    line: list[tuple[float, str]] = [(40, "SIRET entreprise (client)"), (240, CLIENT)]
    assert value(fields("FACTURE N° F2026-0903", "", line), "siret_fournisseur") is None


def test_a_siret_in_a_sentence_under_an_address_is_nobodys() -> None:
    seen = fields(
        TITLE,
        "",
        [(320, "Collège de Rocheval")],
        [(320, "17230 ROCHEVAL")],
        "",
        f"Fournisseur du matériel : {HAUTELISSE.name} (SIRET {OTHER}). Le loyer est cédé à la banque du bailleur.",
        "",
        FOOT,
    )
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


def test_where_the_supplier_is_known_a_public_siren_left_over_is_the_recipients() -> None:
    seen = fields(TITLE, "", [(40, "Vos références")], "", f"N° Siret : {CLIENT}", "", FOOT)
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    company = fields(TITLE, "", [(40, "Vos références")], "", f"N° Siret : {OTHER}", "", FOOT)
    assert value(company, "siret_destinataire") is None


def test_the_holder_of_the_contract_is_not_the_subcontractor_who_bills() -> None:
    holder = f"SIRET titulaire : {OTHER}"
    assert value(fields(TITLE, "", holder), "siret_fournisseur") == HAUTELISSE.siret
    assert value(fields(TITLE, "Sous-traitant agréé (DC4)", "", holder), "siret_fournisseur") is None


def test_the_party_that_a_label_names_is_whose_number_it_is() -> None:
    vat = "FR85127135127"
    assert value(fields(TITLE, "", "N° de TVA du bailleur : " + SYLVARDE.vat), "tva_fournisseur") == SYLVARDE.vat
    assert value(fields(TITLE, "", "N° de TVA du bailleur : " + SYLVARDE.vat), "tva_destinataire") is None
    assert value(fields(TITLE, "", f"N° de TVA du bailleur : {vat}"), "tva_fournisseur") is None  # fails its key
    assert value(fields(TITLE, "", f"SIRET bénéficiaire : {CLIENT}"), "siret_fournisseur") is None


def test_the_number_of_another_firm_is_not_the_suppliers_where_its_register_entry_is_printed() -> None:
    parent = f"Notre société est une filiale de {HAUTELISSE.name}, SIRET {OTHER}, qui n'intervient pas."
    seen = fields(TITLE, f"RCS Orléans {spaced(SYLVARDE.siren, 3, 3, 3)}", "", parent)
    assert value(seen, "siret_fournisseur") is None
    alone = fields(TITLE, "", f"SIRET {OTHER}")
    assert value(alone, "siret_fournisseur") == HAUTELISSE.siret


SCHOOL = spaced(siret(PONTVERNOIS.siret[:9], 2), 3, 3, 3, 5)


def test_a_delivery_site_does_not_displace_the_number_of_the_client() -> None:
    site = f"Livré à l'école Jules-Verne, SIRET : {SCHOOL}"
    assert printed("siret_destinataire", TITLE, "", f"SIRET client : {CLIENT}", "", site, "", FOOT) == PONTVERNOIS.siret


@pytest.mark.parametrize("heading", ["Adresse de livraison :", "Lieu d'intervention", "Sous-traitant :"])
def test_a_number_under_the_heading_of_another_party_is_not_the_clients(heading: str) -> None:
    block = [heading, "École Jules-Verne", "25980 Pontvernois", f"SIRET : {SCHOOL}"]
    assert several(("siret_destinataire", "siret_fournisseur"), TITLE, "", *block, "", FOOT) == (None, SYLVARDE.siret)


def test_of_three_numbers_without_a_clue_none_is_taken() -> None:
    lines = [TITLE, "", f"SIRET : {CLIENT}", "Ronde", "", f"SIRET : {OWN}", "", "Mai", "", f"SIRET : {OTHER}"]
    assert several(("siret_destinataire", "siret_fournisseur"), *lines) == (None, None)


LYCEE_NUMBER = spaced(LYCEE.siret, 3, 3, 3, 5)


def test_an_establishment_under_the_address_of_the_client_is_the_clients() -> None:
    number = f"SIRET de l'établissement : {LYCEE_NUMBER}"
    block: list[Line] = [[(320, text)] for text in ("Lycée Simone-Arnould", "54970 Bréval-aux-Forges", number)]
    assert several(("siret_destinataire", "siret_fournisseur"), TITLE, *block, "", FOOT) == (
        LYCEE.siret,
        SYLVARDE.siret,
    )


@pytest.mark.parametrize(
    "line",
    [
        f"Créance cédée à la Banque du Bocage, SIRET : {OTHER}",
        f"Logiciel hébergé par {HAUTELISSE.name}, SAS au capital de 5 000 €, SIRET {OTHER}",
        f"{SYLVARDE.name}, filiale de {HAUTELISSE.name}, SIRET {OTHER}",
    ],
)
def test_the_siret_of_a_third_party_is_nobodys(line: str) -> None:
    got = several(("siret_fournisseur", "siret_destinataire"), TITLE, line, "", f"SIRET client : {CLIENT}")
    assert got == (None, PONTVERNOIS.siret)


def test_the_head_office_in_the_clients_block_is_not_the_suppliers() -> None:
    lines: list[Line] = [
        [(320, "Mairie de Pontvernois")],
        [(320, "25980 Pontvernois")],
        [(320, f"SIRET siège : {CLIENT}")],
    ]
    assert printed("siret_fournisseur", TITLE, *lines) is None


def test_a_public_body_that_bills_a_firm_is_not_taken_for_the_client() -> None:
    lines: list[Line] = [
        "Régie des eaux de Pontvernois",
        "25980 Pontvernois",
        f"SIRET : {CLIENT}",
        "",
        TITLE,
        [(320, SYLVARDE.name)],
        [(320, "39980 Les Essarts")],
        "",
    ]
    parties = ("siret_fournisseur", "siret_destinataire")
    assert several(parties, *lines, [(320, f"SIRET : {OWN}")]) == (None, None)
    assert several(parties, *lines, f"SIRET : {OWN}") == (None, None)  # under the title, wherever it is set
    assert several(parties, f"SIRET : {OWN}", "", TITLE, "", [(320, f"SIRET : {CLIENT}")]) == (
        SYLVARDE.siret,
        PONTVERNOIS.siret,
    )


def test_a_number_that_the_register_and_a_heading_give_to_two_parties_is_nobodys() -> None:
    lines: list[Line] = ["Client :", "Habitat du Val SA", f"SIRET {OTHER} – RCS Cahors {OTHER[:11]}"]
    assert several(("siret_fournisseur", "siret_destinataire"), TITLE, "", *lines) == (None, None)


def made_by(line: str) -> object:
    foot = [""] * 46
    return printed(
        "siret_fournisseur",
        "FACTURE N° F2026-0817",
        "",
        *("" for _ in range(6)),
        [(40, SYLVARDE.name), (320, "Client")],
        [(40, SYLVARDE.street), (320, PONTVERNOIS.lines[0])],
        [(40, SYLVARDE.town), (320, PONTVERNOIS.lines[2])],
        [(40, f"SIRET : {SYLVARDE.siret}"), (320, f"SIRET : {PONTVERNOIS.siret}")],
        *foot[:30],
        line,
    )


@pytest.mark.parametrize("how", ["Facture éditée avec Plumeau, un logiciel de", "Document généré par", "Éditée par"])
def test_the_register_entry_of_the_softwares_publisher_is_not_the_suppliers(how: str) -> None:
    assert made_by(f"{how} Scribouille SAS, SIREN {CLERY.siret[:9]}") == SYLVARDE.siret


def test_a_register_entry_of_who_signs_is() -> None:
    assert made_by(f"Scribouille SAS, RCS Montauvert {CLERY.siret[:9]}") is None


def under_the_factor(*lines: Line) -> object:
    """Return the supplier's SIRET of a page whose address blocks stand under a line about a factor."""
    return printed(
        "siret_fournisseur",
        "FACTURE N° F2026-0817",
        "",
        *lines,
        "",
        "",
        [(40, SYLVARDE.name), (320, "Client")],
        [(40, SYLVARDE.street), (320, PONTVERNOIS.lines[0])],
        [(40, SYLVARDE.town), (320, PONTVERNOIS.lines[2])],
        [(40, f"SIRET : {SYLVARDE.siret}"), (320, f"SIRET : {PONTVERNOIS.siret}")],
    )


@pytest.mark.parametrize(
    "line", ["Affactureur : Mistral Factor", [(40, "Affactureur :"), (200, "Mistral Factor")]], ids=str
)
def test_a_factor_named_on_its_row_heads_no_block_further_down(line: Line) -> None:
    assert under_the_factor(line) == SYLVARDE.siret


def test_a_bare_heading_of_a_factor_heads_the_block_under_it() -> None:
    assert under_the_factor("Affactureur") is None


def test_it_goes_on_where_the_start_of_a_column_has_parted_it() -> None:
    # Two lines over and under start a cell where « du » starts; a space alone stands before it.
    column: Line = [(40, "Date :"), (210, "F26-118")]
    seen = printed(
        "motif_exoneration", column, column, [(40, "TVA non applicable, article 256 B du CGI")], column, column
    )
    assert seen == "TVA non applicable, article 256 B du CGI"


SIRET = f"{PONTVERNOIS.siret[:9]} {PONTVERNOIS.siret[9:]}"


def test_a_label_that_breaks_at_the_end_of_a_sentences_line_announces_what_opens_the_next() -> None:
    seen = printed(
        "siret_destinataire",
        "NOTE D'HONORAIRES N° 26-0811",
        "",
        "Au titre de notre mission, nous vous prions de régler la présente, établie pour la commune, SIRET",
        f"destinataire {SIRET}, code service BATIMENTS-2.",
    )
    assert seen == PONTVERNOIS.siret


def test_a_siret_in_a_narrow_column_beside_the_table_of_items_is_no_item() -> None:
    seen = printed(
        "siret_destinataire",
        "FACTURE N° F2026-0812",
        "",
        [(40, "SIRET client"), (200, "Désignation"), (400, "Qté"), (480, "Total HT")],
        [(40, SIRET), (200, "Ronde de nuit"), (400, "2"), (480, "86,92")],
    )
    assert seen == PONTVERNOIS.siret


@pytest.mark.parametrize(("header", "rows"), [("SIRET client", 2), ("SIRET", 2), ("SIRET", 1)])
def test_a_column_of_sirets_in_the_table_of_items_is_nobodys(header: str, rows: int) -> None:
    sites: list[list[tuple[float, str]]] = [
        [(40, "Site A"), (200, SIRET), (400, "2"), (480, "86,92")],
        [(40, "Site B"), (200, SYLVARDE.siret), (400, "2"), (480, "86,92")],
    ]
    head: list[tuple[float, str]] = [(40, "Établissement"), (200, header), (400, "Qté"), (480, "Total HT")]
    lines: list[str | list[tuple[float, str]]] = ["FACTURE N° F2026-0812", "", head, *sites[:rows]]
    assert printed("siret_destinataire", *lines) is None
    assert printed("siret_fournisseur", *lines) is None


def test_the_country_may_be_told_before_the_vat_number() -> None:
    assert printed("tva_fournisseur", "FACTURE N° F2026-0817", "", "Siret 83315002200022 – TVA FR : FR56833150022") == (
        "FR56833150022"
    )


@pytest.mark.parametrize(
    "label",
    ["SIRET du lycée", "N° SIRET du lycée", "SIRET du département", "SIRET de la ville", "SIRET de l'université"],
)
def test_a_label_may_say_what_kind_of_public_body_is_billed(label: str) -> None:
    seen = fields(TITLE, f"SIRET : {OWN}", "", f"{label} : {CLIENT}", "", FOOT)
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize("label", ["SIRET de l'établissement", "SIRET établissement"])
def test_an_establishment_may_be_anybodys(label: str) -> None:
    assert printed("siret_destinataire", TITLE, "", f"{label} : {OWN}", "", FOOT) is None


def test_a_block_for_the_portal_in_the_footer_is_the_clients() -> None:
    seen = fields(
        TITLE, "",
        [(40, "Données Chorus Pro"), (320, f"{SYLVARDE.name} – {SYLVARDE.form}")],
        [(40, f"SIRET : {CLIENT}"), (320, f"SIRET : {OWN}")],
        [(40, "Code service : PUI"), (320, f"RCS {SYLVARDE.registry}")],
    )  # fmt: skip
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize(("lines", "want"), [(13, PONTVERNOIS.siret), (14, None)])
def test_a_heading_is_looked_for_some_lines_over_a_number_and_no_further(lines: int, want: str | None) -> None:
    block = [f"Ligne {letter}" for letter in "ABCDEFGHIJKLMN"[:lines]]
    assert printed("siret_destinataire", TITLE, "", "Client", *block, f"SIRET {CLIENT}") == want


@pytest.mark.parametrize(("lines", "want"), [(5, STATE_SIRET), (6, None)])
def test_the_address_of_a_ministry_ends_some_lines_under_its_name(lines: int, want: str | None) -> None:
    block = [f"Bureau {letter}" for letter in "ABCDEF"[:lines]]
    decision = fields(TITLE, "", "Ministère de la Culture", *block, "75001 Paris")["siret_destinataire"]
    assert decision.value == want


SIGNED = f"{SYLVARDE.name} – SIRET {OWN} – RCS {SYLVARDE.registry}"


def addressed(*block: str) -> tuple[Line, ...]:
    """Return an address block on the right, over the foot of the supplier."""
    return TITLE, "", *([(320.0, line)] for line in block), "", "", "", "", SIGNED


@pytest.mark.parametrize(
    ("block", "want"),
    [
        (("Ateliers du Pont", "12 rue des Lilas", "25980 Pontvernois"), HAUTELISSE.siret),
        (("Banque du Pont", "12 rue des Lilas", "Pontvernois"), None),
        (("Ateliers du Pont", "25980 Pontvernois", "Transporteur : Vitesse"), None),
        (("25980 Pontvernois", *["Atelier"] * 12), HAUTELISSE.siret),
        (("25980 Pontvernois", *["Atelier"] * 15), None),
    ],
)
def test_a_number_under_an_address_is_whose_address_it_is(block: tuple[str, ...], want: str | None) -> None:
    assert several(("siret_destinataire", "siret_fournisseur"), *addressed(*block, f"SIRET : {OTHER}")) == (
        want,
        SYLVARDE.siret,
    )


def test_a_customer_abroad_has_its_vat_number_under_its_address() -> None:
    names = ("tva_destinataire", "tva_fournisseur")
    drawn = addressed("Ateliers du Pont", "25980 Pontvernois", "TVA intracommunautaire : BE 0403 170 701")
    assert several(names, *drawn) == ("BE0403170701", None)
    alone = drawn[:-1]  # of a supplier who prints no other number it is the own one
    assert several(names, *alone) == (None, "BE0403170701")


@pytest.mark.parametrize(
    ("label", "want"), [("SIRET client", True), ("SIRET clientèle", True), ("SIRET cliché", False)]
)
def test_a_published_word_may_go_on(label: str, want: bool) -> None:
    decision = fields(TITLE, "", f"{label} : {CLIENT}")["siret_destinataire"]
    assert (decision.value == PONTVERNOIS.siret) is want
    assert [each.published for each in decision.candidates if each.verdict == "chosen"] == [True] * want


@pytest.mark.parametrize(("x", "want"), [(140, PONTVERNOIS.siret), (400, None)])
def test_a_heading_stands_left_of_what_it_names(x: float, want: str | None) -> None:
    assert printed("siret_destinataire", TITLE, "", [(40, "Client :"), (x, f"SIRET {CLIENT}")]) == want


@pytest.mark.parametrize(
    ("siren", "want"),
    [(SYLVARDE.siren, SYLVARDE.siret), (str(int(SYLVARDE.siren) + 1), HAUTELISSE.siret)],  # the other is no SIREN
)
def test_the_register_entry_tells_who_bills_whatever_a_heading_says(siren: str, want: str) -> None:
    headed = ("Fournisseur", HAUTELISSE.name, f"SIRET : {OTHER}")
    lines = (*headed, *[""] * 6, f"SIRET : {OWN}", "", "", f"{SYLVARDE.name} SARL – RCS Orléans {spaced(siren, 3)}")
    assert printed("siret_fournisseur", TITLE, "", *lines) == want


def test_a_document_without_a_page_names_no_ministry() -> None:
    assert fields_of()["siret_destinataire"].status == "absent"
    assert fields_of(page("Ministère de la Culture", "75001 Paris"))["siret_destinataire"].status == "inferred"


def test_a_ministry_at_the_foot_of_a_page_is_not_the_client() -> None:
    block = ("Ministère de la Culture", "75001 Paris")
    assert fields("FACTURE", "", *block)["siret_destinataire"].status == "inferred"
    assert fields("FACTURE", *[""] * 28, *block)["siret_destinataire"].status == "absent"
