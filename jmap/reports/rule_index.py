"""The list of all rules: as a page, for terminals, for programs."""

from collections.abc import Iterable, Iterator, Sequence

from jmap.reports.document import document
from jmap.reports.rule_page import profiles_of
from jmap.reports.style import Style
from jmap.rules.catalogue import AnyRule
from jmap.rules.profile import PROFILES

VERSION = 1


def rules_text(rules: Sequence[AnyRule], style: Style) -> str:
    """The rules, one a line: weight, name, what is found."""
    wide = max((len(rule.name) for rule in rules), default=0)
    return "".join(
        f"{style.severity(rule.severity)(f'{rule.severity.value:<7}')}  "
        f"{style.strong(f'{rule.name:<{wide}}')}  {rule.summary()}\n"
        for rule in rules
    )


def rules_json(rules: Iterable[AnyRule]) -> str:
    """``{"version": 1, "rules": […]}``, whose fields are only ever added to."""
    entries = [
        {
            "name": rule.name,
            "severity": rule.severity.value,
            "summary": rule.summary(),
            "reason": list(rule.reason()),
            "tags": list(rule.tags),
            "profiles": list(profiles_of(rule)),
            "settings": {
                setting.key: {"default": setting.default, "about": setting.about}
                for setting in rule.settings().values()
            },
            "good": rule.good.strip("\n"),
            "bad": rule.bad.strip("\n"),
        }
        for rule in rules
    ]
    return document({"version": VERSION, "rules": entries})


def rules_page(rules: Sequence[AnyRule], *, linked: bool = True) -> str:
    """All rules by tag as a Markdown page that lies beside their own pages."""
    return "\n".join(_page(rules, linked=linked)) + "\n"


def _page(rules: Sequence[AnyRule], *, linked: bool) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield f"What `jmap check` looks for in a map: {len(rules)} rules."
    yield ""
    yield "| profile | | rules |"
    yield "| --- | --- | --- |"
    for profile in PROFILES.values():
        held = sum(profile.holds(rule) for rule in rules)
        yield f"| `{profile.name}` | {profile.about} | {held} |"
    for tag in sorted({tag for rule in rules for tag in rule.tags}):
        yield ""
        yield f"## {tag}"
        yield ""
        yield "| rule | finds | weight | profiles |"
        yield "| --- | --- | --- | --- |"
        yield from (_row(rule, linked=linked) for rule in rules if tag in rule.tags)


def _row(rule: AnyRule, *, linked: bool) -> str:
    name = f"[`{rule.name}`]({rule.name}.md)" if linked else f"`{rule.name}`"
    held = profiles_of(rule)
    named = "all" if len(held) == len(PROFILES) else ", ".join(held)
    return f"| {name} | {rule.summary()} | {rule.severity.value} | {named} |"
