"""What one look at the files comes to, without any server."""

from pathlib import Path

import pytest

from jmap.preview.drawn import Artefact, attempted
from jmap.preview.outcome import look
from tests.unit.preview.running import MAP

BAD = MAP.replace("stage", "stagge", 1)


def save(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def shown(folder: Path, key: str = "a") -> bytes:
    return look((str(folder),)).journeys[key].page().content


def test_a_good_file_is_a_page_and_a_picture(folder: Path) -> None:
    outcome = look((str(folder),))

    assert list(outcome.journeys) == ["a"]
    assert outcome.good
    assert b"Calls the line" in outcome.journeys["a"].page().content
    assert outcome.journeys["a"].picture().content.startswith(b"<svg")


def test_nothing_is_drawn_twice(folder: Path) -> None:
    drawn = look((str(folder),)).journeys["a"]

    assert drawn.page() is drawn.page()


def test_an_unchanged_folder_is_the_same_outcome(folder: Path) -> None:
    first = look((str(folder),))

    assert look((str(folder),), first) is first
    save(folder, "a.jmap", MAP)
    assert look((str(folder),), first) is first


def test_a_change_is_another_outcome(folder: Path) -> None:
    first = look((str(folder),))
    save(folder, "a.jmap", MAP.replace("refund", "reply"))
    second = look((str(folder),), first)

    assert second.journeys["a"].title == "Getting a reply"
    assert first.journeys["a"].page().digest != second.journeys["a"].page().digest


def test_errors_keep_the_last_good_map_until_they_are_mended(folder: Path) -> None:
    first = look((str(folder),))
    save(folder, "a.jmap", BAD)
    broken = look((str(folder),), first)
    save(folder, "a.jmap", MAP)
    mended = look((str(folder),), broken)

    assert broken.journeys["a"] is first.journeys["a"]
    assert not broken.good
    assert [item.name for item in broken.diagnostics] == ["unknown-word"]
    assert mended.good
    assert mended.diagnostics == ()
    assert mended.journeys["a"].page() == first.journeys["a"].page()


def test_errors_from_the_start_leave_nothing_to_show(folder: Path) -> None:
    save(folder, "a.jmap", BAD)
    outcome = look((str(folder),))

    assert outcome.journeys == {}
    assert not outcome.good


def test_an_error_in_one_workspace_holds_no_other_back(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(tmp_path, f"{name}/jmap.toml", "")
        save(tmp_path, f"{name}/{name}.jmap", MAP.replace("journey a", f"journey {name}"))
    first = look((str(tmp_path),))
    save(tmp_path, "one/one.jmap", BAD)
    save(tmp_path, "two/two.jmap", MAP.replace("journey a", "journey three"))
    second = look((str(tmp_path),), first)

    assert list(first.journeys) == ["one", "two"]
    assert list(second.journeys) == ["one", "three"]


def test_journeys_of_one_id_in_two_workspaces_have_two_keys(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(tmp_path, f"{name}/jmap.toml", "")
        save(tmp_path, f"{name}/a.jmap", MAP)

    assert list(look((str(tmp_path),)).journeys) == ["a", "a-2"]


def test_a_missing_import_makes_the_outcome_incomplete(folder: Path) -> None:
    save(folder, "a.jmap", 'import "people.jmap"\n' + MAP)
    first = look((str(folder),))
    save(folder, "people.jmap", 'persona dana "Dana" {\n  age 29\n}\n')

    assert not first.complete
    assert look((str(folder),), first).complete


def test_a_folder_without_files_is_nothing_wrong(tmp_path: Path) -> None:
    outcome = look((str(tmp_path),))

    assert (outcome.journeys, outcome.good, outcome.complete) == ({}, True, True)


def test_a_language_is_known_before_any_map_is_good(folder: Path) -> None:
    save(folder, "a.jmap", 'سفر الف "تعمیر یخچال" {\n  مرحلهه ب "خرید"\n}\n')

    assert look((str(folder),)).language == "fa"


def test_a_fault_keeps_what_there_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = look((str(folder),))

    def fails(*paths: str) -> None:
        raise RuntimeError("by design")

    monkeypatch.setattr("jmap.preview.outcome.load_each", fails)
    second = look((str(folder),), first)

    assert second.fault == "RuntimeError: by design"
    assert list(second.journeys) == ["a"]
    assert not second.complete


def test_a_fault_in_drawing_is_told() -> None:
    def fails() -> Artefact:
        raise RecursionError("too deep")

    assert attempted(fails) == Artefact(fault="RecursionError: too deep")
