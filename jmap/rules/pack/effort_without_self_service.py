"""Hard work for customers, and no way to do it by themselves."""

from collections.abc import Iterable, Iterator

from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import serving
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

_ALONE = frozenset({"web", "app", "self-service"})


class EffortWithoutSelfService(Rule[Stage]):
    """A stage is hard work for customers, and no channel there lets them do it by themselves.

    Much of what makes dealing with an organisation tiring is having to go through somebody: to wait
    in a queue, to explain, to come again. Many would rather do it themselves at their own hour, as
    long as nobody takes the other ways from those who would not.

    It looks at the stages with an effort from the level set here. It is silent where `skip` says
    why there is no such channel, where one is planned, and where the kind of a channel is not
    known: a channel is of the kind `web`, `app` or `self-service` only where it is declared so.
    """

    severity = INFO
    tags = ("experience", "channels")
    profiles = (STRICT,)
    level = Setting(4, "The effort from which customers are asked a lot, 1 to 5.", low=1, high=5)
    good = """
channel post "Post" { kind letter }
channel website "Website" { kind web }
journey permit "Renewing a permit" {
  stage prove "Prove the condition" {
    touchpoint letter on post "Letter from the doctor" { effort 5 }
    touchpoint upload on website "Uploads the letter"
  }
}
"""
    bad = """
channel post "Post" { kind letter }
journey permit "Renewing a permit" {
  stage prove "Prove the condition" {
    touchpoint letter on post "Letter from the doctor" { effort 5 }
  }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is None:
            return
        touchpoints = [*serving(item, journey)]
        places: list[Stage | Touchpoint] = [item, *touchpoints]
        for part in places:
            for nth, effort in enumerate(part.effort):
                if effort.level < self.level:
                    continue
                if self._is_hard(item, touchpoints, scene):
                    yield _finding(item, part, nth)
                return

    def _is_hard(self, stage: Stage, touchpoints: list[Touchpoint], scene: Scene) -> bool:
        """Whether it is known of every channel that it needs somebody else."""
        kinds = [*_kinds(stage, touchpoints, scene)]
        return bool(touchpoints) and not any(
            kind in _ALONE or kind in (None, "other") for kind in kinds
        )


def _finding(stage: Stage, part: Stage | Touchpoint, nth: int) -> Finding:
    return Finding(
        f"`{stage.id}` costs customers an effort of {part.effort[nth].level} of 5, and no channel "
        "there lets them do it by themselves",
        "add a touchpoint on a channel of kind web, app or self-service, or `skip` one and say why",
        item=part,
        field="effort",
        nth=nth,
    )


def _kinds(stage: Stage, touchpoints: list[Touchpoint], scene: Scene) -> Iterator[str | None]:
    planned = (one for one in stage.touchpoints if one.status == "planned")
    for touchpoint in (*touchpoints, *planned):
        channel = scene.channel(touchpoint.channel)
        yield channel.kind if channel else None
    for skip in stage.skips:
        channel = scene.channel(skip.channel)
        yield channel.kind if channel else None
