"""Parts that readers cannot tell apart."""

from collections.abc import Iterable, Iterator

from jmap.model.forms import reference_key
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.plain import plain
from jmap.rules.knowledge.present import standing
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class EqualTitles(Rule[Stage]):
    """Two stages of a journey, or two touchpoints of a stage on one channel, have the same title.

    Readers see titles and not ids: in a picture, a table or a meeting the two cannot be told apart.
    Often one is a copy that was never changed.

    Letters that look alike count as equal, large and small ones too. Touchpoints on different
    channels may share a title, and so may one that is retired and what came after it.
    """

    tags = ("text", "stages")
    profiles = (DEFAULT,)
    good = """
journey surgery "A knee operation" {
  stage wait "Wait for a date" {
    touchpoint call on "Phone" "Ask how far it is"
    touchpoint mail on "Email" "Ask how far it is"
  }
  stage wait-there "Wait in the clinic"
}
journey عمل "جراحی زانو" {
  stage نوبت "انتظار برای نوبت"
  stage درمانگاه "انتظار در درمانگاه"
}
"""
    bad = """
journey surgery "A knee operation" {
  stage wait "Wait" {
    touchpoint call on "Phone" "Ask how far it is"
    touchpoint again on "Phone" "Ask how far it is"
  }
  stage wait-there "Wait"
}
journey عمل "جراحی زانو" {
  stage نوبت "می‌مانیم"
  stage درمانگاه "میمانیم"
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is not None and item.title:
            firsts = scene.survey.once((self.name, id(journey)), lambda: _stages(journey))
            first = firsts[plain(item.title)]
            if first is not item:
                yield _found(item, first)
        yield from _touchpoints(item)


def _stages(journey: Journey) -> dict[str, Stage]:
    """The first stage of each title."""
    return {plain(stage.title): stage for stage in reversed(journey.stages) if stage.title}


def _touchpoints(stage: Stage) -> Iterator[Finding]:
    firsts: dict[tuple[str, str], Touchpoint] = {}
    for touchpoint in standing(stage):
        if not touchpoint.title:
            continue
        channel = reference_key(touchpoint.channel) if touchpoint.channel else ""
        first = firsts.setdefault((plain(touchpoint.title), channel), touchpoint)
        if first is not touchpoint:
            yield _found(touchpoint, first)


def _found(item: Stage | Touchpoint, first: Stage | Touchpoint) -> Finding:
    where = "" if isinstance(item, Stage) else " on the same channel"
    return Finding(
        f"`{item.id}` has the title of the {item.keyword} `{first.id}`{where}",
        "say in one of the titles what is different there",
        item=item,
        also=(Also(first, "the first one is here"),),
    )
