"""Whose journeys they are, and how those feel to each."""

from jmap.loading import load_text
from jmap.views.personas import Person, personas

PEOPLE = 'persona a "Ann" { age 40; goal "Calm" }\npersona b "Bob"\npersona c "Cleo"\n'


def people(source: str, take: int | None = None) -> dict[str, Person]:
    loaded = load_text(PEOPLE + source)
    assert loaded.ok, [found.message for found in loaded.diagnostics]
    found = personas(loaded.workspace, loaded.workspace.journeys[:take])
    return {person.title: person for person in found}


def test_personas_stand_once_in_the_order_they_are_met() -> None:
    found = people('journey j "J" { for b\nfor a }\njourney k "K" { for a\nfor "Somebody" }')
    assert list(found) == ["Bob", "Ann", "Somebody"]
    assert [one.key for one in found["Ann"].lived] == ["j", "k"]
    assert [one.key for one in found["Bob"].lived] == ["j"]
    assert found["Somebody"].persona is None
    assert [fact.word for fact in found["Ann"].facts] == ["age", "goal"]


def test_one_who_is_only_felt_is_met_too() -> None:
    found = people('journey j "J" { for a\nstage s { feel -1 as b\nfeel +1 as b } }')
    assert list(found) == ["Ann", "Bob"]
    lived = found["Bob"].lived[0]
    assert lived.best is not None
    assert lived.weakest is not None
    assert (lived.best.level, lived.weakest.level) == (1, -1)


def test_feelings_of_nobody_are_everybodys_who_has_none() -> None:
    found = people('journey j "J" { for a\nfor b\nstage s { feel -2\nfeel 0\nfeel +1 as b } }')
    ann, bob = found["Ann"].lived[0], found["Bob"].lived[0]
    assert ann.weakest is not None
    assert ann.weakest.level == -2
    assert bob.weakest is None
    assert bob.steady == 1


def test_a_journey_without_feelings_is_still_theirs() -> None:
    lived = people('journey j "J" { for a\nstage s }')["Ann"].lived[0]
    assert (lived.key, lived.best, lived.weakest, lived.steady) == ("j", None, None, None)


def test_only_the_given_journeys_count() -> None:
    found = people('journey j "J" { for a }\njourney k "K" { for b }', take=1)
    assert list(found) == ["Ann"]
    assert people('journey j "J" { stage s }') == {}
