"""``jmap explain``: what a rule finds, why that matters, and how to mend it."""

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import say


@click.command("explain", short_help="Say why a rule matters.")
@click.argument("names", nargs=-1, required=True, metavar="RULE…")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["md", "json"]),
    default="md",
    help="How to print it.",
)
def command(names: tuple[str, ...], form: str) -> int:
    """Say what a rule finds, why that matters, with an example of each kind and its settings."""
    from jmap.reports.rule_index import rules_json
    from jmap.reports.rule_page import rule_page
    from jmap.resolve.suggest import nearest
    from jmap.rules.catalogue import catalogue

    rules = catalogue().rules
    for name in names:
        if name not in rules:
            meant = nearest(name, {one: one for one in rules})
            hint = f"did you mean '{meant}'?" if meant else "`jmap rules` lists all rules"
            raise click.UsageError(f"there is no rule {name!r}: {hint}")
    chosen = [rules[name] for name in names]
    say(rules_json(chosen) if form == "json" else "\n".join(map(rule_page, chosen)))
    return FINE
