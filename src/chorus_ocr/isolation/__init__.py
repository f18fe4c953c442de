"""Runs a function in a process of its own, which is ended and replaced when it takes too long or too much, or dies."""

from chorus_ocr.isolation.pool import Outcome, Pool
from chorus_ocr.isolation.worker import Died, Ended, NotImportable, OutOfMemory, OutOfTime, Stopped, Worker

__all__ = ["Died", "Ended", "NotImportable", "OutOfMemory", "OutOfTime", "Outcome", "Pool", "Stopped", "Worker"]
