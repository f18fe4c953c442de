"""Properties of recognition that hold for any spelling, any order and any words."""

from dataclasses import replace

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chorus_ocr.prefill import Prefill
from chorus_ocr.reading.document import Document, PageText, WordTable
from chorus_ocr.recognition.candidate import Recognition, Status
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.values.iban import IBAN
from chorus_ocr.values.siret import SIRET
from chorus_ocr.values.tva import TVA
from pages import document, page
from values.spellings import sirets

INVOICE = (
    "FACTURE N° F2026-0117",
    "Date : 12/03/2026",
    "",
    [(40.0, "Ateliers Belverne"), (300.0, "Commune de Sainte-Ombre")],
    [(40.0, "4 rue du Four"), (300.0, "1 place de la Mairie")],
    [(40.0, "35990 Montauvert"), (300.0, "35980 Sainte-Ombre")],
    [(40.0, "SIRET : 73282932000074"), (300.0, "SIRET client : 21350903700015")],
    "N° d'engagement : 26D000117",
    "Code service : SPORTS",
    "",
    [(40.0, "Total HT"), (300.0, "1 000,00 €")],
    [(40.0, "TVA 20 %"), (300.0, "200,00 €")],
    [(40.0, "Total TTC"), (300.0, "1 200,00 €")],
)


def see(drawn: Document, pack: RulePack = CHORUS_PRO) -> Recognition:
    return recognise(drawn, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)


def values(seen: Recognition) -> dict[str, tuple[Status, object]]:
    return {name: (decision.status, decision.value) for name, decision in seen.items()}


BASE = values(see(document(*INVOICE)))


def test_the_invoice_of_these_properties_is_read() -> None:
    found = {name for name, (status, _) in BASE.items() if status is Status.FOUND}
    assert {"numero_facture", "siret_destinataire", "siret_fournisseur", "numero_engagement", "montant_ttc"} <= found


separators = st.sampled_from(["", " ", ".", "\u00a0", "\u202f"])
groupings = st.sampled_from([(3, 3, 3, 5), (9, 5), (14,), (3, 3, 3, 2, 3), (2,) * 7])


@given(siret=sirets, separator=separators, grouping=groupings)
@settings(max_examples=80)
def test_any_separator_of_a_siret_gives_one_value(siret: str, separator: str, grouping: tuple[int, ...]) -> None:
    assume(grouping[0] > 2 or siret[0] != "0")  # pairs that open with a zero are a telephone number's
    groups, at = [], 0
    for size in grouping:
        groups.append(siret[at : at + size])
        at += size
    seen = see(document(f"SIRET client : {separator.join(groups)}"))
    assert seen["siret_destinataire"].value == siret


@given(st.from_regex(r"[0-9]{14}", fullmatch=True))
@settings(max_examples=60)
def test_no_digits_that_fail_their_checksum_are_found(digits: str) -> None:
    seen = see(document(f"SIRET client : {digits}", f"N° TVA : FR{digits[:11]}", f"IBAN : FR{digits}{digits[:9]}"))
    for name, kind in (("siret_destinataire", SIRET), ("tva_fournisseur", TVA), ("iban", IBAN)):
        if seen[name].status is Status.FOUND:
            assert kind.parse(str(seen[name].value)).valid


@given(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]), st.sampled_from(["", "s"]))
def test_case_and_plural_of_a_keyword_do_not_matter(change: "type[str]", plural: str) -> None:
    line = f"{change(f'numéro d’engagement{plural}')} : 26D000117"
    assert see(document(line))["numero_engagement"].value == "26D000117"


def test_accents_of_a_keyword_do_not_matter() -> None:
    for line in ("Numero d'engagement : 26D000117", "NUMÉRO D'ENGAGEMENT : 26D000117"):
        assert see(document(line))["numero_engagement"].value == "26D000117"


@given(st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_order_of_words_in_the_content_stream_never_matters(random: "object") -> None:
    drawn = page(*INVOICE)
    order = list(range(len(drawn.words)))
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis hands out a random.Random
    words = WordTable(
        **{name: tuple(getattr(drawn.words, name)[row] for row in order) for name in WordTable.__dataclass_fields__}
    )
    assert values(see(Document(pages=(replace(drawn, words=words),), page_count=1))) == BASE


@given(st.permutations(CHORUS_PRO.fields))
@settings(max_examples=10)
def test_the_order_of_rules_never_matters(fields: list[object]) -> None:
    pack = replace(CHORUS_PRO, fields=tuple(fields))  # type: ignore[arg-type]  # permutations of the same rules
    assert values(see(document(*INVOICE), pack)) == BASE


@given(st.text(max_size=300))
@settings(max_examples=40)
def test_text_beyond_the_scope_never_changes_a_field(text: str) -> None:
    drawn = replace(document(*INVOICE), beyond_scope=(PageText(number=4, text=text),), page_count=4)
    assert values(see(drawn)) == BASE


words = st.one_of(
    st.text(min_size=1, max_size=12).filter(lambda text: not text.isspace() and "\n" not in text),
    st.sampled_from(
        (
            "Total", "HT", "TVA", "20", "%", "SIRET", "client", ":", "12,00", "€", "n°", "EJ", "Facture", "BDC", "FR76",
            "12/03/2026", "IBAN", "au", "capital", "\ufffd", "Ministère", "-", "(", "à", "30", "jours",
        )
    ),
)  # fmt: skip


@given(st.lists(st.tuples(st.floats(-50, 650), st.floats(-50, 900), words), max_size=60))
@settings(max_examples=120)
@example([(0.0, 0.0, "\0"), (0.0, 0.0, "$")])  # once a mark between cells
def test_recognition_never_raises_on_any_words(drawn: list[tuple[float, float, str]]) -> None:
    count = len(drawn)
    table = WordTable(
        text=tuple(text for _, _, text in drawn),
        x0=tuple(x for x, _, _ in drawn),
        top=tuple(y for _, y, _ in drawn),
        x1=tuple(x + 5 * len(text) for x, _, text in drawn),
        bottom=tuple(y + 10 for _, y, _ in drawn),
        size=(10.0,) * count,
        colour=(255,) * count,
        mode=(0,) * count,
        angle=(0,) * count,
    )
    seen = see(Document(pages=(replace(page(), words=table),), page_count=1))
    assert list(seen) == list(Prefill.__dataclass_fields__)


@given(st.from_regex(r"[a-zé]{4,12}( [a-zé]{4,12})?", fullmatch=True))
@settings(max_examples=25)
def test_adding_an_alias_never_changes_what_a_published_word_announces(alias: str) -> None:
    line = "SIRET client : 21350903700015"
    pack = CHORUS_PRO.with_aliases("siret_destinataire", f"{alias} zz")
    assert see(document(line), pack)["siret_destinataire"].value == "21350903700015"
