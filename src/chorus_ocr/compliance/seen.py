"""What a check may look at: the document, what was recognised on it, and what the caller said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.datum import Datum, PageWords, data_of
from chorus_ocr.compliance.directory import Directory, Structure
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.prose import Passage, Prose
from chorus_ocr.compliance.second_look import beyond_scope, uncovered
from chorus_ocr.compliance.unsaid import all_letters
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.recognition.candidate import Candidate, Decision, DocumentKind, Recognition, Status, Verdict
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.values.siret import Siret

if TYPE_CHECKING:  # of what few documents have, nothing is loaded for the others
    from chorus_ocr.compliance.attachment import Attachment, Deposit
    from chorus_ocr.compliance.embedded_invoice import EmbeddedInvoice, NoInvoice

FEW_WORDS = 10
"""A page with fewer words than this under an image that fills it is a scan with a stamp, not a page of text."""

NOTHING: Decision[object] = Decision(status=Status.ABSENT)
"""The decision on a field that the pack does not have."""


class Need(StrEnum):
    """What a check cannot do without, besides the values of the form."""

    PAGE = "page"
    """A document that was read, not only a form that the caller filled in."""
    TODAY = "today"
    """The day's date."""
    DIRECTORY = "directory"
    """The directory of public bodies."""
    FILES = "files"
    """The files of a deposit, by name and size."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Seen:
    """All that a check may look at.

    ``on_paper``: whether a document was read; without one, the decisions are those on a form that the caller filled in.
    ``rules``: the field rules of the pack, by name. ``again``: recognises another document by the same pack.
    ``deposit``: the files of a deposit, where these are what is checked.
    """

    document: Document
    recognition: Recognition
    cadre: Cadre = Cadre.A1
    today: date | None = None
    directory: Directory | None = None
    lang: Lang = Lang.FR
    on_paper: bool = True
    rules: Mapping[str, FieldRule[object]] = field(default_factory=dict)
    again: Callable[[Document], Recognition] | None = None
    deposit: "Deposit | None" = None

    @property
    def given(self) -> frozenset[Need]:
        """What is there that a check may need."""
        told = (
            (Need.PAGE, self.on_paper),
            (Need.TODAY, self.today is not None),
            (Need.DIRECTORY, self.directory is not None),
            (Need.FILES, self.deposit is not None),
        )
        return frozenset(need for need, there in told if there)

    def __repr__(self) -> str:
        return f"<Seen: {self.document!r}, {self.recognition!r}, cadre {self.cadre}>"

    def decision(self, name: str) -> Decision[object]:
        """Return the decision on a field; a field that the pack does not have is absent."""
        return self.recognition.decisions.get(name, NOTHING)

    def found(self, name: str) -> object:
        """Return the value that is printed, announced and valid, or None."""
        decision = self.decision(name)
        return decision.value if decision.status is Status.FOUND else None

    def rivals(self, name: str) -> tuple[Candidate[object], ...]:
        """Return the candidates between which the decision on a field could not choose; none when it could."""
        return tuple(each for each in self.decision(name).candidates if each.verdict == Verdict.RIVAL)

    def failed(self, name: str) -> tuple[Candidate[object], ...]:
        """Return the candidates of an invalid field that fail their checksum, one for each value, in their order."""
        decision = self.decision(name)
        if decision.status is not Status.INVALID:
            return ()
        failed = {each.value: each for each in reversed(decision.candidates) if each.verdict == Verdict.CHECKSUM}
        return tuple(reversed(failed.values()))

    def is_blank(self, name: str) -> bool:
        """Whether the form lacks a field because nothing prints it, on an invoice whose text can be read.

        A value that only follows from others does not fill the form. A field that the pack does not have is not blank,
        and neither is one that is ambiguous or invalid: other checks tell of these.
        """
        if not (self.has_text and self.is_invoice) or (self.rules and name not in self.rules):
            return False
        return self.decision(name).status in (Status.ABSENT, Status.INFERRED)

    @cached_property
    def has_text(self) -> bool:
        """Whether any page in scope carries text; on a scan, what is missing was perhaps printed all the same."""
        return not self.on_paper or any(not _is_picture(page) for page in self.document.pages)

    @property
    def is_invoice(self) -> bool:
        """Whether the title does not say that this is something else: a quote, an order."""
        return self.recognition.kind not in (DocumentKind.QUOTE, DocumentKind.ORDER)

    @property
    def is_credit_note(self) -> bool:
        """Whether the document is an avoir, by its title or by the form."""
        return self.recognition.kind is DocumentKind.CREDIT_NOTE or str(self.found("type_facture")) == "AVOIR"

    @property
    def files(self) -> "tuple[Attachment, ...]":
        """The files of the deposit, the invoice first; none where these are not what is checked."""
        return () if self.deposit is None else (self.deposit.main, *self.deposit.others)

    @cached_property
    def structure(self) -> Structure | None:
        """The public body that the invoice is for, as the caller's directory has it; None where it has none."""
        siret = self.found("siret_destinataire")
        if self.directory is None or siret is None:
            return None
        return self.directory.lookup(Siret(str(siret)))

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """What each page in scope says, folded: for phrases that are no field."""
        return tuple(Prose(page) for page in self.document.pages)

    def says(self, *phrases: str) -> Passage | None:
        """Return where the pages in scope say one of these phrases: whole words, whatever the case and the accents."""
        for prose in self.prose:
            for phrase in phrases:
                passage = prose.find(phrase)
                if passage is not None:
                    return passage
        return None

    @cached_property
    def letters(self) -> str | None:
        """All that the document prints, its letters run together; None where some of its print may not be known."""
        return all_letters(self.document, self.prose)

    def lacks(self, letters: Iterable[str]) -> bool:
        """Whether an invoice or a credit note is certain to print none of these ``unsaid.words()``, on any page."""
        billed = self.recognition.kind in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
        said = self.letters if billed else None
        if said is None:
            return False
        for each in letters:  # noqa: SIM110 - a third cheaper than any(), and there are hundreds
            if each in said:
                return False
        return True

    @cached_property
    def embedded(self) -> "EmbeddedInvoice | NoInvoice | None":
        """The invoice that the document carries as XML, or why the file of that name is none; None without one."""
        if not self.document.embedded_xml:
            return None
        from chorus_ocr.compliance.embedded_invoice import embedded_invoice

        return embedded_invoice(self.document)

    @cached_property
    def pages(self) -> tuple[PageWords, ...]:
        """The words of each page in scope, to be found by their place."""
        return tuple(map(PageWords, self.document.pages))

    @cached_property
    def data(self) -> tuple[Datum, ...]:
        """The data that were found, each with the words that it was read from."""
        return tuple(data_of(self.pages, self.recognition))

    @cached_property
    def hidden(self) -> Recognition:
        """What would be recognised if everything on the pages could be seen: white, invisible and clipped print too."""
        document = uncovered(self.document, [on.hidden for on in self.pages])
        return self.recognition if document is None or self.again is None else self.again(document)

    @cached_property
    def beyond(self) -> Recognition:
        """What would be recognised on the pages beyond the scope: page numbers are right, boxes mean nothing."""
        document = beyond_scope(self.document)
        return Recognition() if document is None or self.again is None else self.again(document)

    @cached_property
    def beyond_by_page(self) -> tuple[Recognition, ...]:
        """The same, page by page: the copy of an order or a second invoice is then a document of its own."""
        pages = beyond_scope(self.document)
        if pages is None or self.again is None:
            return ()
        return tuple(self.again(replace(pages, pages=(page,))) for page in pages.pages)


def _is_picture(page: Page) -> bool:
    count = len(page.words)
    if not count:
        return True
    if count >= FEW_WORDS:
        return False
    return any((box.x1 - box.x0) * (box.bottom - box.top) * 2 > page.width * page.height for box in page.images)
