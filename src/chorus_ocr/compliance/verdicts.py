"""Why a candidate was taken or set aside, in words."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.recognition.candidate import Candidate, Detail, DocumentKind, Verdict

VERDICTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Verdict.CHOSEN: Text("retenu", "taken"),
        Verdict.SAME_VALUE: Text("même valeur que celle retenue", "the same value as the one taken"),
        Verdict.RIVAL: Text(
            "aussi bien annoncé qu'une autre valeur : aucune n'est retenue",
            "as well announced as another value: neither is taken",
        ),
        Verdict.CHECKSUM: Text("sa clé de contrôle est fausse", "its check digits are wrong"),
        Verdict.IMPOSSIBLE_DATE: Text("cette date n'existe pas", "there is no such date"),
        Verdict.AMBIGUOUS_DATE: Text("on n'y distingue pas le jour du mois", "day and month cannot be told apart"),
        "format": Text("ce n'est pas une valeur de ce champ", "not a value of this field"),
        Verdict.NOT_ANNOUNCED: Text("aucun mot-clé ne l'annonce", "no keyword announces it"),
        Verdict.WRONG_ROLE: Text("c'est celui de l'autre partie", "it is the other party's"),
        Verdict.LOST_TO: Text("une annonce plus proche l'emporte", "a nearer keyword wins"),
        Verdict.WEAKER_KEYWORD: Text("un mot-clé plus précis l'emporte", "a more precise keyword wins"),
        Verdict.DOES_NOT_ADD_UP: Text(
            "ne s'accorde pas avec les autres totaux", "does not add up with the other totals"
        ),
        Verdict.ITEM_COLUMN: Text("montant d'une ligne d'article, non un total", "the amount of an item, not a total"),
        Verdict.VAT_TABLE: Text("ligne du détail de TVA, non un total", "a row of the VAT breakdown, not a total"),
        Verdict.NOT_A_TITLE: Text("ce n'est pas le titre du document", "not the title of the document"),
        Verdict.NOT_AN_INVOICE: Text(
            "le document n'est pas une facture d'après son titre", "the document is no invoice by its title"
        ),
        Verdict.SPECIMEN: Text(
            "sur une page qui explique une facture type", "on a page that explains an invoice with invented figures"
        ),
        "share_capital": Text("c'est un capital social", "it is a share capital"),
        "not_a_reference": Text(
            "ces mots n'annoncent pas cette référence", "these words do not announce the reference"
        ),
        "other_reference": Text("ces mots annoncent une autre référence", "these words announce another reference"),
        "not_factoring": Text("cette subrogation n'est pas un affacturage", "this subrogation is no factoring"),
        "other_date": Text("ces mots annoncent une autre date", "these words announce another date"),
        "not_the_total": Text("ces mots annoncent un autre montant", "these words announce another amount"),
    }
)
"""Why a candidate was taken or not. Other verdicts are those of an application's own stop phrases."""

DETAILS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Detail.HEADING: Text("d'après l'intitulé de son bloc", "by the heading of its block"),
        Detail.FOOTER: Text("d'après les mentions légales du pied de page", "by the legal mentions of the footer"),
        Detail.REGISTER: Text("d'après la mention du registre", "by the register entry"),
        Detail.ADDRESS: Text("d'après son bloc d'adresse", "by its address block"),
        Detail.PUBLIC_BODY: Text("d'après l'organisme public nommé au-dessus", "by the public body named above it"),
        Detail.STATE: Text("c'est le SIREN de l'État", "it is the State's SIREN"),
        Detail.FACTOR: Text(
            "d'après la mention du factor ou d'un tiers", "by the mention of a factor or a third party"
        ),
        Detail.SAME_SIREN: Text("même SIREN qu'un numéro de cette partie", "same SIREN as a number of that party"),
        Detail.PUBLIC_SIREN: Text("c'est un SIREN d'organisme public", "it is a public body's SIREN"),
        Detail.COMPANY_SIREN: Text("ce n'est pas un SIREN d'organisme public", "it is no public body's SIREN"),
        Detail.ELIMINATION: Text("seul numéro, donc du fournisseur", "the only number, hence the supplier's"),
        Detail.ESTABLISHMENT: Text(
            "le SIRET de l'établissement, non du siège", "the establishment's, not the head office's"
        ),
        Detail.NO_CODE: Text("ce qui suit n'est pas un code", "what follows is no code"),
        Detail.NO_NUMBER_SIGN: Text(
            "ni « n° » ni deux-points avant la valeur", "no number sign or colon before the value"
        ),
        Detail.NOT_AT_HEAD: Text("le mot n'ouvre pas sa case", "the word does not open its cell"),
        Detail.IN_SENTENCE: Text("cité dans une phrase", "told in a sentence"),
        Detail.NOT_CHOSEN: Text("refusé, seulement accepté ou déjà fait", "refused, only accepted or done already"),
        Detail.OTHER_CASE: Text("dit d'un autre cas", "said of another case"),
        Detail.REFUSED_PLACE: Text("à une place d'où les règles ne prennent rien", "in a place that the rules refuse"),
        Detail.ONE_OF_SEVERAL: Text("un choix parmi plusieurs", "one of several offered"),
        Detail.NO_PAYMENT: Text(
            "le délai d'autre chose que du paiement", "the deadline of something else than the payment"
        ),
        Detail.AWAY_FROM_TITLE: Text("loin du titre du document", "away from the title of the document"),
        Detail.OTHER_CURRENCY: Text("les totaux sont dans une autre devise", "the totals are in another currency"),
        DocumentKind.QUOTE: Text("un devis", "a quote"),
        DocumentKind.ORDER: Text("une commande ou une autre pièce", "an order or another paper"),
        DocumentKind.UNKNOWN: Text("titre inconnu", "unknown title"),
    }
)
"""What recognition adds to a verdict in code; anything else is print, and is quoted."""

REASONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Detail.NO_PARTY: Text("rien ne dit à qui il est", "nothing tells whose it is"),
        Detail.SUBCONTRACTOR: Text(
            "c'est celui du titulaire, or un sous-traitant ou un cotraitant facture",
            "it is the main contractor's, and a subcontractor or a partner bills",
        ),
        Detail.CUSTOMERS_ACCOUNT: Text("c'est le compte du client", "it is the customer's own account"),
        Detail.OTHER_INVOICE: Text("c'est celui d'une autre facture", "it is another invoice's"),
        Detail.DEPOSIT: Text("c'est celui d'un acompte ou d'un solde antérieur", "a deposit's or an earlier balance's"),
        Detail.NO_CREDIT_NOTE: Text("le document n'est pas un avoir", "the document is no credit note"),
        Detail.OTHER_NUMBER: Text("c'est le numéro d'autre chose", "it is the number of something else"),
        Detail.POLICY: Text("c'est le numéro d'un contrat d'assurance", "it is an insurance policy's number"),
        Detail.WEB_SHOP: Text(
            "c'est une commande de la boutique du fournisseur", "it is an order of the supplier's own shop"
        ),
        Detail.STREET: Text("c'est le début d'une adresse", "it is the beginning of an address"),
        Detail.THING: Text("c'est la référence d'un article", "it is the reference of an article"),
    }
)
"""Details that say the whole reason: the verdict adds nothing to them."""


def why(candidate: Candidate[object], lang: Lang) -> str:
    """Return the reason why a candidate was taken or set aside."""
    if candidate.detail is not None and candidate.detail in REASONS:
        return REASONS[candidate.detail].in_lang(lang)
    verdict = VERDICTS.get(candidate.verdict)
    reason = candidate.verdict if verdict is None else verdict.in_lang(lang)
    if candidate.detail is None or candidate.detail == candidate.keyword:
        return reason
    known = DETAILS.get(candidate.detail)
    return f"{reason} ({f'« {candidate.detail} »' if known is None else known.in_lang(lang)})"


def reason(candidate: Candidate[object]) -> Text:
    """Return the same in both languages and in our own words only: without the print that the candidate lost to."""
    known = candidate.detail in REASONS or candidate.detail in DETAILS
    told = candidate if known else replace(candidate, detail=None)
    return Text(why(told, Lang.FR), why(told, Lang.EN))
