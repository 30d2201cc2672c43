"""Which channels serve customers where, and who would rather use them."""

from jmap.diff.around import Around
from jmap.diff.reasons.words import called, first_of, titled
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


def those_who_prefer(case: Case, channel: Channel) -> list[str]:
    """What people call the personas of the journey who would choose a channel."""
    here = case.after if case.after.journey is not None else case.before
    references = here.journey.personas if here.journey is not None else ()
    wanted = names("channel", channel, case.after.workspace)
    found = [here.index.find(("persona",), reference) for reference in references]
    return [
        called(persona)
        for persona in found
        if isinstance(persona, Persona)
        and not wanted.isdisjoint(map(reference_key, persona.prefers))
    ]


def channel_left(case: Case, channel: Channel) -> Weight:
    """That a channel serves its stage no more, and whom that hurts."""
    before, after = case.before, case.after
    name = titled("channel", channel, before.index)
    serving = after.parts.channels.values() if after.parts is not None else ()
    known = names("channel", channel, after.workspace)
    anywhere = any(not known.isdisjoint(channels) for channels in serving)
    stage = after.stage or before.stage
    where = f" in {called(stage)}" if anywhere and stage is not None else " anywhere in the journey"
    return worse("channel-left", f"{name} serves nobody{where} any more{_hurt(case, channel)}")


def _hurt(case: Case, channel: Channel) -> str:
    preferring = those_who_prefer(case, channel)
    if not preferring:
        return ""
    return f", and {first_of(preferring)} prefer{'s' if len(preferring) == 1 else ''} it"
