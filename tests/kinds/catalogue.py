"""Every kind of layout and of page that must be read, with at least three drawings of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinds.layouts import blocks, forms, labels, placing, printing, setting, totals
from kinds.paper import Drawing
from kinds.public import (
    bilingual,
    bodies,
    credit_notes,
    deposits,
    doubtful,
    factoring,
    fee_notes,
    overseas,
    subsidies,
    utilities,
    works,
)

Draw = Callable[[], Drawing]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of layout or page: its name and the functions that draw it."""

    name: str
    drawings: tuple[Draw, ...]


LAYOUTS: tuple[Kind, ...] = (
    Kind("label_right", (placing.two_columns, placing.right_flush_labels, placing.ruled_pairs)),
    Kind("label_below", (placing.cards, placing.sidebar, placing.titled_blocks)),
    Kind("header_row", (placing.header_bar, placing.two_header_rows, placing.loose_headers)),
    Kind("far_cell", (placing.dotted_leaders, placing.ruled_rows, placing.striped_rows)),
    Kind("two_lines", (placing.broken_label, placing.value_on_last_line, placing.indented_value)),
    Kind("several_on_a_line", (labels.dashes, labels.bars, labels.wide_spaces)),
    Kind("no_colon", (labels.bare_stack, labels.bare_numbers, labels.bare_columns)),
    Kind("upper_case", (labels.capitals, labels.capital_table, labels.capital_letter)),
    Kind("no_accents", (labels.plain_capitals, labels.plain_lower, labels.plain_header)),
    Kind("abbreviated", (labels.short_pairs, labels.short_header, labels.order_forms)),
    Kind("letter_spaced", (setting.tracked_title, setting.tracked_labels, setting.tracked_pairs)),
    Kind("kerned", (setting.kerned_siret, setting.kerned_totals, setting.kerned_capitals)),
    Kind("justified", (setting.justified_letter, setting.justified_block, setting.justified_footer)),
    Kind("glued", (setting.glued_colon, setting.glued_words, setting.glued_amounts)),
    Kind("no_break_space", (setting.hard_spaces, setting.hard_letter, setting.hard_table)),
    Kind("narrow_space", (setting.narrow_groups, setting.narrow_totals, setting.narrow_lost)),
    Kind("wrapped_values", (blocks.wrapped_cells, blocks.wrapped_prose, blocks.wrapped_block)),
    Kind(
        "side_by_side",
        (blocks.issuer_and_client, blocks.seller_and_buyer, blocks.no_captions, blocks.three_blocks),
    ),
    Kind("footer_identifiers", (blocks.labelled_footer, blocks.bare_footer, blocks.three_columns)),
    Kind("far_totals", (totals.across_the_page, totals.table_feet, totals.wide_gap)),
    Kind("currency_column", (totals.euro_column, totals.euro_before, totals.euro_cells)),
    Kind("totals_last_row", (totals.last_row, totals.totals_row, totals.one_row)),
    Kind("totals_under_headers", (totals.header_cells, totals.wide_closing_table, totals.stacked_headers)),
    Kind("box_captions", (forms.inside_boxes, forms.above_boxes, forms.on_the_edge, forms.under_boxes)),
    Kind(
        "empty_boxes",
        (forms.empty_engagement, forms.empty_header_cells, forms.empty_stack, forms.empty_totals),
    ),
    Kind("monospaced", (printing.line_printer, printing.dot_leaders, printing.pipes)),
    Kind(
        "turned_pages",
        (printing.quarter_turn, printing.landscape_turned, printing.upside_down, printing.side_margin),
    ),
    Kind("shuffled_stream", (printing.shuffled_words, printing.shuffled_columns, printing.shuffled_state)),
)
"""The kinds of layout."""

PUBLIC: tuple[Kind, ...] = (
    Kind("fee_notes", fee_notes.DRAWINGS),
    Kind("works", works.DRAWINGS),
    Kind("deposits", deposits.DRAWINGS),
    Kind("credit_notes", credit_notes.DRAWINGS),
    Kind("factoring", factoring.DRAWINGS),
    Kind("utilities", utilities.DRAWINGS),
    Kind("subsidies", subsidies.DRAWINGS),
    Kind("public_bodies", bodies.DRAWINGS),
    Kind("overseas", overseas.DRAWINGS),
    Kind("bilingual", bilingual.DRAWINGS),
    Kind("doubtful", doubtful.DRAWINGS),
)
"""The kinds of page that the public sector sees."""

KINDS = LAYOUTS + PUBLIC


def every_drawing() -> Iterator[tuple[str, Draw]]:
    """Yield (kind-drawing, function) for all of them.

    >>> len({name for name, _ in every_drawing()}) == sum(len(kind.drawings) for kind in KINDS)
    True
    """
    for kind in KINDS:
        for draw in kind.drawings:
            yield f"{kind.name}-{draw.__name__}", draw
