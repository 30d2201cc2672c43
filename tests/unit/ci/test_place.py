"""Which maps there are, told without asking git more than a few times."""

from pathlib import Path

import pytest

from action import place
from tests.unit.ci.history import MAP, History


@pytest.fixture
def checkout(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(history.folder))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path / "temp"))
    return history.folder


def test_the_maps_of_a_commit_are_those_that_are_found_in_its_folder(
    history: History, checkout: Path
) -> None:
    history.save(MAP, "node_modules/of-others/a.jmap")
    history.save(MAP, ".hidden/a.jmap")
    history.save("hello", "maps/README.md")

    assert list(place.maps_of("HEAD")) == ["maps/refund.jmap"]
    assert list(place.maps()) == [checkout / "maps" / "refund.jmap"]


def test_a_hidden_folder_that_is_named_is_entered(
    history: History, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INPUT_PATH", ".hidden")
    history.save(MAP, ".hidden/a.jmap")
    history.save(MAP, ".hidden/.more/a.jmap")

    assert list(place.maps_of("HEAD")) == [".hidden/a.jmap"]
    assert list(place.maps()) == [checkout / ".hidden" / "a.jmap"]


@pytest.mark.usefixtures("checkout")
def test_git_is_asked_no_more_of_many_files(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = place.git

    def counted(*arguments: str, at: Path) -> str:
        asked.append(arguments[0])
        return answer(*arguments, at=at)

    monkeypatch.setattr(place, "git", counted)
    list(place.maps_of("HEAD"))
    few = len(asked)
    for number in range(20):
        (history.folder / f"{number}.txt").write_text("x", encoding="utf-8")
    history.save(MAP, "maps/more.jmap")
    asked.clear()

    assert len(list(place.maps_of("HEAD"))) == 2
    assert len(asked) == few
