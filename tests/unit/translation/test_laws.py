"""What holds for every workspace and every catalogue."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jmap.model.json_form import write_json
from jmap.model.workspace import Workspace
from jmap.translation.apply import translated
from jmap.translation.catalogue import Catalogue, Entry
from jmap.translation.extract import extract
from jmap.translation.merge import merged
from jmap.translation.po import parsed_catalogue, written_catalogue
from tests.unit.json.workspaces import TEXTS, workspaces


def of(workspace: Workspace) -> Catalogue:
    return extract(workspace, workspace.journeys, "de")


def said(catalogue: Catalogue, prefix: str) -> Catalogue:
    entries = (replace(entry, translation=prefix + entry.text) for entry in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


def texts_in(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(texts_in, value.values()))
    if isinstance(value, list):
        return set().union(*map(texts_in, value))
    return {value} if isinstance(value, str) and value.startswith(TEXTS) else set()


@given(workspaces)
def test_every_text_of_the_json_form_is_in_the_catalogue(workspace: Workspace) -> None:
    found = {entry.text for entry in of(workspace).entries}

    assert found == texts_in(json.loads(write_json(workspace)))


@given(workspaces)
def test_the_same_words_make_the_same_workspace(workspace: Workspace) -> None:
    made = translated(workspace, said(of(workspace), ""))

    journeys = tuple(
        journey.model_copy(update={"language": "de"}) for journey in workspace.journeys
    )
    assert made == workspace.model_copy(update={"journeys": journeys})


@given(workspaces)
def test_what_is_said_is_what_is_found_again(workspace: Workspace) -> None:
    catalogue = said(of(workspace), "§ ")

    again = of(translated(workspace, catalogue))

    assert {entry.key for entry in again.entries} == {
        (entry.context, entry.translation) for entry in catalogue.entries
    }


@given(workspaces)
def test_a_catalogue_is_read_back_from_its_file(workspace: Workspace) -> None:
    catalogue = said(of(workspace), "§ ")

    back = parsed_catalogue(written_catalogue(catalogue), "x.po")

    assert back.entries == catalogue.entries
    assert written_catalogue(back) == written_catalogue(catalogue)


LETTERS = st.sampled_from("abc")
ENTRIES = st.builds(
    Entry,
    context=LETTERS,
    text=LETTERS,
    translation=st.sampled_from(("", "x", "y")),
    fuzzy=st.booleans(),
)


def catalogues(entries: st.SearchStrategy[Entry]) -> st.SearchStrategy[Catalogue]:
    some = st.lists(entries, max_size=6, unique_by=lambda entry: entry.key).map(tuple)
    return st.builds(Catalogue, st.just("de"), st.just("en"), some, some)


@given(catalogues(ENTRIES.map(lambda entry: Entry(entry.context, entry.text))), catalogues(ENTRIES))
def test_merging_again_changes_nothing_and_loses_nothing(new: Catalogue, old: Catalogue) -> None:
    fresh = replace(new, obsolete=())

    made = merged(fresh, old)

    assert merged(fresh, made) == made
    assert [entry.key for entry in made.entries] == [entry.key for entry in fresh.entries]
    live = {entry.key: entry for entry in (*old.obsolete, *old.entries)}
    kept = {entry.translation for entry in (*made.entries, *made.obsolete)}
    assert {entry.translation for entry in live.values()} - {""} <= kept
