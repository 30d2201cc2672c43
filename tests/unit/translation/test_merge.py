"""Bringing a catalogue up to date: no translation is lost, and none is taken for another."""

from jmap.translation.catalogue import Catalogue, Entry, Tally
from jmap.translation.merge import merged


def fresh(*entries: tuple[str, str]) -> Catalogue:
    return Catalogue("de", "en", tuple(Entry(*entry) for entry in entries))


def kept(*entries: Entry, obsolete: tuple[Entry, ...] = ()) -> Catalogue:
    return Catalogue("de", "en", entries, obsolete, "Ours", (("Last-Translator", "Ada"),))


def test_a_text_at_its_place_keeps_what_was_said_of_it() -> None:
    old = Entry("a:1", "Open", "Öffnen", note="Said on the button", flags=("no-wrap",))

    made = merged(fresh(("a:1", "Open"), ("a:2", "Close")), kept(old))

    assert made.entries == (old, Entry("a:2", "Close"))
    assert (made.comment, made.headers) == ("Ours", (("Last-Translator", "Ada"),))


def test_a_changed_text_keeps_the_old_translation_as_fuzzy() -> None:
    made = merged(fresh(("a:1", "Open now")), kept(Entry("a:1", "Open", "Öffnen")))

    assert made.entries == (Entry("a:1", "Open now", "Öffnen", fuzzy=True, previous="Open"),)
    assert made.obsolete == ()


def test_a_text_that_changed_twice_tells_what_was_translated() -> None:
    old = Entry("a:1", "Open now", "Öffnen", fuzzy=True, previous="Open")

    made = merged(fresh(("a:1", "Open today")), kept(old))

    assert made.entries[0].previous == "Open"


def test_a_text_that_is_gone_is_kept_as_obsolete_and_comes_back() -> None:
    gone = merged(fresh(("a:1", "Open")), kept(Entry("a:1", "Open", "Auf"), Entry("b:1", "X", "Y")))
    assert gone.obsolete == (Entry("b:1", "X", "Y"),)

    back = merged(fresh(("a:1", "Open"), ("b:1", "X")), gone)
    assert back.entries[1] == Entry("b:1", "X", "Y")
    assert back.obsolete == ()


def test_an_untranslated_text_that_is_gone_leaves_nothing() -> None:
    assert merged(fresh(), kept(Entry("a:1", "Open"))).obsolete == ()


def test_one_text_at_several_places_is_filled_from_the_first() -> None:
    made = merged(fresh(("a:1", "Open"), ("b:7", "Open")), kept(Entry("a:1", "Open", "Öffnen")))

    assert [entry.translation for entry in made.entries] == ["Öffnen", "Öffnen"]
    assert not made.entries[1].fuzzy


def test_a_text_said_in_two_ways_is_left_to_the_translator() -> None:
    old = kept(Entry("a:1", "Open", "Öffnen"), Entry("b:1", "Open", "Offen"))

    made = merged(fresh(("a:1", "Open"), ("b:1", "Open"), ("c:1", "Open")), old)

    assert [entry.translation for entry in made.entries] == ["Öffnen", "Offen", ""]


def test_a_line_put_in_between_moves_translations_along() -> None:
    old = kept(Entry("a:pain.1", "Slow", "Langsam"), Entry("a:pain.2", "Dear", "Teuer"))

    made = merged(fresh(("a:pain.1", "New"), ("a:pain.2", "Slow"), ("a:pain.3", "Dear")), old)

    assert [entry.translation for entry in made.entries] == ["Langsam", "Langsam", "Teuer"]
    assert [entry.fuzzy for entry in made.entries] == [True, False, False]
    assert made.obsolete == (Entry("a:pain.2", "Dear", "Teuer"),)


def test_a_fuzzy_translation_is_not_taken_elsewhere() -> None:
    old = Entry("a:1", "Open", "Öffnen", fuzzy=True, previous="Opened")

    made = merged(fresh(("a:1", "Open"), ("b:1", "Open")), kept(old))

    assert made.entries == (old, Entry("b:1", "Open"))


def test_names_do_not_become_each_other() -> None:
    old = kept(Entry("name", "Phone", "Telefon"), Entry("name", "Shop", "Laden"))

    made = merged(fresh(("name", "Phone"), ("name", "Fax")), old)

    assert [entry.translation for entry in made.entries] == ["Telefon", ""]
    assert made.obsolete == (Entry("name", "Shop", "Laden"),)


def test_the_tally() -> None:
    made = merged(
        fresh(("a:1", "One"), ("a:2", "Two too"), ("a:3", "Three")),
        kept(Entry("a:1", "One", "Eins"), Entry("a:2", "Two", "Zwei"), Entry("z:1", "Z", "Zet")),
    )

    assert made.tally == Tally(translated=1, fuzzy=1, missing=1, obsolete=1)
    assert not made.tally.complete
    assert fresh().tally.complete
