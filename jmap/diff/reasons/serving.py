"""Which channels serve customers where, and who would rather use them."""

from functools import lru_cache
from typing import NamedTuple

from jmap.diff.around import Around
from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.words import called, titled
from jmap.diff.references import names
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight, worse
from jmap.model.declared import Declared
from jmap.model.forms import AdHoc, reference_key
from jmap.model.identical import Identical
from jmap.model.index import index
from jmap.model.persona import Persona
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

Channel = str | AdHoc


def is_served(here: Around, channel: Channel, case: Case) -> bool:
    """Whether customers can use a channel in the stage around a part."""
    if here.parts is None or here.stage is None:
        return False
    known = names("channel", channel, case.after.workspace)
    return not known.isdisjoint(here.parts.channels.get(fold(here.stage.id), ()))


def those_who_prefer(case: Case, channel: Channel) -> tuple[Name, ...]:
    """What people call the personas of the journey who would choose a channel. Those who were
    there before count as they were: who is said to prefer something else now gains nothing by it.
    """
    here = case.after if case.after.journey is not None else case.before
    references = here.journey.personas if here.journey is not None else ()
    wanted = names("channel", channel, case.after.workspace)
    sides = (case.before.workspace, case.after.workspace, here.workspace)
    return tuple(
        called(one.persona)
        for one in _as_known(Identical(references, *sides))
        if one.prefers & wanted
    )


class _Known(NamedTuple):
    """A persona, and the keys of the channels that it prefers."""

    persona: Persona
    prefers: frozenset[str]


@lru_cache(maxsize=8)
def _as_known(same: Identical) -> tuple[_Known, ...]:
    """Personas as they were told before the change; those that are new as they are told now."""
    references, before, after, here = same.things
    found = (
        _persona(one, before, after) or index(here).find(("persona",), one) for one in references
    )
    return tuple(
        _Known(one, frozenset(map(reference_key, one.prefers)))
        for one in found
        if isinstance(one, Persona)
    )


def _persona(reference: str | AdHoc, before: Workspace, after: Workspace) -> Declared | None:
    declared = index(before).declared
    keys = (("persona", key) for key in names("persona", reference, after))
    return next((declared[key] for key in keys if key in declared), None)


def channel_left(case: Case, channel: Channel) -> Weight:
    """That a channel serves its stage no more, and whom that hurts."""
    return worse("channel-left", _serves_nobody(case, channel))


def _serves_nobody(case: Case, channel: Channel) -> Reason:
    before, after = case.before, case.after
    serving = after.parts.channels.values() if after.parts is not None else ()
    known = names("channel", channel, after.workspace)
    anywhere = any(not known.isdisjoint(channels) for channels in serving)
    stage = after.stage or before.stage
    name = titled("channel", channel, before.index)
    gone = because("serves-nobody", channel=name)
    if anywhere and stage is not None:
        gone = because("serves-nobody-in", channel=name, stage=called(stage))
    hurt = those_who_prefer(case, channel)
    return because(plural("and-preferred", hurt), said=gone, who=hurt) if hurt else gone


def plural(phrase: str, names: tuple[Name, ...]) -> str:
    """The key of a phrase about several; of one it is ``…-by-one``."""
    return f"{phrase}-by-one" if len(names) == 1 else phrase
