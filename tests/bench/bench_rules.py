"""What rules cost beside reading, and how each grows with the workspace."""

import datetime
import gc
import re
from pathlib import Path
from time import perf_counter

from jmap.config import Choice
from jmap.garbage import uncollected
from jmap.loading import Loaded, load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.fixing import fixable, mend
from jmap.rules.plan import Plan
from tests.bench.maps import journey
from tests.bench.processes import jmap, measured
from tests.bench.tables import Score, exponent, table, timing_cells

TODAY = datetime.date(2026, 11, 22)
FILES = 1000
CHECK = ("check", "--exit-zero")
CHOICES = {
    "none": Choice(select=()),
    "default": Choice(),
    "strict": Choice(profile="strict"),
    "all": Choice(select=("all",)),
}


def test_rules_beside_reading(scores: list[Score]) -> None:
    """A thousand maps of 20 touchpoints, each read and examined."""
    plans = {name: Plan(catalogue(), asked=choice) for name, choice in CHOICES.items()}
    reading, looking = 0.0, dict.fromkeys(plans, 0.0)
    with uncollected():
        for number in range(FILES):
            start = perf_counter()
            loaded = load_text(journey(20, f"move{number}"))
            reading += perf_counter() - start
            for name, plan in plans.items():
                start = perf_counter()
                examine(loaded, plan, TODAY)
                looking[name] += perf_counter() - start
    rows = [("reading", f"{reading:.2f} s", "")]
    rows += [(name, f"{spent:.2f} s", f"{spent / reading:.2f}") for name, spent in looking.items()]
    table(f"{FILES:,} files of 20 touchpoints", ("", "time", "/ reading"), rows)
    scores.append(Score("rules, default, to reading", 1, "x", looking["default"] / reading))
    scores.append(Score("rules, all, to reading", 1, "x", looking["all"] / reading))


def test_cold(bench: Path) -> None:
    """A run from start to end, of a map of 20 touchpoints."""
    commands = {
        "gaps: no rules": jmap(bench, "gaps", "m20.jmap"),
        "check --select steep-drop": jmap(bench, *CHECK, "--select", "steep-drop", "m20.jmap"),
        "check": jmap(bench, *CHECK, "m20.jmap"),
        "check --select all": jmap(bench, *CHECK, "--select", "all", "m20.jmap"),
    }
    timings = zip(commands, measured(list(commands.values())), strict=True)
    rows = [(name, *timing_cells(timing)) for name, timing in timings]
    table("Rules from a cold start", ("", "ratio", "time", "peak"), rows)


def grown(size: int) -> Loaded:
    """One workspace of some hundreds of touchpoints, with the bad examples of all rules in it."""
    parts = [journey(size)]
    for number in range(max(1, size // 200)):
        for rule in catalogue().rules.values():
            text = _apart(rule.bad, f"{number}-{rule.name}")
            if text:
                parts.append(text)
    return load_text("\n".join(parts))


def _apart(text: str, suffix: str) -> str:
    """An example whose declarations have names of their own; nothing for one with errors."""
    loaded = load_text(text)
    if not loaded.ok:
        return ""
    ids = {
        item.id
        for kind in ("journeys", "teams", "personas", "channels", "metrics")
        for item in getattr(loaded.workspace, kind, ())
    }
    for name in sorted(ids, key=len, reverse=True):
        text = re.sub(rf'(?<![\w"-]){re.escape(name)}(?![\w"-])', f"{name}-{suffix}", text)
    return text if load_text(text).ok else ""


SIZES = (200, 400, 800)


def test_growth_of_each_rule() -> None:
    """A growth of 1 is linear. The figures are printed and judged by people."""
    workspaces = [grown(size) for size in SIZES]
    assert all(one.ok for one in workspaces), workspaces[0].diagnostics[:3]
    bare = [_spent(one, Choice(select=())) for one in workspaces]
    rows = []
    for name in catalogue().rules:
        costs = [
            max(_spent(one, Choice(select=(name,))) - floor, 1e-6)
            for one, floor in zip(workspaces, bare, strict=True)
        ]
        rows.append((name, f"{costs[-1] * 1000:.1f} ms", f"{exponent(SIZES, costs):.2f}"))
    rows.sort(key=lambda row: -float(row[1].removesuffix(" ms")))
    total = [_spent(one, Choice(select=("all",))) for one in workspaces]
    rows.insert(0, ("all", f"{total[-1] * 1000:.1f} ms", f"{exponent(SIZES, total):.2f}"))
    table(f"Each rule alone at {SIZES[-1]:,} touchpoints", ("", "time", "N^"), rows)


def _spent(loaded: Loaded, choice: Choice) -> float:
    plan = Plan(catalogue(), asked=choice)
    examine(loaded, plan, TODAY)
    best = float("inf")
    for _ in range(2):
        gc.collect()
        start = perf_counter()
        examine(loaded, plan, TODAY)
        best = min(best, perf_counter() - start)
    return best


def test_many_allowances() -> None:
    rows = []
    for size in (2_500, 5_000, 10_000, 20_000):
        lines = "".join(
            f"  # jmap: allow empty-stage -- it is new\n  stage s{at}\n" for at in range(size)
        )
        loaded = load_text(f"journey j {{\n{lines}}}\n")
        rows.append((f"{size:,} allowances", f"{_spent(loaded, Choice()) * 1000:,.0f} ms"))
    table("Allowances", ("", "time"), rows)


def test_many_fixes() -> None:
    rows = []
    for size in (2_500, 5_000, 10_000):
        text = "# jmap: allow steep-drop -- of no use\nteam t{}\n"
        before = "".join(text.format(at) for at in range(size))
        plan = Plan(catalogue(), asked=Choice(select=("allowances", "steep-drop")))

        def found(text: str, plan: Plan = plan) -> list[object]:
            return list(examine(load_text(text, "a"), plan, TODAY))

        start = perf_counter()
        result = mend(found(before), lambda texts: found(texts["a"]))  # type: ignore[arg-type, return-value]
        assert result.count == size
        assert not any(fixable(item, unsafe=True) for item in result.diagnostics)
        rows.append((f"{size:,} fixes", f"{(perf_counter() - start) * 1000:,.0f} ms"))
    table("Fixes", ("", "time"), rows)
