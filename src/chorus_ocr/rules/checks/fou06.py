"""FOU06: the supplier's VAT number and SIRET are those of two different firms."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import VAT_KEY
from chorus_ocr.values.siren import format_siren
from chorus_ocr.values.siret import Siret, format_siret
from chorus_ocr.values.tva import Tva, format_tva, siren_of


@check(
    code="FOU06",
    slug="tva-fournisseur-autre-siren",
    severity=Severity.WARNING,
    title=Text("Numéro de TVA d'une autre entreprise", "VAT number of another firm"),
    rationale=Text(
        "Un numéro de TVA français finit par le SIREN de l'entreprise, par lequel son SIRET commence. S'ils "
        "diffèrent, l'un des deux n'est pas celui du fournisseur. Seul le membre d'un assujetti unique imprime le "
        "numéro de TVA d'un autre.",
        "A French VAT number ends with the firm's SIREN, which its SIRET begins with. Where the two differ, one of "
        "them is not the supplier's. The member of a VAT group (« assujetti unique ») alone prints another's number.",
    ),
    source=VAT_KEY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET fournisseur : 732 829 320 00074 » et « N° TVA : FR 40 303 265 045 ».",
            "« SIRET fournisseur : 732 829 320 00074 » and « N° TVA : FR 40 303 265 045 ».",
        ),
        passes=Text(
            "« SIRET fournisseur : 732 829 320 00074 » et « N° TVA : FR 44 732 829 320 ».",
            "« SIRET fournisseur : 732 829 320 00074 » and « N° TVA : FR 44 732 829 320 ».",
        ),
    ),
    messages={
        "siren": Text(
            "Le numéro de TVA {vat} est celui du SIREN {siren}, et le SIRET {siret} celui d'une autre entreprise.",
            "The VAT number {vat} is that of the SIREN {siren}, and the SIRET {siret} that of another firm.",
        )
    },
    hints={
        "siren": Text(
            "Imprimer le SIRET et le numéro de TVA de la même entreprise ; dans un groupe de TVA, imprimer aussi "
            "« Membre d'un assujetti unique ».",
            "Print the SIRET and the VAT number of one and the same firm; in a VAT group, print « Membre d'un "
            "assujetti unique » besides.",
        )
    },
)
def tva_fournisseur_autre_siren(seen: Seen) -> Iterator[Message]:
    """The SIREN inside the supplier's VAT number is not that of its SIRET."""
    vat, siret = seen.found("tva_fournisseur"), seen.found("siret_fournisseur")
    if vat is None or siret is None:
        return
    siren = siren_of(Tva(str(vat)))
    if siren is None or str(siret).startswith(siren) or seen.says("assujetti unique"):
        return
    yield Message.about(
        "siren",
        "tva_fournisseur",
        seen,
        vat=format_tva(Tva(str(vat))),
        siren=format_siren(siren),
        siret=format_siret(Siret(str(siret))),
    )
