"""A package with rules of its own, as one that is installed: modules, and what pip writes beside
them. Put its folder on PYTHONPATH.
"""

from pathlib import Path

RULE = '''
"""Rules of a house."""

from jmap.diagnostics import Edit, Fix
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.script import Script
from jmap.rules.setting import Setting
from jmap.source import Span


class TouchpointInCapitals(Rule[Touchpoint]):
    """A touchpoint shouts.

    Capitals are read as shouting, and slower than other letters.
    """

    tags = ("text", "house")
    profiles = (DEFAULT,)
    longest = Setting(3, "How many capitals are an abbreviation.", low=1)
    good = 'journey j { stage s "S" { touchpoint t "Call" } }'
    bad = 'journey j { stage s "S" { touchpoint t "CALL US" } }'

    def check(self, item, scene):
        title = item.title or ""
        if title.isupper() and len(title) > self.longest:
            yield Finding(f"`{item.id}` is written in capitals", "write it as a sentence")


class FormerName(Rule[Script]):
    """A text says Acme, which is called Ajax now.

    Customers know the new name only.
    """

    tags = ("text", "house")
    profiles = (DEFAULT,)
    good = 'journey j "Ajax" { stage s "S" }'
    bad = 'journey j "Acme" { stage s "S" }'

    def check(self, item, scene):
        text = item.source.text
        at = text.find("Acme")
        while at >= 0:
            span = Span(at, at + 4)
            fix = Fix("write Ajax", (Edit(span, "Ajax"),))
            yield Finding("Acme is called Ajax now", "write Ajax", span=span, fix=fix)
            at = text.find("Acme", at + 4)
'''


def write_plug_in(
    folder: Path, module: str = RULE, name: str = "house", offer: str | None = None
) -> Path:
    """A package of one module with rules, and where it offers them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}_rules.py").write_text(module, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    offer = f"{name} = {name}_rules" if offer is None else offer
    (info / "entry_points.txt").write_text(f"[jmap.rules]\n{offer}\n")
    return folder
