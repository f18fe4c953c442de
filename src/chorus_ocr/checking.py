"""Checks without a scan: of a form that was filled in before any PDF exists, and of the files of a deposit."""

import os
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

from chorus_ocr.arguments import check_day, check_directory, check_rules, kind_of, one_of
from chorus_ocr.compliance.attachment import Attachment, Deposit
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import run_checks
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.prefill import Prefill, TypeFacture
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Decision, DocumentKind, Recognition, Status
from chorus_ocr.rules import CHORUS_PRO, RulePack

NO_DOCUMENT = Document(pages=(), page_count=0)

_ABSENT: Decision[object] = Decision(status=Status.ABSENT)


def check_prefill(
    prefill: Prefill,
    *,
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
) -> tuple[ComplianceWarning, ...]:
    """Check a form that the caller filled in, before any PDF exists: the checks of ``scan()`` that need no page.

    Every attribute that is not None is taken for printed and announced. ``rules``: whose checks are run. The other
    arguments are those of ``scan()``; the checks that need ``today`` or ``directory`` do not run without it.

    Returns the warnings, most severe first; none of them has a page or a box. Raises ``TypeError`` or ``ValueError``
    for a wrong argument.

    >>> from chorus_ocr import Prefill, Siret, check_prefill
    >>> to_the_state = Prefill(siret_destinataire=Siret("11000201100044"), code_service="FACTURES")
    >>> [warning.message for warning in check_prefill(to_the_state) if warning.code == "REF01"]
    ["Le destinataire est l'État, et aucun numéro d'engagement n'est annoncé sur les pages lues."]
    """
    if not isinstance(prefill, Prefill):
        raise TypeError(f"prefill is a Prefill, not {kind_of(prefill)}")
    check_rules(rules)
    check_day(today)
    check_directory(directory)
    decisions = {rule.name: _ABSENT for rule in rules.fields}
    for each in fields(prefill):
        value = getattr(prefill, each.name)
        if value is not None:
            decisions[each.name] = Decision(status=Status.FOUND, value=value)
    credit = prefill.type_facture is TypeFacture.AVOIR
    seen = Seen(
        document=NO_DOCUMENT,
        recognition=Recognition(decisions=decisions, kind=DocumentKind.CREDIT_NOTE if credit else DocumentKind.INVOICE),
        cadre=one_of(Cadre, "cadre", cadre),
        today=today,
        directory=directory,
        lang=one_of(Lang, "lang", lang),
        on_paper=False,
        rules=rules.rules,
    )
    warnings, _ = run_checks(rules.checks, seen)
    return warnings


AttachmentSource = Attachment | str | os.PathLike[str]
"""A file of a deposit: a path, or its name and size where it is no file yet."""


def check_attachments(
    main: AttachmentSource,
    others: Iterable[AttachmentSource] = (),
    *,
    rules: RulePack = CHORUS_PRO,
    lang: Lang | str = Lang.FR,
) -> tuple[ComplianceWarning, ...]:
    """Check the files of a deposit by name and size: the invoice and the files that go with it.

    ``main``: the invoice; ``others``: the « pièces jointes complémentaires », in their order. Each is a path, of which
    nothing but the size is read, or an ``Attachment``. ``rules``: whose checks are run.

    Returns the warnings, most severe first. Raises ``UnreadableDocument`` for a path that is no file, ``TypeError`` or
    ``ValueError`` for a wrong argument.

    >>> from chorus_ocr import Attachment, check_attachments
    >>> invoice, empty = Attachment(name="facture.pdf", byte_size=80_000), Attachment(name="bon.pdf", byte_size=0)
    >>> [(warning.code, warning.message) for warning in check_attachments(invoice, [empty])]
    [('PJ04', 'La pièce « bon.pdf » est vide.')]
    """
    if isinstance(others, str | os.PathLike | Attachment) or not isinstance(others, Iterable):
        raise TypeError(f"others are paths or Attachments, not one {type(others).__name__}")
    check_rules(rules)
    deposit = Deposit(main=_attachment(main), others=tuple(map(_attachment, others)))
    seen = Seen(
        document=NO_DOCUMENT,
        recognition=Recognition(),
        lang=one_of(Lang, "lang", lang),
        on_paper=False,
        deposit=deposit,
    )
    warnings, _ = run_checks(tuple(each for each in rules.checks if Need.FILES in each.needs), seen)
    return warnings


def _attachment(source: AttachmentSource) -> Attachment:
    if isinstance(source, Attachment):
        return source
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"a file of a deposit is a path or an Attachment, not {kind_of(source)}")
    path = Path(source)
    try:
        if not path.is_file():
            raise UnreadableDocument(str(path), "no file")
        return Attachment(name=path.name, byte_size=path.stat().st_size)
    except (OSError, ValueError) as error:
        raise UnreadableDocument(str(path), str(error)) from error
