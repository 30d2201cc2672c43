"""All variants of a workspace made whole, bases first, with what is wrong in what they come to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jmap.diagnostics import Diagnostic
from jmap.model.journey import Journey
from jmap.model.statement import Problem, Statement
from jmap.resolve.extend import Extension, Lost
from jmap.resolve.origins import Origins
from jmap.syntax.fold import fold


@dataclass(slots=True)
class Variants:
    """Makes journeys whole; ``found`` holds what only shows when both sides are put together."""

    origins: Origins
    found: list[Diagnostic] = field(default_factory=list)

    def whole(self, journeys: tuple[Journey, ...]) -> tuple[Journey, ...]:
        """The journeys in their order, each with what its base adds."""
        by_id = {fold(journey.id): journey for journey in journeys}
        done: dict[str, Journey] = {}
        for key in by_id:
            for name in reversed(_chain(key, by_id, done)):
                journey = by_id[name]
                base = done.get(fold(journey.extends)) if journey.extends else None
                done[name] = self._extended(journey, base) if base else journey
        return tuple(done[key] for key in by_id)

    def _extended(self, variant: Journey, base: Journey) -> Journey:
        extension = Extension(self.origins)
        journey = extension.whole(variant, base)
        for statement in extension.merged:
            for problem in statement.problems():
                self.found += self._problem(statement, problem)
        for lost in dict.fromkeys(extension.lost):
            self.found += self._lost(variant, lost)
        return journey

    def _problem(self, statement: Statement, problem: Problem) -> Iterator[Diagnostic]:
        place = self.origins.where(statement, problem.field)
        if place is not None:
            yield Diagnostic(
                problem.name, problem.message, place.source, place.span, help=problem.help
            )

    def _lost(self, variant: Journey, lost: Lost) -> Iterator[Diagnostic]:
        place = self.origins.where(variant, "extends")
        if place is not None:
            yield Diagnostic(
                "lost-reference",
                f"this journey replaces {lost.kind} `{lost.id}`, to which inherited parts refer",
                place.source,
                place.span,
                help=f"state the {lost.kind} here under the id `{lost.id}`",
            )


def _chain(key: str, by_id: dict[str, Journey], done: dict[str, Journey]) -> list[str]:
    """A journey and the ones it builds on that are not yet whole; a circle is cut."""
    chain: dict[str, None] = {}
    at: str | None = key
    while at in by_id and at not in done and at not in chain:
        chain[at] = None
        base = by_id[at].extends
        at = fold(base) if base else None
    return list(chain)
