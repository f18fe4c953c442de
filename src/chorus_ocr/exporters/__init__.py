"""Reports and forms in somebody else's shape: the portal's own answer, its next call, the sheet of a clerk.

::

    from chorus_ocr import exporters, scan

    report = scan("facture.pdf")
    exporters.to_deposer_pdf(report.prefill)                    # the thirteen keys of « deposerPdfFacture »
    exporters.to_soumettre_facture(report, cadre="A1", piece_jointe_id=28093, id_fournisseur=41)
    print(exporters.to_form(report))                            # what a clerk keys in, block by block

Every one is a pure function: nothing is sent anywhere, and what is not known is not made up.
"""

from chorus_ocr.exporters.deposer import to_deposer_pdf
from chorus_ocr.exporters.form import FormBlock, FormLine, FormSheet, to_form
from chorus_ocr.exporters.gaps import Gap, GapKind
from chorus_ocr.exporters.payloads import DeposerPdfDict, SoumettreFactureDict
from chorus_ocr.exporters.soumettre import PieceComplementaire, Soumission, to_soumettre_facture

__all__ = [
    "DeposerPdfDict",
    "FormBlock",
    "FormLine",
    "FormSheet",
    "Gap",
    "GapKind",
    "PieceComplementaire",
    "SoumettreFactureDict",
    "Soumission",
    "to_deposer_pdf",
    "to_form",
    "to_soumettre_facture",
]
