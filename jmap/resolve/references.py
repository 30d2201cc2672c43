"""Finding what an id refers to, and saying what was probably meant where nothing has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap import limits
from jmap.model.forms import RefForm
from jmap.resolve.report import Report
from jmap.resolve.suggest import nearest
from jmap.resolve.symbols import Declaration, Names
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Value, span_of


@dataclass(slots=True)
class References:
    """The names that one file, and inside it one journey, can see."""

    names: Names
    visible: frozenset[SourceFile]
    report: Report
    journey: str | None = None
    """The folded id of the journey being read."""

    def canonical(self, token: Value, form: RefForm) -> str:
        """The id as it was declared; the word as typed, and an error, where nothing has it."""
        for names in self._scopes():
            found = names.find(form.to, token)
            seen = next((item for item in found if item.source in self.visible), None)
            if seen is not None:
                return str(seen.id)
            if found:
                self._not_imported(token, found[0])
                return str(found[0].id)
        self._unknown(token, form)
        return str(token)

    def _scopes(self) -> Iterator[Names]:
        journey = self.names.journeys.get(self.journey or "")
        met: list[Names] = []
        while journey is not None and journey not in met and len(met) <= limits.VARIANTS:
            met.append(journey)
            yield journey
            journey = self.names.journeys.get(journey.base or "")
        yield self.names

    def _not_imported(self, token: Value, found: Declaration) -> None:
        self.report.error(
            "not-imported",
            f"{found.kind} `{token}` is declared in {found.source.path}, not imported here",
            span_of(token),
            "import that file at the top of this one",
        )

    def _unknown(self, token: Value, form: RefForm) -> None:
        kinds = " or ".join(form.to)
        # Past what anybody is shown, guessing would only take time.
        guessing = len(self.report.found) <= limits.SHOWN
        renamed = self._renamed(token, form) if guessing else None
        meant = renamed or (self._meant(token, form) if guessing else None)
        if renamed:
            hint = f"it was renamed: write `{renamed}`"
        elif meant:
            hint = f"did you mean `{meant}`?"
        else:
            hint = f'declare it: {form.to[0]} {token} "…"'
        if form.ad_hoc and not meant:
            hint += f', or name it in quotes: "{token}"'
        self.report.error(
            "unknown-reference", f"no {kinds} is called `{token}`", span_of(token), hint
        )

    def _known(self, form: RefForm) -> Iterator[Declaration]:
        for names in self._scopes():
            yield from (item for item in names.all(form.to) if item.source in self.visible)

    def _renamed(self, token: Value, form: RefForm) -> str | None:
        old = fold(token)
        return next((str(item.id) for item in self._known(form) if item.was == old), None)

    def _meant(self, token: Value, form: RefForm) -> str | None:
        spellings: dict[str, str] = {}
        for item in self._known(form):
            spellings.setdefault(str(item.id), str(item.id))
            if item.title:
                spellings.setdefault(item.title, str(item.id))
        return nearest(token, spellings)
