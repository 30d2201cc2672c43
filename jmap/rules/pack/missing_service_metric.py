"""Contact-centre journeys that do not measure what a contact centre answers for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jmap.model.channel import Channel
from jmap.model.forms import reference_name
from jmap.model.journey import Journey
from jmap.model.quantity import Duration
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import readings_in
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.pattern import Pattern
from jmap.rules.rule import CONTACT_CENTRE, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold

_STAFFED = Pattern(
    r"\b(?:phone|telephone|call|hotline|chat|ivr)|تلفن|تماس|گفت ?و ?گو|چت\b|مرکز تماس"
)
_NAMED = {
    "transfers": Pattern(
        r"\btransfer|\bhand[ -]?o(?:ver|ff)|\bescalat|\bforwarded|انتقال|ارجاع|وصل ?کردن"
    ),
    "waiting": Pattern(
        r"\bwait|\bqueue|\basa\b|\bspeed of answer|\bservice level|\babandon|\bresponse time"
        r"|\bfirst response|\bresponse within|\banswered (?:with)?in\b|\btime to answer"
        r"|انتظار|صف\b|سطح خدمت|رهاشد|پاسخگویی|زمان پاسخ"
    ),
    "resolution at the first contact": Pattern(
        r"\bfcr\b|\bfirst[ -](?:contact|call|time)\b|\bone[ -]and[ -]done|\brepeat (?:call|contact)"
        r"|(?:نخستین|اولین) ?(?:تماس|مراجعه)|تماس (?:نخست|اول)\b|بار (?:نخست|اول)\b"
        r"|تماس(?:های)? تکراری"
    ),
    "mood": Pattern(
        r"\bmood|\bemotion|\bsentiment|\bfeel|\bsatisf|خلق|احساس|هیجان|حس\b|رضایت|حال ?و ?هوا"
    ),
}
_HELP = {
    "transfers": "the share of calls put through",
    "waiting": "the service level or the waiting time",
    "resolution at the first contact": "the share solved at the first contact, within 7d",
    "mood": "satisfaction after the contact, or feel lines",
}


@dataclass(slots=True)
class _Measured:
    """What a journey is found to measure."""

    found: set[str] = field(default_factory=set)

    def name(self, text: str) -> None:
        """Takes in what the words of a metric's or touchpoint's names speak of."""
        spoken = fold(text).casefold().replace("-", " ")
        self.found |= {what for what, pattern in _NAMED.items() if pattern.search(spoken)}


class MissingServiceMetric(Rule[Journey]):
    """A journey over phone or chat does not measure what every contact centre answers for.

    What customers ask of a contact centre is to get through, not to be passed on, to be done after
    one contact, and to be treated like a person. A centre that measures only how long its calls
    are will make them short.

    Metrics are known by what they are called: by words in the id, the title or the method of a
    metric, or in the quoted name of a measure. Write `transfer`, `handover` or `escalation`;
    `waiting`, `queue`, `service level`, `response time` or `abandoned`; `FCR`, `first contact` or
    `repeat calls`; `mood`, `emotion` or `satisfaction`: in Persian «انتقال» or «ارجاع»; «انتظار»,
    «صف», «سطح خدمت» or «رهاشده»; «نخستین تماس» or «بار نخست»; «خلق», «احساس» or «رضایت». A time
    at a touchpoint whose channel makes a promise counts as waiting, and a feeling or a score of the
    kinds csat, ces and nps as mood.

    It speaks of journeys with a touchpoint on a channel of `kind phone` or `kind chat`, or with
    such a name. Silent about journeys as they should be.
    """

    tags = ("metrics",)
    profiles = (CONTACT_CENTRE,)
    good = """
metric service-level "Answered within 20 seconds" { kind rate }
metric transfers "Calls put through" { kind rate }
metric fcr "Solved at the first contact" { kind rate }
metric csat "Satisfaction" { kind csat }
journey repair "Getting it repaired" {
  measure service-level { current 1974/4200 }
  measure transfers { current 1011/3612 }
  measure fcr { current 2131/3612 }
  measure csat { current 412/640 }
  stage call "Call" {
    touchpoint line on "Phone" "Calls the service line"
  }
}
"""
    bad = """
metric service-level "Answered within 20 seconds" { kind rate }
journey repair "Getting it repaired" {
  measure service-level { current 1974/4200 }
  stage call "Call" {
    touchpoint line on "Phone" "Calls the service line" { feel -1 }
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not is_lived(item) or not any(_staffed(one, scene) for one in item.touchpoints):
            return
        measured = _measured(item, scene).found
        missing = [what for what in _NAMED if what not in measured]
        if not missing:
            return
        yield Finding(
            f"nothing here measures {_list(missing)}",
            "declare metrics and measure them: " + "; ".join(_HELP[what] for what in missing),
        )


def _measured(journey: Journey, scene: Scene) -> _Measured:
    measured = _Measured()
    for reading in readings_in(journey):
        metric = scene.metric(reading.measure.metric)
        if metric is None:
            name = reading.measure.metric
            measured.name(reference_name(name))
            continue
        measured.name(f"{metric.id} {metric.title or ''} {metric.method or ''}")
        if metric.kind in ("csat", "ces", "nps"):
            measured.found.add("mood")
    for stage in journey.stages:
        measured.found |= {"mood"} if stage.feel else set()
    for touchpoint in journey.touchpoints:
        measured.found |= set(_told(touchpoint, scene))
    return measured


def _told(touchpoint: Touchpoint, scene: Scene) -> Iterable[str]:
    """What the lines of a touchpoint themselves tell."""
    if touchpoint.feel:
        yield "mood"
    channel = scene.channel(touchpoint.channel)
    if isinstance(touchpoint.current, Duration):
        spoken = fold(f"{touchpoint.id} {touchpoint.title or ''}").casefold().replace("-", " ")
        promised = channel is not None and channel.responds is not None
        if promised or _NAMED["waiting"].search(spoken):
            yield "waiting"


def _staffed(touchpoint: Touchpoint, scene: Scene) -> bool:
    name = touchpoint.channel
    if name is None or touchpoint.status == "retired":
        return False
    channel = scene.channel(name)
    if channel is not None and channel.kind is not None:
        return channel.kind in ("phone", "chat")
    return bool(_STAFFED.search(fold(_title(channel, name)).casefold()))


def _title(channel: Channel | None, name: object) -> str:
    return channel.label if channel is not None else str(getattr(name, "name", name))


def _list(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
