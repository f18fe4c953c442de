"""Makes a golden block out of a form: prints it, reads it back, and refuses what does not come back the same."""

from collections.abc import Iterable
from dataclasses import fields

from chorus_ocr.arguments import kind_of, one_of
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.errors import PrefillError
from chorus_ocr.golden.block import GoldenBlock
from chorus_ocr.golden.faults import Fault, faults_of
from chorus_ocr.golden.lines import golden_lines
from chorus_ocr.golden.proof import read_back
from chorus_ocr.prefill import Prefill
from chorus_ocr.rules import CHORUS_PRO


def golden_block(prefill: Prefill, lang: Lang | str = Lang.FR) -> GoldenBlock:
    """Return the lines to print on an invoice so that its form fills itself with these values.

    Each line has the strongest word that announces its value (the ones AIFE publishes, where it does), a colon and
    the value as the portal writes it. Whatever of the form is None is not printed. ``lang``: of the faults, and of the
    caption in a notebook; what is printed is French.

    The block is read back before it is returned. Raises ``PrefillError`` listing every value that would not come back
    as it is (an identifier that fails its checksum, a code of a shape that no reader recognises), ``TypeError`` or
    ``ValueError`` for a wrong argument.

    >>> from chorus_ocr import Prefill, Siret, golden_block
    >>> block = golden_block(Prefill(siret_destinataire=Siret("11000201100044"), numero_engagement="1500062783"))
    >>> print(block.to_text())
    SIRET client : 110 002 011 00044
    Engagement : 1500062783
    """
    if not isinstance(prefill, Prefill):
        raise TypeError(f"prefill is a Prefill, not {kind_of(prefill)}")
    told = one_of(Lang, "lang", lang)
    rules = CHORUS_PRO.rules
    faults = list(faults_of(prefill, rules))
    sound = _without({fault.field for fault in faults}, prefill)
    block = GoldenBlock(lines=tuple(golden_lines(sound, rules)), lang=told)
    # What goes with a value that is wrong by itself may miss it: only a form that is sound is read back.
    faults += [] if faults else read_back(sound, block, CHORUS_PRO)
    if faults:
        raise PrefillError(tuple(_told(fault, told) for fault in faults))
    return block


def _without(names: Iterable[str], prefill: Prefill) -> Prefill:
    left_out = set(names)
    return Prefill(**{each.name: getattr(prefill, each.name) for each in fields(prefill) if each.name not in left_out})


def _told(fault: Fault, lang: Lang) -> str:
    separator = " : " if lang is Lang.FR else ": "
    return f"{fault.field}{separator}{fault.text.in_lang(lang, **fault.arguments)}"
