"""From one loaded source file to its summary."""

from collections.abc import Callable, Iterator

from jmap.gaps import Gap
from jmap.gaps.priority import priority_of
from jmap.loading import Loaded
from jmap.model.declared import Declared
from jmap.model.forms import AdHoc
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.lines import Owner
from jmap.model.opportunity import Opportunity
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.site.summary import (
    Declaration,
    GapLine,
    JourneyLine,
    MoodLine,
    Named,
    OpportunityLine,
    PainLine,
    Printed,
    Spot,
    StageLine,
    Summary,
)
from jmap.syntax.fold import fold
from jmap.syntax.words import words
from jmap.views.declared import reached
from jmap.views.facts import Fact, Reader, reader
from jmap.views.grid import Map
from jmap.views.health import health_of
from jmap.views.numbers import UNKNOWN, difference_text, quantity_text


def summary_of(loaded: Loaded, maps: tuple[Map, ...]) -> Summary:
    """The summary of the first of the files that were loaded, given the maps of its journeys."""
    declared = tuple(_declarations(loaded))
    return Summary(declared, tuple(_Teller(loaded.workspace, one).journey() for one in maps))


def own_journeys(loaded: Loaded) -> tuple[Journey, ...]:
    """The journeys of the first of the files that were loaded."""
    own = loaded.files[0]
    return tuple(one for one in loaded.journeys if loaded.origins.source(one) == own)


def _declarations(loaded: Loaded) -> Iterator[Declaration]:
    own, workspace = loaded.files[0], loaded.workspace
    for field in spec(type(workspace)).body.values():
        for item in getattr(workspace, field.name):
            if isinstance(item, Declared) and loaded.origins.source(item) == own:
                yield _declaration(workspace, item)


def _declaration(workspace: Workspace, item: Declared) -> Declaration:
    journey = isinstance(item, Journey)
    return Declaration(
        kind=item.keyword,
        key=fold(item.id),
        id=item.id,
        was=fold(item.was) if item.was else "",
        label=item.label,
        owner=_owner(workspace, item),
        facts={} if journey else _facts(workspace, item),
    )


def _owner(workspace: Workspace, item: Declared) -> Named | None:
    owner = getattr(item, "owner", None)
    if not isinstance(owner, Owner):
        return None
    if isinstance(owner.team, AdHoc):
        return Named("team", f'"{owner.team.name}', owner.team.name)
    found = index(workspace).find(("team",), owner.team)
    return Named("team", fold(owner.team), found.label if found else owner.team)


def _facts(workspace: Workspace, item: Declared) -> dict[str, tuple[Fact, ...]]:
    names = dict(index(workspace).labels)
    return {code: Reader(code, names).facts(item) for code in words().languages}


class _Teller:
    """Tells of one journey."""

    def __init__(self, workspace: Workspace, drawing: Map) -> None:
        self.workspace = workspace
        self.map = drawing
        self.read = reader(workspace, drawing.journey, drawing.language)
        self.known: Index = index(workspace)

    def journey(self) -> JourneyLine:
        journey = self.map.journey
        health = health_of(self.workspace, journey)
        return JourneyLine(
            key=fold(journey.id),
            id=journey.id,
            extends=fold(journey.extends) if journey.extends else "",
            title=self.map.title,
            language=self.map.written,
            printed=self.map.language,
            personas=tuple(self._named("persona", item) for item in journey.personas),
            owner=self._team(journey.owner),
            state=journey.state or "",
            status=journey.status or "",
            reviewed=health.reviewed.isoformat() if health.reviewed else "",
            due=health.due.isoformat() if health.due else "",
            mean=health.mean,
            stages=tuple(self._stages()),
            gaps=tuple(self._gap(gap) for gap in self.map.gaps),
            pains=tuple(self._pains()),
            opportunities=tuple(self._opportunities()),
            moods=tuple(self._moods()),
            uses=tuple(
                f"{item.keyword}:{fold(item.id)}" for item in reached(self.workspace, (journey,))
            ),
        )

    def _gap(self, gap: Gap) -> GapLine:
        touchpoint = gap.touchpoint
        own = gap.measure is None
        alone = touchpoint is not None and not touchpoint.levels
        return GapLine(
            spot=self._spot(gap.stage, touchpoint),
            metric="" if gap.measure is None else self._title("metric", gap.measure.metric),
            level=gap.level.value,
            attainment=gap.attainment,
            weighted=gap.weighted,
            current=_each(lambda code: quantity_text(gap.actual, code)),
            desired=_each(lambda code: quantity_text(gap.desired, code)),
            difference=_each(lambda code: difference_text(gap, gap.experience, code)),
            promise=_each(lambda code: difference_text(gap, gap.promise, code)),
            broken=gap.promise is not None and gap.promise < 0,
            channel=self._channel(touchpoint),
            owner=self._team(gap.owner),
            backup=self._backup(gap.owner),
            truth=gap.moment_of_truth,
            counts=own or touchpoint is None or alone,
            listed=not own
            or touchpoint is None
            or bool(touchpoint.levels or not touchpoint.measures),
        )

    def _stages(self) -> Iterator[StageLine]:
        for column in self.map.columns:
            yield StageLine(
                column.key,
                column.title,
                column.score.mean,
                column.score.minimum,
                self._team(column.stage.owner),
            )

    def _pains(self) -> Iterator[PainLine]:
        for stage, touchpoint in self._places():
            place = touchpoint or stage
            for pain in place.pains:
                owner = pain.owner or self._answers(stage, touchpoint)
                yield PainLine(
                    self._spot(stage, touchpoint),
                    pain.text,
                    pain.severity or "",
                    self._team(owner),
                )

    def _opportunities(self) -> Iterator[OpportunityLine]:
        for stage, touchpoint in self._places():
            place = touchpoint or stage
            for idea in place.opportunities:
                owner = idea.owner or self._answers(stage, touchpoint)
                yield self._opportunity(idea, self._spot(stage, touchpoint), owner)

    def _opportunity(self, idea: Opportunity, spot: Spot, owner: Owner | None) -> OpportunityLine:
        priority = priority_of(idea)
        return OpportunityLine(
            spot=spot,
            id=idea.id or "",
            text=idea.text,
            owner=self._team(owner),
            due=idea.due.isoformat() if idea.due else "",
            status=idea.status or "",
            kind=idea.kind or "",
            method=priority.method if priority else "",
            value=priority.value if priority else None,
            eases=tuple(self.read.name(("pain",), pain) for pain in idea.eases),
        )

    def _moods(self) -> Iterator[MoodLine]:
        for stage, touchpoint in self._places():
            place = touchpoint or stage
            for feeling in place.feel:
                yield MoodLine(
                    self._spot(stage, touchpoint),
                    self._named("persona", feeling.persona) if feeling.persona else None,
                    feeling.level,
                    feeling.word or "",
                    feeling.because or "",
                )

    def _places(self) -> Iterator[tuple[Stage, Touchpoint | None]]:
        for stage in self.map.journey.stages:
            yield stage, None
            for touchpoint in stage.touchpoints:
                yield stage, touchpoint

    def _answers(self, stage: Stage, touchpoint: Touchpoint | None) -> Owner | None:
        own = touchpoint.owner if touchpoint else None
        return own or stage.owner or self.map.journey.owner

    def _spot(self, stage: Stage | None, touchpoint: Touchpoint | None) -> Spot:
        parts = [self.map.journey.id]
        parts += [part.id for part in (stage, touchpoint) if part is not None]
        return Spot(
            ".".join(parts),
            stage.label if stage else "",
            touchpoint.label if touchpoint else "",
        )

    def _channel(self, touchpoint: Touchpoint | None) -> Named | None:
        channel = touchpoint.channel if touchpoint else None
        return self._named("channel", channel) if channel else None

    def _team(self, owner: Owner | None) -> Named | None:
        return self._named("team", owner.team) if owner else None

    def _backup(self, owner: Owner | None) -> Named | None:
        return self._named("team", owner.backup) if owner and owner.backup else None

    def _named(self, kind: str, reference: str | AdHoc) -> Named:
        if isinstance(reference, AdHoc):
            return Named(kind, f'"{reference.name}', reference.name)
        return Named(kind, fold(reference), self._title(kind, reference))

    def _title(self, kind: str, reference: str | AdHoc) -> str:
        return self.read.name((kind,), reference)


def _each(text: Callable[[str], str]) -> Printed:
    printed = {code: text(code) for code in words().languages}
    return {} if UNKNOWN in printed.values() else printed
