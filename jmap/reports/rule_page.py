"""The page of a rule: what it finds, why that matters, its settings, an example of each kind."""

from collections.abc import Iterator

from jmap.diagnostics import Diagnostic
from jmap.format import format_source
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text
from jmap.rules.catalogue import AnyRule
from jmap.rules.profile import PROFILES
from jmap.rules.setting import Setting
from jmap.rules.trial import trial
from jmap.source import SourceFile


def rule_page(rule: AnyRule) -> str:
    """The page of a rule, in Markdown."""
    return "\n\n".join(_parts(rule)) + "\n"


def profiles_of(rule: AnyRule) -> tuple[str, ...]:
    """The profiles in which a rule runs."""
    return tuple(profile.name for profile in PROFILES.values() if profile.holds(rule))


def fix_of(found: tuple[Diagnostic, ...]) -> str:
    """What fixes some findings have: ``safe``, ``unsafe`` or none at all."""
    fixes = [item.fix for item in found if item.fix]
    if not fixes:
        return ""
    return "safe" if all(fix.safe for fix in fixes) else "unsafe"


def _parts(rule: AnyRule) -> Iterator[str]:
    bad = _laid_out(rule.bad)
    found = trial(rule, bad)
    yield f"# {rule.name}"
    yield f"{rule.summary()}."
    yield _facts(rule, fix_of(found))
    yield "## Why"
    yield from rule.reason()
    yield "## For example"
    yield _fenced(bad, "jmap")
    yield _fenced(diagnostics_text(found, Style()), "text")
    yield "Better:"
    yield _fenced(_laid_out(rule.good), "jmap")
    if rule.settings():
        yield "## Settings"
        yield "\n".join(_setting(setting) for setting in rule.settings().values())
        yield _fenced(_configured(rule), "toml")
    yield "## To let one stand"
    yield "Say why, in a comment before the statement or behind it, and if you can until when:"
    yield _fenced(f"# jmap: allow {rule.name} -- why until 2027-03-01", "text")


def _laid_out(text: str) -> str:
    return format_source(SourceFile("example.jmap", text)).text


def _facts(rule: AnyRule, fix: str) -> str:
    fixed = {"safe": "`jmap check --fix`", "unsafe": "`jmap check --unsafe-fixes`", "": "by hand"}
    return "\n".join(
        (
            "| weight | profiles | tags | mended |",
            "| --- | --- | --- | --- |",
            f"| {rule.severity.value} | {', '.join(profiles_of(rule))} | {', '.join(rule.tags)} "
            f"| {fixed[fix]} |",
        )
    )


def _setting(setting: Setting[object]) -> str:
    line = (
        f"- `{setting.key}` takes {setting.takes}; `{setting.written(setting.default)}` if not set"
    )
    line += "".join(
        f", `{setting.written(value)}` in {profile}" for profile, value in setting.profiles.items()
    )
    return f"{line}. {setting.about}"


def _configured(rule: AnyRule) -> str:
    lines = [setting.line for setting in rule.settings().values()]
    return "\n".join((f"[rules.{rule.name}]", *lines))


def _fenced(text: str, language: str) -> str:
    return f"```{language}\n{text.strip(chr(10))}\n```"
