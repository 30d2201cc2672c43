"""Personas: the customers that journeys are drawn for."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.fields import Address, Age, ChannelRef, Text
from jmap.model.lines import Driver, Evidence, Fact
from jmap.model.statement import Line


class Persona(Declared):
    """A customer this journey is drawn for: one person with a name and habits, not a market
    segment.
    """

    keyword = "persona"
    example = (
        'persona dana "Dana Okafor" {\n  age 29\n  job "Freelance translator"\n  prefers chat\n}'
    )
    age: Annotated[Age | None, Line("Years, or a range of years")] = None
    gender: Annotated[Text | None, Line("Gender")] = None
    job: Annotated[Text | None, Line("What the persona does for a living")] = None
    education: Annotated[Text | None, Line("Education")] = None
    segment: Annotated[Text | None, Line("The market segment, if one must be named")] = None
    about: Annotated[tuple[Text, ...], Line("Who this is, in a sentence or two")] = ()
    quote: Annotated[tuple[Text, ...], Line("Something the persona really said")] = ()
    goals: Annotated[tuple[Text, ...], Line("What the persona wants in life or work", "goal")] = ()
    needs: Annotated[tuple[Text, ...], Line("What the persona cannot do without", "need")] = ()
    pains: Annotated[tuple[Text, ...], Line("What stands in the persona's way", "pain")] = ()
    motives: Annotated[tuple[Text, ...], Line("What moves the persona to act", "motive")] = ()
    drivers: Annotated[tuple[Driver, ...], Line("What makes the persona stay", "driver")] = ()
    prefers: Annotated[tuple[ChannelRef, ...], Line("A channel the persona would choose")] = ()
    facts: Annotated[tuple[Fact, ...], Line("Any other fact", "fact")] = ()
    image: Annotated[Address | None, Line("A picture, as a path")] = None
    evidence: Annotated[tuple[Evidence, ...], Line("What this persona rests on")] = ()
