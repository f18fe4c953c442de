"""From words to lines and cells: what a reader sees side by side stays apart, what belongs together is joined."""

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.layout.page_layout import lay_out

__all__ = ["CellSpan", "PageLayout", "lay_out"]
