"""The kinds of weights that a comparison met, as reports describe them."""

from collections.abc import Iterable

from jmap.diagnostics import Severity
from jmap.diff.weight import Effect
from jmap.diff.weights import WEIGHTS
from jmap.reports.changes.told import EFFECTS, ToldChange
from jmap.reports.run import Described

_SEVERITIES: dict[Effect, Severity] = {"worse": Severity.ERROR, "better": Severity.INFO}
_SAYS: dict[Effect, str] = {
    "worse": "Customers lose by it, or nobody can tell any more how they fare.",
    "better": "Customers gain by it.",
}


def described(changes: Iterable[ToldChange]) -> tuple[Described, ...]:
    """Every name of a weight among changes that help or harm, in order; of both effects the heavier
    one.
    """
    effects: dict[str, Effect] = {}
    for one in sorted(changes, key=lambda one: EFFECTS.index(one.effect)):
        effects.setdefault(one.name, one.effect)
    return tuple(_described(name, effects[name]) for name in sorted(effects))


def _described(name: str, effect: Effect) -> Described:
    known = WEIGHTS.get(name)
    title = f"{known.about if known else name.replace('-', ' ').capitalize()}."
    text = f"{title} {_SAYS[effect]}"
    return Described(name, title, text, _SEVERITIES[effect], ("change", effect))
