"""The laws of variants: to restate nothing, or everything, is the base; again changes nothing."""

from dataclasses import replace

from hypothesis import assume, given

from jmap.loading import load_text
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Document
from jmap.resolve.extend import Extension
from jmap.resolve.origins import Origins
from tests.tools.programs import Draft, Piece, programs
from tests.tools.spellings import Writer

OWN = ("id", "was", "extends")


def facts(journey: Journey) -> dict[str, object]:
    """What a journey says, apart from what is its own."""
    return {name: getattr(journey, name) for name in Journey.model_fields if name not in OWN}


def journeys(text: str) -> dict[str, Journey]:
    loaded = load_text(text)
    assert loaded.ok, (text, loaded.diagnostics)
    return {journey.id: journey for journey in loaded.journeys}


def first_journey(drafts: list[Draft]) -> Draft:
    """A journey with a body that extends nothing itself."""
    found = [item for item in drafts if item.field.item is Journey and item.body]
    free = [item for item in found if all(line.field.word != "extends" for line in item.body or ())]
    assume(free)
    return free[0]


def name_of(draft: Draft) -> str:
    return next(piece.says for head, piece in draft.values if head and head.name == "id" and piece)


def variant(base: Draft, body: tuple[Draft, ...]) -> Draft:
    """A journey `variant` that extends the base and restates a body."""
    extends = Draft(spec(Journey).body["extends"], ((None, Piece("id", name_of(base))),))
    heads = {head.name: head for head in spec(Journey).heads}
    own = ((heads["id"], Piece("id", "the-variant")),)
    return Draft(spec(Document).body["journey"], own, (extends, *body))


@given(programs())
def test_a_variant_that_restates_nothing_is_its_base(drafts: list[Draft]) -> None:
    base = first_journey(drafts)
    found = journeys(Writer().document([*drafts, variant(base, ())]))

    assert facts(found["the-variant"]) == facts(found[name_of(base)])


@given(programs())
def test_a_variant_that_restates_everything_is_its_base(drafts: list[Draft]) -> None:
    base = first_journey(drafts)
    again = variant(base, base.body or ())
    again = replace(
        again, values=(*again.values, *(v for v in base.values if v[0] and v[0].name == "title"))
    )
    found = journeys(Writer().document([*drafts, again]))

    assert facts(found["the-variant"]) == facts(found[name_of(base)])


@given(programs(), programs())
def test_merging_again_changes_nothing(drafts: list[Draft], others: list[Draft]) -> None:
    bases = journeys(Writer().document(drafts))
    variants = journeys(Writer().document(others))
    for base in bases.values():
        for changed in variants.values():
            once = Extension(Origins()).whole(changed, base)
            assert Extension(Origins()).whole(once, base) == once
