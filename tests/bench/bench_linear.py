"""What twice the text costs: the time at n, 2n and 4n for inputs that are built to be slow.

A growth of 2 is linear, of 4 quadratic. The figures are printed and judged by people: a time is
no verdict.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter

from jmap.format import format_source
from jmap.loading import load_bytes
from jmap.source import SourceFile

STEPS = 3
INSIDE = "journey j {{\n stage s {{\n  touchpoint t {{\n{}\n  }}\n }}\n}}\n"


@dataclass(frozen=True, slots=True)
class Family:
    """Texts of one shape, of any size."""

    name: str
    start: int
    make: Callable[[int], str]


def inside(line: str) -> Callable[[int], str]:
    return lambda size: INSIDE.format("".join(line.format(i=number) for number in range(size)))


def repeated(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + part * size + after


def numbered(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + "".join(part.format(i=i, j=i + 1) for i in range(size)) + after


FAMILIES = (
    Family("equal lines", 10_000, inside('do "x"\n')),
    Family("lines that may stand once", 10_000, inside("current 1\n")),
    Family("wrong values", 10_000, inside("feel 9\n")),
    Family("unknown words, all different", 5_000, inside("blorp{i}\n")),
    Family("unknown words, near a word", 5_000, inside("actoin{i}\n")),
    Family("unknown words, all equal", 5_000, inside("blorp\n")),
    Family("ids", 20_000, numbered("persona p{i}\n")),
    Family("equal ids", 10_000, repeated("persona p\n")),
    Family(
        "references", 10_000, numbered("team t{i} {{ accountable t{j} }}\n", after="team t10000\n")
    ),
    Family(
        "unknown references", 2_000, numbered("team abcdefgh{i} {{ accountable abxdefgx{i} }}\n")
    ),
    Family("a chain of variants", 2_000, numbered("journey j{i} {{ extends j{j} }}\n")),
    Family(
        "new parts in a variant",
        5_000,
        lambda size: (
            "journey a { stage s { touchpoint a } }\n"
            + numbered("touchpoint b{i}\n", "journey b { extends a; stage s {\n", "} }\n")(size)
        ),
    ),
    Family("comments", 40_000, repeated("# c\n")),
    Family("comments behind lines", 10_000, inside('do "x" # c\n')),
    Family("blank lines", 200_000, repeated("\n")),
    Family("semicolons", 200_000, repeated(";")),
    Family("empty blocks", 10_000, repeated("persona p {}\n")),
    Family("open braces", 200_000, repeated("a {")),
    Family("closing braces", 200_000, repeated("}\n")),
    Family("blocks never closed", 10_000, numbered("persona p{i} {{\n  age 3\n")),
    Family("stray blocks", 10_000, repeated("{ a }\n")),
    Family("quotes, unclosed", 50_000, repeated(" ", 'a "', "y\n")),
    Family("quotes and backslashes", 50_000, repeated('"\\', "1 ")),
    Family("escapes", 50_000, repeated("\\u{e9}", 'persona p "', '"')),
    Family("guillemets, unclosed", 50_000, repeated("«")),
    Family("three quotes", 50_000, repeated('"""')),
    Family("three quotes, escaped", 50_000, repeated('\\"""', 'a """')),
    Family("one long word", 1_000_000, repeated("a")),
    Family("one long word of hyphens", 200_000, repeated("a-")),
    Family("one long number", 500_000, repeated("1", "a ")),
    Family("one long range", 100_000, repeated("1.", "a ")),
    Family("one long line of values", 20_000, repeated("b ", "persona a ")),
    Family("one long text", 1_000_000, repeated("x", 'persona a "', '"')),
    Family(
        "one text of many lines", 50_000, repeated("  x\n", 'persona a { about """\n', '  """ }')
    ),
    Family("isolates", 20_000, repeated("\u2066", 'persona a "', '"')),
    Family("reversals", 20_000, repeated("\u202e")),
    Family("marks", 200_000, repeated("\u200f")),
    Family("signs", 20_000, repeated("- ")),
    Family("other characters", 50_000, repeated("@ ")),
)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def report(what: str, work: Callable[[str], object]) -> None:
    print(f"\n{what:<34}{'first size':>11}{'seconds':>9}  growth for each doubling")
    for family in FAMILIES:
        texts = [family.make(family.start << step) for step in range(STEPS)]
        times = [seconds(lambda text=text: work(text)) for text in texts]  # type: ignore[misc]
        growth = [f"{late / early:.1f}" for early, late in pairwise(times)]
        figures = f"{family.start:>11,}{times[0]:>9.3f}  {'  '.join(growth)}"
        print(f"{family.name:<34}{figures}", flush=True)


def test_loading() -> None:
    work: Callable[[str], object] = lambda text: load_bytes(text.encode())  # noqa: E731
    load_bytes(b"persona a")
    report("loading", work)


def test_formatting() -> None:
    report("formatting", lambda text: format_source(SourceFile("bench", text)))
