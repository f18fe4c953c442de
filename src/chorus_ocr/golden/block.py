"""The golden block as a value: its lines, and the shapes in which a template takes them up."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose

_CAPTION: Final = Text("À imprimer sur la facture", "To print on the invoice")
_HEADS: Final = (Text("libellé", "label"), Text("valeur", "value"))
_LINE: Final = "white-space:nowrap"
"""No line is broken: a value that goes on somewhere else is a value that is not read."""


class GoldenLine(NamedTuple):
    """One line to print. ``label`` and ``separator`` are empty where the words are themselves the value.

    >>> str(GoldenLine("SIRET client", " : ", "110 002 011 00044"))
    'SIRET client : 110 002 011 00044'
    """

    label: str
    separator: str
    value: str

    def __str__(self) -> str:
        return f"{self.label}{self.separator}{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoldenBlock:
    """The lines to print, block by block. ``golden_block()`` makes it, and has read it back.

    ``lines``: (label, separator, value), French in every language because the portal reads French. ``lang``: of the
    caption in a notebook.
    """

    lines: tuple[GoldenLine, ...]
    lang: Lang = Lang.FR

    def to_text(self) -> str:
        """Return the lines as text, one below the other."""
        return "\n".join(map(str, self.lines))

    def to_rows(self) -> tuple[tuple[str, str], ...]:
        """Return the lines as rows of a table of two columns: the label with its colon, and the value.

        A line without a label stands in the second column, beside an empty cell.
        """
        return tuple((f"{line.label}{line.separator}".rstrip(), line.value) for line in self.lines)

    def to_html(self) -> str:
        """Return the lines as a fragment of HTML that stands alone: everything escaped, no style sheet, no script."""
        lines = (element("div", _labelled(line), element("b", prose(line.value)), style=_LINE) for line in self.lines)
        return element("div", NEW_LINE, joined(lines, NEW_LINE), NEW_LINE, lang="fr")

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<GoldenBlock of {len(self.lines)} lines>"

    def _repr_html_(self) -> str:
        heads = tuple(each.in_lang(self.lang) for each in _HEADS)
        return table(heads, self.to_rows(), _CAPTION.in_lang(self.lang))


def _labelled(line: GoldenLine) -> Markup:
    return prose(f"{line.label}{line.separator}")
