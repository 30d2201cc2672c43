"""The library's front door: the same names everywhere, and the example in its docstring."""

import doctest
from typing import get_args

import pytest

import jmap
from jmap import api
from jmap.renderers import FORMATS
from tests.tools.write_docs import ROOT


def test_the_front_door_offers_what_the_library_does() -> None:
    assert jmap.__all__ == api.__all__
    for name in jmap.__all__:
        assert getattr(jmap, name) is getattr(api, name)
        assert getattr(jmap, name) is getattr(api, name), "the second time as well"


def test_every_format_can_be_asked_for() -> None:
    assert get_args(api.Format) == FORMATS


def test_the_example_of_the_docstring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(jmap).attempted > 0
    assert doctest.testmod(jmap).failed == 0


def test_what_does_not_exist_is_said() -> None:
    loaded = jmap.load(ROOT / "examples/minimal.jmap")
    with pytest.raises(ValueError, match="there is no format 'gif'"):
        jmap.render(loaded, "gif")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no view 'nope'; there is: map, "):
        jmap.render(loaded, "svg", view="nope")
    with pytest.raises(ValueError, match="there is no theme 'nope'; there is: light, "):
        jmap.render(loaded, "svg", theme="nope")
    with pytest.raises(ValueError, match="md takes no 'view'"):
        jmap.render(loaded, "md", view="map")
    with pytest.raises(jmap.Undrawable, match="nothing to show in the view 'comparison'"):
        jmap.render(loaded, "svg", view="comparison")
    with pytest.raises(ValueError, match="there is no journey 'nope'; there is: refund"):
        jmap.render(loaded, "md", journeys=["nope"])
    with pytest.raises(AttributeError, match="nope"):
        jmap.nope  # noqa: B018
