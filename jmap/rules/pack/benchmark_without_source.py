"""Figures of others that nobody can look up."""

from collections.abc import Iterable

from jmap.model.lines import Benchmark
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class BenchmarkWithoutSource(Rule[Benchmark]):
    """A benchmark gives a figure and does not say where it comes from.

    Customers compare a service with the best they know, in any trade, and a benchmark makes that
    visible. A figure that cannot be looked up is the first thing that is doubted when money is
    asked for.

    Silent about benchmarks that name somebody and give no figure.
    """

    tags = ("evidence",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey line "Getting a line" {
  stage install "Installation" {
    touchpoint visit on "Visit" "Technician visit" {
      benchmark "Parcel delivery, one-hour slots" 1h source "Their site, May 2026"
    }
  }
}
"""
    bad = """
journey line "Getting a line" {
  stage install "Installation" {
    touchpoint visit on "Visit" "Technician visit" {
      benchmark "Parcel delivery, one-hour slots" 1h
    }
  }
}
"""

    def check(self, item: Benchmark, scene: Scene) -> Iterable[Finding]:
        if item.amount is None or item.source:
            return
        yield Finding(
            f'nothing says where the figure of `"{item.who}"` comes from',
            'write it behind the figure: source "…"',
        )
