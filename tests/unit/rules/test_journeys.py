"""What the default profile finds in the example journeys: exactly what a practitioner, going
through them by hand, would write down.
"""

import pytest

from jmap.config import Choice
from jmap.loading import load
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from jmap.rules.trial import DAY
from tests.tools.write_docs import ROOT

FOUND = {
    "fridge-repair": {
        ("owner-without-backup", "یخچال.برقراری-تماس.نامه"),
        ("unequal-channels", "یخچال.برقراری-تماس"),
        ("unequal-channels", "یخچال.اعزام"),
        ("broken-promise", "یخچال.برقراری-تماس.صف-انتظار"),
        ("broken-promise", "یخچال.برقراری-تماس.پاسخ-برخط"),
        ("broken-promise", "یخچال.برقراری-تماس.نامه"),
        ("weak-moment-of-truth", "یخچال.کارشناس.تشخیص"),
        ("current-without-desired", "یخچال.تمدید.پیشنهاد-تمدید"),
        ("intended-below-desired", "یخچال.پس-از-خدمت.نظرسنجی.رضایت"),
        ("intended-below-desired", "یخچال.کارشناس.تشخیص.انتقال"),
    },
    "home-internet": {
        ("weak-moment-of-truth", "internet.choose.compare"),
        ("weak-moment-of-truth", "internet.choose.ask"),
        ("current-without-desired", "internet.order.checkout"),
        ("intended-below-desired", "internet.discover.tariff-page"),
        ("intended-below-desired", "internet.choose.ask"),
        ("intended-below-desired", "internet.first-month.bill"),
        ("intended-below-desired", "internet.install.recovery"),
        ("small-sample", "internet.install.visit.csat"),
        ("steep-drop", "internet.choose"),
    },
    "parking-permit": {
        ("owner-without-backup", "permit.prove.gp-letter"),
        ("unequal-channels", "permit.apply"),
        ("unequal-channels", "permit.decision"),
        ("weak-moment-of-truth", "permit.prove.gp-letter"),
        ("small-sample", "permit.csat"),
        # What the journey as it should be sets out for.
        ("intended-below-desired", "permit-future.apply.apply-web"),
        ("intended-below-desired", "permit-future.prove.gp-letter"),
    },
    "minimal.jmap": set(),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_a_practitioner_would_find(name: str) -> None:
    loaded = load(ROOT / "examples" / name)
    found = examine(loaded, Plan(catalogue()), DAY)

    told = {(item.name, item.address) for item in found if item.name != "undeclared-name"}
    assert told == FOUND[name]


@pytest.mark.parametrize("name", FOUND)
def test_every_rule_has_its_say(name: str) -> None:
    """No rule raises, and all that they say has a place."""
    loaded = load(ROOT / "examples" / name)
    found = examine(loaded, Plan(catalogue(), asked=Choice(select=("all",))), DAY)

    assert "rule-crashed" not in {item.name for item in found}
    for item in found:
        assert 0 <= item.span.start <= item.span.end <= len(item.source.text)
