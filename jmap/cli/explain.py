"""``jmap explain``: what a rule finds, or what a change does, why that matters, and what to do."""

from collections.abc import Iterator

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import say

ALL_CHANGES = "changes"
"""Asks for the list of all names of changes."""


@click.command("explain", short_help="Say why a rule or a change matters.")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["md", "json"]),
    default="md",
    help="How to print it.",
)
def command(names: tuple[str, ...], form: str) -> int:
    """Say what a rule finds, why that matters, with an example of each kind and its settings; or
    what a change of a name such as `gap-widened` does to customers. `changes` lists those names.
    """
    _require_known(names)
    if form == "json":
        say(_json(names))
    else:
        say("\n".join(_pages(names)))
    return FINE


def _require_known(names: tuple[str, ...]) -> None:
    from jmap.rules.catalogue import catalogue

    rules = catalogue().rules
    others = [name for name in names if name not in rules and name != ALL_CHANGES]
    if not others:
        return
    from jmap.diff.weights import WEIGHTS
    from jmap.resolve.suggest import nearest

    known = {one: one for one in (*rules, *WEIGHTS, ALL_CHANGES)}
    for name in others:
        if name not in known:
            meant = nearest(name, known)
            hint = f"did you mean '{meant}'?" if meant else _LISTED
            raise click.UsageError(f"there is no rule or change {name!r}: {hint}")


_LISTED = "`jmap rules` lists all rules, `jmap explain changes` all changes"


def _pages(names: tuple[str, ...]) -> Iterator[str]:
    from jmap.reports.rule_page import rule_page
    from jmap.reports.weights.page import weight_page, weights_page
    from jmap.rules.catalogue import catalogue

    for name in names:
        rule = catalogue().rules.get(name)
        if rule is not None:
            yield rule_page(rule)
        else:
            yield weights_page() if name == ALL_CHANGES else weight_page(name)


def _json(names: tuple[str, ...]) -> str:
    from jmap.diff.weights import WEIGHTS
    from jmap.reports.rule_index import rules_json
    from jmap.reports.weights.page import weights_json
    from jmap.rules.catalogue import catalogue

    rules = [rule for name in names if (rule := catalogue().rules.get(name)) is not None]
    changes = [name for name in names if name in WEIGHTS]
    if ALL_CHANGES in names:
        changes = list(WEIGHTS)
    if rules and changes:
        raise click.UsageError("rules and changes are two documents: ask for them apart")
    return weights_json(changes) if changes else rules_json(rules)
