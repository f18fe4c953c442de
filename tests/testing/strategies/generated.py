"""How a generated invoice is judged: what is read against what is printed."""

from dataclasses import fields

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from chorus_ocr import CHORUS_PRO, Prefill, RulePack, read, recognize
from chorus_ocr.testing.strategies import Invoice, Layout, layouts, printed, render

SETTINGS = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

ALL_LAYOUTS: st.SearchStrategy[Layout] = st.one_of(layouts(), layouts(plain=True), layouts(golden=True))
"""Every layout; drawn by itself each axis leaves few that follow the golden rules, and here they are a third."""


def misread(invoice: Invoice, layout: Layout, rules: RulePack = CHORUS_PRO) -> dict[str, tuple[object, object]]:
    """Return every field that is read wrongly, as (printed, read): a blank one where the layout allows none, too."""
    meant = printed(invoice, layout)
    seen = recognize(read(render(invoice, layout)), rules=rules).prefill
    return differences(meant, seen, blanks=layout.plain)


def differences(meant: Prefill, seen: Prefill, *, blanks: bool) -> dict[str, tuple[object, object]]:
    """Return the fields that two forms differ in; ``blanks``: also those that only the second leaves blank."""
    pairs = {each.name: (getattr(meant, each.name), getattr(seen, each.name)) for each in fields(Prefill)}
    return {
        name: (one, other) for name, (one, other) in pairs.items() if one != other and (blanks or other is not None)
    }
