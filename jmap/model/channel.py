"""Channels: the ways by which customers and the organisation meet."""

from typing import Annotated, Literal

from jmap.model.declared import Declared
from jmap.model.fields import Text
from jmap.model.lines import Owner, Responds
from jmap.model.statement import Line


class Channel(Declared):
    """A way by which customers and the organisation meet."""

    keyword = "channel"
    example = 'channel chat "Live chat" {\n  kind chat\n  responds 90% within 3m\n}'
    kind: Annotated[
        Literal[
            "phone", "email", "chat", "letter", "meeting", "web", "app", "social", "sms",
            "self-service", "other",
        ]
        | None,
        Line("What sort of channel it is"),
    ] = None  # fmt: skip
    mode: Annotated[Literal["digital", "physical"] | None, Line("Online or in person")] = None
    responds: Annotated[Responds | None, Line("The promise: 80% within 20s")] = None
    hours: Annotated[Text | None, Line("When it is open")] = None
    plan: Annotated[tuple[Text, ...], Line("How this channel is meant to please")] = ()
    guideline: Annotated[tuple[Text, ...], Line("How staff should behave in it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
