"""Each rule is silent about its good example and speaks about its bad one."""

import pytest

from jmap.diagnostics import Diagnostic
from jmap.rules.catalogue import AnyRule, catalogue
from jmap.rules.fixing import mend
from jmap.rules.profile import PROFILES
from jmap.rules.trial import findings, trial

RULES = list(catalogue().rules.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_good_example_is_left_in_peace(rule: AnyRule) -> None:
    assert [item.message for item in trial(rule, rule.good)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_bad_example_is_found(rule: AnyRule) -> None:
    found = trial(rule, rule.bad)

    assert found
    for item in found:
        assert item.message.strip(".") == item.message != ""
        assert item.help.strip(".") == item.help != ""
        assert item.span.end > item.span.start


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is(rule: AnyRule) -> None:
    assert rule.reason(), "the docstring says what is found, then why it matters"
    assert 0 < len(rule.summary()) <= 160
    assert rule.tags == tuple(dict.fromkeys(rule.tags)) != ()
    assert set() < set(rule.profiles) <= PROFILES.keys()
    assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    for setting in rule.settings().values():
        assert setting.about.endswith(".")
        assert setting.read(setting.default) == setting.default
        assert set(setting.profiles) <= PROFILES.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_fix_mends(rule: AnyRule) -> None:
    """Applied to the bad example, the fixes of a rule leave nothing of it that could be fixed, and
    bring in nothing else.
    """
    before = findings(rule.bad)

    def again(texts: dict[str, str]) -> tuple[Diagnostic, ...]:
        return trial(rule, *texts.values())

    mended = mend(trial(rule, rule.bad), again, unsafe=True)

    assert mended.refused == ()
    assert [item.message for item in mended.diagnostics if item.fix] == []
    for text in mended.texts.values():
        assert {item.name for item in findings(text)} <= {item.name for item in before}
