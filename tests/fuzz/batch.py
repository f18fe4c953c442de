"""Reads many files in a child process, so that a hang or a crash is an outcome like any other.

The child is this module, run as a script: it takes jobs as JSON on its standard input and tells, on a channel of its
own, when it begins one and what came of it. What it prints anywhere else is an outcome too.
"""

import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MEBIBYTE = 1024 * 1024
MEMORY = 4096 * MEBIBYTE
"""Of address space: a child that asks for more is refused, before the machine is."""

REPORT = "report"

OWN = "own"
"""The name of a reader that a test brings, to see its misbehaviour told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file, or a mutant by its seed and number."""

    path: str | None = None
    seed: int = 0
    number: int = 0

    def __str__(self) -> str:
        return self.path or f"mutant {self.number} of seed {self.seed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a job: ``report``, the name of a typed error, or else a sentence that begins with « failed ».

    ``cpu``: seconds of the processor. ``memory``: the most that the child held so far, in bytes.
    """

    job: Job
    what: str
    cpu: float = 0.0
    memory: int = 0

    @property
    def failed(self) -> bool:
        return self.what.startswith("failed")


def run(jobs: Sequence[Job], *, reader: str = "pdfium", deadline: float = 60.0) -> Iterator[Outcome]:
    """Yield the outcome of every job. A job that takes longer than ``deadline`` seconds is stopped.

    After a hang or a crash another child goes on with the next job. What the children print, and files they leave
    behind, are failures of the last job.
    """
    left = list(jobs)
    while left:
        done = 0
        for outcome in _run_child(left, reader, deadline):
            done += 1
            yield outcome
        assert done, "a child that does nothing would be started for ever"
        left = left[done:]


def _run_child(jobs: Sequence[Job], reader: str, deadline: float) -> Iterator[Outcome]:
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryFile() as printed,
        tempfile.TemporaryFile() as given,
    ):
        scratch = Path(folder, "scratch")
        scratch.mkdir()
        given.write(json.dumps({"reader": reader, "jobs": [asdict(job) for job in jobs]}).encode())
        given.seek(0)
        inward, outward = os.pipe()
        root = Path(__file__).parents[2]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root / "tests"), *filter(None, sys.path)]),
            "TMPDIR": str(scratch),
            "CHANNEL": str(outward),
        }
        child = subprocess.Popen(
            [sys.executable, __file__],
            stdin=given,
            stdout=printed,
            stderr=printed,
            env=environment,
            pass_fds=(outward,),
        )
        os.close(outward)
        last: Outcome | None = None
        with os.fdopen(inward, "rb", buffering=0) as channel:
            for at, job in enumerate(jobs):
                told = _next_line(channel, deadline)
                if last is not None:
                    yield last
                if told is None:
                    child.kill()
                    child.wait()
                    yield Outcome(job=job, what=f"failed: no end after {deadline} s")
                    return
                if not told:
                    printed.seek(0)
                    said = printed.read().decode("utf-8", "replace")[-2_000:]
                    yield Outcome(job=job, what=f"failed: the process ended with {child.wait()}: {said}")
                    return
                last = Outcome(job=jobs[at], **json.loads(told))
        child.wait()
        printed.seek(0)
        said = printed.read().decode("utf-8", "replace")
        left_behind = sorted(path.name for path in scratch.iterdir())
        if last is not None and (said or left_behind):
            yield Outcome(job=last.job, what=f"failed: printed {said[:2_000]!r}, left behind {left_behind}")
        elif last is not None:
            yield last


def _next_line(channel: Any, deadline: float) -> bytes | None:
    """Return the next line of a child: none after the deadline, an empty one when the child has ended."""
    until = time.monotonic() + deadline
    line = b""
    with selectors.DefaultSelector() as selector:
        selector.register(channel, selectors.EVENT_READ)
        while not line.endswith(b"\n"):
            if not selector.select(max(until - time.monotonic(), 0)):
                return None
            piece = channel.read(1)
            if not piece:
                return b""
            line += piece
    return line


def outcome_of(data: bytes, reader: str) -> str:
    """Read and scan bytes, twice: ``report`` or the name of a typed error, else what is wrong."""
    import chorus_ocr

    whats = []
    reports = []
    for _ in range(2):
        try:
            reports.append(chorus_ocr.scan(data, reader=_reader(reader)))
            whats.append(REPORT)
        except chorus_ocr.ChorusOcrError as error:
            whats.append(type(error).__name__)
            str(error).encode()
        except BaseException:
            return f"failed: {traceback.format_exc(limit=-4)}"
    if whats[0] != whats[1] or reports[:1] != reports[1:]:
        return f"failed: two readings differ: {whats}"
    for report in reports[:1]:
        report.to_json().encode()
        for name in report.fields:
            report.explain(name).encode()
    return whats[0]


def _reader(name: str) -> Any:
    """Return a reader of the project by its name, or the one that the variable ``READER`` holds the source of."""
    if name != OWN:
        return name
    made: dict[str, Any] = {}
    exec(os.environ["READER"], made)
    return made["Reader"]()


def _most_memory() -> int:
    import resource

    status = Path("/proc/self/status")
    if status.exists():  # what the system counts for a process holds what its parent had when it was started
        [peak] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        return int(peak.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _child() -> None:
    import resource

    from fuzz.mutate import mutant

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    order = json.load(sys.stdin)
    import chorus_ocr  # what is loaded once is not counted to the first job

    chorus_ocr.scan(mutant(0, 0, steps=0))
    with os.fdopen(int(os.environ["CHANNEL"]), "w", encoding="utf-8") as channel:
        for each in order["jobs"]:
            job = Job(**each)
            data = Path(job.path).read_bytes() if job.path is not None else mutant(job.seed, job.number)
            before = resource.getrusage(resource.RUSAGE_SELF)
            what = outcome_of(data, order["reader"])
            after = resource.getrusage(resource.RUSAGE_SELF)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            channel.write(json.dumps({"what": what, "cpu": cpu, "memory": _most_memory()}) + "\n")
            channel.flush()


if __name__ == "__main__":
    _child()
