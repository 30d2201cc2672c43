"""A folder with one map in it, and a preview of it that tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.preview.running import MAP, Running, running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "jmap.toml").touch()
    (tmp_path / "a.jmap").write_text(MAP, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    made = tmp_path_factory.mktemp("preview")
    (made / "jmap.toml").touch()
    (made / "a.jmap").write_text(MAP, encoding="utf-8")
    (made / "secret.txt").write_text("secret", encoding="utf-8")
    with running(made) as started:
        yield started
