"""Metrics that leave open what exactly is measured."""

from collections.abc import Iterable, Iterator

from jmap.model.metric import Metric
from jmap.model.quantity import Quantity
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import readings_of
from jmap.rules.knowledge.reference import shown
from jmap.rules.pattern import Pattern
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold
from jmap.views.sentences import listed

AMBIGUOUS, ALL = "ambiguous", "all"

_HELP = {
    "kind": "kind csat, ces, nps, rate, duration, count or score",
    "method": "method …",
    "scale": "scale 1..5",
    "better": "better higher or better lower",
    "of": 'of "…"',
    "window": "window 7d",
}
_METHODS = {
    "ces": "method ces2-mean, ces2-top, ces5-top, ces1 or index",
    "csat": "method top-2-box",
    "duration": "method mean, median or p90",
    "rate": "method gross, net, repeat or survey",
}
_FIRST_CONTACT = Pattern(
    r"\bfcr\b|\bfirst (?:contact|call)\b|(?:نخستین|اولین) تماس|تماس (?:نخست|اول)\b|بار نخست"
)

_BAD = Pattern(
    r"\b(?:abandon|churn|complain|transfer|escalat|drop|bounce|error|fail|defect|cancel|refus"
    r"|reject|no[ -]?show|repeat (?:call|contact|visit)|reopen|late\b|lost\b|miss(?:ed|ing)"
    r"|attrition|turnover|unanswered|blocked)"
    r"|رها ?شد|رها ?سازی|ریزش|شکایت|انتقال|ارجاع|خطا|ناموفق|لغو|انصراف|تکراری|بی ?پاسخ|تأخیر|تاخیر"
    r"|از ?دست ?رفته|مرجوع"
)


class UndefinedMetric(Rule[Metric]):
    """A metric that is measured leaves open what its figure means.

    There are four ways in use to take a customer effort score, and two of them run in opposite
    directions; a satisfied share depends on which answers count as satisfied. Two teams that fill
    the gap differently compare apples with pears and never find out.

    Always asked: the `method` of an effort score, unless its scale and its better end are told;
    for satisfaction given as a share, the `method` or the `scale`. The strict and the
    contact-centre profile ask for all that a definition needs: the scale of scores, of what a rate
    is a share (`of`), whether a time is a mean or a median, the `window` and method of
    first-contact resolution, and which way is `better` where the language takes none for granted or
    the wrong one: for counts, and for rates of something bad, such as transfers, complaints or
    abandoned calls. Silent about metrics that nothing measures.
    """

    tags = ("metrics",)
    profiles = (DEFAULT,)
    demand = Setting(
        AMBIGUOUS,
        "What to ask for: only what makes a figure ambiguous, or all of a definition.",
        choices=(AMBIGUOUS, ALL),
        profiles={STRICT: ALL, CONTACT_CENTRE: ALL},
    )
    good = """
metric effort "How easy was it?" {
  kind ces
  method ces2-mean
}
metric csat "Satisfaction" {
  kind csat
  method top-2-box
  scale 1..5
}
journey repair "Getting it repaired" {
  measure effort { current 5.1 }
  measure csat { current 412/640 }
}
"""
    bad = """
metric effort "How easy was it?" { kind ces }
metric csat "Satisfaction" { kind csat }
journey repair "Getting it repaired" {
  measure effort { current 3.1 }
  measure csat { current 412/640 }
}
"""

    def check(self, item: Metric, scene: Scene) -> Iterable[Finding]:
        figures = list(_figures(item, scene))
        if not figures:
            return
        lacking = list(dict.fromkeys(self._lacking(item, figures)))
        if not lacking:
            return
        yield Finding(
            f"what `{item.id}` means is open: it does not state {listed(map(shown, lacking))}",
            "write: " + "; ".join(_help(item, name) for name in lacking),
        )

    def _lacking(self, metric: Metric, figures: list[Quantity]) -> Iterator[str]:
        yield from _ambiguous(metric, figures)
        if self.demand == ALL:
            yield from _unsaid(metric, figures)


def _figures(metric: Metric, scene: Scene) -> Iterator[Quantity]:
    for reading in readings_of(metric, scene):
        yield from reading.measure.levels.values()


def _ambiguous(metric: Metric, figures: list[Quantity]) -> Iterator[str]:
    if metric.method:
        return
    if metric.kind == "ces" and not (metric.scale and metric.better):
        yield "method"
    if metric.kind == "csat" and metric.scale is None and _has(figures, "percentage"):
        yield "method"


def _unsaid(metric: Metric, figures: list[Quantity]) -> Iterator[str]:
    """What else a definition needs, by the kind of the metric."""
    kind = metric.kind
    wanted = {
        "kind": kind is None,
        "method": kind in ("csat", "ces", "duration"),
        "scale": kind == "csat" or (kind == "score" and _has(figures, "score")),
        "better": kind == "count" or (kind == "rate" and _is_bad(metric)),
        "of": kind == "rate",
        "window": False,
    }
    if kind == "rate" and _FIRST_CONTACT.search(_spoken(metric)):
        wanted |= {"method": True, "window": True}
    for name, is_wanted in wanted.items():
        if is_wanted and getattr(metric, name) is None:
            yield name


def _is_bad(metric: Metric) -> bool:
    """Whether it sounds as if fewer were better."""
    return bool(_BAD.search(_spoken(metric)))


def _has(figures: list[Quantity], dimension: str) -> bool:
    return any(one.dimension == dimension for one in figures)


def _spoken(metric: Metric) -> str:
    return fold(f"{metric.id} {metric.title or ''}").casefold().replace("-", " ")


def _help(metric: Metric, name: str) -> str:
    return _METHODS.get(metric.kind or "", _HELP[name]) if name == "method" else _HELP[name]
