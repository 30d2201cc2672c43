"""The experience: what a customer lives through, at a touchpoint or over a stage."""

from typing import Annotated

from jmap.model.fields import Text
from jmap.model.lines import Evidence, Feedback, Feeling, Note, Rated, Said, Takes, Trusted
from jmap.model.measure import Measure
from jmap.model.opportunity import Opportunity
from jmap.model.pain import Pain
from jmap.model.risk import Risk
from jmap.model.statement import Line, Statement


class Experience(Statement):
    """What the customer lives through: the same lines for a touchpoint and for a whole stage."""

    story: Annotated[tuple[Text, ...], Line("What happens, told as a story", ordered=True)] = ()
    do: Annotated[
        tuple[Said, ...], Line("Something the customer does", example='do "Reads"', ordered=True)
    ] = ()
    think: Annotated[
        tuple[Said, ...], Line("Something the customer thinks", example='think "Why?"')
    ] = ()
    say: Annotated[tuple[Said, ...], Line("Something customers said, word for word")] = ()
    feel: Annotated[
        tuple[Feeling, ...], Line("How the customer feels, -2 to +2", ordered=True)
    ] = ()
    trust: Annotated[tuple[Trusted, ...], Line("How far the customer trusts us, -2 to +2")] = ()
    effort: Annotated[tuple[Rated, ...], Line("How much work it is for the customer, 1 to 5")] = ()
    commitment: Annotated[
        tuple[Rated, ...], Line("How far the customer binds themselves, 1 to 5")
    ] = ()
    takes: Annotated[tuple[Takes, ...], Line("How long it takes the customer")] = ()
    needs: Annotated[tuple[Text, ...], Line("What the customer needs here", "need")] = ()
    pains: Annotated[tuple[Pain, ...], Line("Something that hurts the customer")] = ()
    opportunities: Annotated[tuple[Opportunity, ...], Line("An idea to make it better")] = ()
    risks: Annotated[tuple[Risk, ...], Line("Something that may go wrong")] = ()
    measures: Annotated[tuple[Measure, ...], Line("A metric here")] = ()
    feedback: Annotated[tuple[Feedback, ...], Line("How we hear from customers here")] = ()
    evidence: Annotated[tuple[Evidence, ...], Line("What this rests on")] = ()
    notes: Annotated[tuple[Note, ...], Line("An entry in a custom lane", "note")] = ()
