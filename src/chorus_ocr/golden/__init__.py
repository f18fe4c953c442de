"""The golden block: the lines to print on an invoice so that the portal's form fills itself."""

from chorus_ocr.golden.block import GoldenBlock, GoldenLine
from chorus_ocr.golden.make import golden_block

__all__ = ["GoldenBlock", "GoldenLine", "golden_block"]
