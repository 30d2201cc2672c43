"""What is written to be slow costs no more than its length: each text is doubled until it has a
megabyte.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.processes import jmap, measured
from tests.bench.tables import exponent, table

_NOISE = 0.03
"""Seconds below which a difference of two processes says nothing."""

Text = Callable[[int], str]

TEXTS: dict[str, Text] = {
    "quotes that never close": lambda n: 'a "x\n' * n,
    "backslashes and quotes on a line": lambda n: '1 "' + '\\"' * n,
    "guillemets that never close": lambda n: "a «" * n,
    "blanks after an open quote": lambda n: 'a "' + " " * n + "y\n",
    "three quotes that never close": lambda n: 'a """\n' * n,
    "comments": lambda n: "# a comment\n" * n,
    "one long comment": lambda n: "#" * n,
    "opening braces": lambda n: "a {\n" * n,
    "closing braces": lambda n: "}\n" * n,
    "blocks that never close": lambda n: "a {\n}\nb {\n" * n,
    "empty lines": lambda n: "\n" * n,
    "one long word": lambda n: "a" * n,
    "one long word with hyphens": lambda n: "a-" * n,
    "one long number": lambda n: "age " + "1" * n,
    "errors": lambda n: "agee 3\n" * n,
    "different errors": lambda n: "".join(f"word{at} 3\n" for at in range(n)),
    "unknown references": lambda n: _referring(n, "owner other{at}"),
    "references": lambda n: _referring(n, "owner team{at}"),
    "equal ids": lambda n: "team a\n" * n,
    "lines of one kind": lambda n: "persona a {\n" + 'need "x"\n' * n + "}\n",
    "variants of variants": lambda n: (
        "journey j0\n" + "".join(f"journey j{at + 1} {{ extends j{at} }}\n" for at in range(n))
    ),
    "hidden characters": lambda n: "a \u202e\n" * n,
}


def _referring(n: int, line: str) -> str:
    teams = "".join(f"team team{at}\n" for at in range(n))
    channels = "".join(f"channel c{at} {{ {line.format(at=at)} }}\n" for at in range(n))
    return teams + channels


@pytest.mark.parametrize("name", TEXTS)
def test_doubling(name: str, tmp_path: Path) -> None:
    (tmp_path / "jmap.toml").touch()
    (tmp_path / "empty.jmap").write_text("team a\n")
    unit = 64_000 * 100 // len(TEXTS[name](100))
    sizes = [unit * 2**step for step in range(5)]
    for size in sizes:
        (tmp_path / f"n{size}.jmap").write_text(TEXTS[name](size))
    floor, *timings = measured(
        [jmap(tmp_path, "check", "-q", "--exit-zero", file, rounds=1) for file in _files(sizes)]
    )
    own = [timing.seconds - floor.seconds for timing in timings]
    kilobytes = [(tmp_path / f"n{size}.jmap").stat().st_size / 1000 for size in sizes]
    costs = [(size, cost) for size, cost in zip(kilobytes, own, strict=True) if cost > _NOISE]
    rows = [
        (f"{size:,.0f} kB", f"{cost * 1000:,.0f} ms")
        for size, cost in zip(kilobytes, own, strict=True)
    ]
    table(f"{name}: {_growth(costs)}", ("", "time"), rows)


def _growth(costs: list[tuple[float, float]]) -> str:
    if len(costs) < 3:
        return "no time to speak of"
    return f"grows as N^{exponent(*zip(*costs, strict=True)):.2f}"


def _files(sizes: list[int]) -> list[str]:
    return ["empty.jmap", *(f"n{size}.jmap" for size in sizes)]
