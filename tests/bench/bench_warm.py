"""What each step costs within a process that is warm already, for a map of 2,000 touchpoints."""

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from jmap import Loaded, list_gaps, load, render
from jmap.api import Format
from jmap.source import SourceFile
from jmap.syntax.parser import parse
from tests.bench.tables import MEGABYTE, Score, table

ROUNDS = 5
FORMS: tuple[Format, ...] = ("json", "jmap", "md", "html", "svg", "dot")


def _seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


@pytest.mark.filterwarnings("ignore")
def test_steps(bench: Path, scores: list[Score]) -> None:
    path = bench / "m2000.jmap"
    text = path.read_text()
    loaded = load(path)
    model = render(loaded, "json")
    reading = _seconds(lambda: json.loads(model))
    parsing = _seconds(lambda: parse(SourceFile("m.jmap", text)))
    loading = _seconds(lambda: load(path))
    steps = {
        "json.loads of its model": (reading, len(model)),
        "parse": (parsing, len(text)),
        "resolve and check": (loading - parsing, len(text)),
        "gaps": (_seconds(lambda: list_gaps(loaded)), len(text)),
        **{f"render {form}": _rendered(loaded, form) for form in FORMS},
    }
    rows = [
        (name, f"{seconds * 1000:,.0f} ms", f"{size / MEGABYTE / seconds:,.2f} MB/s")
        for name, (seconds, size) in steps.items()
    ]
    table("Steps, 2,000 touchpoints (a renderer's speed: of what it writes)", ("", "", ""), rows)
    share = reading / parsing
    scores.append(Score("parse to json.loads of the model", 1 / 100, "x", share, True))


def _rendered(loaded: Loaded, form: Format) -> tuple[float, int]:
    content = render(loaded, form)
    return _seconds(lambda: render(loaded, form), 3), len(content)
