"""Which channels serve customers where, and who would rather use them."""

from jmap.diff.around import Around
from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.words import called, titled
from jmap.diff.references import names
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight, worse
from jmap.model.forms import AdHoc, reference_key
from jmap.model.persona import Persona
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
    found = [_as_known(reference, case, here) for reference in references]
    return tuple(
        called(persona)
        for persona in found
        if isinstance(persona, Persona)
        and not wanted.isdisjoint(map(reference_key, persona.prefers))
    )


def _as_known(reference: str | AdHoc, case: Case, here: Around) -> object:
    """A persona as it was told before the change; one that is new as it is told now."""
    declared = case.before.index.declared
    keys = names("persona", reference, case.after.workspace)
    was = next(
        (declared[key] for key in (("persona", key) for key in keys) if key in declared), None
    )
    return was if was is not None else here.index.find(("persona",), reference)


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
