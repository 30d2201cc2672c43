"""``jmap rules``: all rules there are, those of other packages among them."""

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import say, style


@click.command("rules", short_help="List the rules.")
@click.option("--profile", metavar="NAME", help="Only the rules of this profile.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only rules with this tag.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    help="How to print the list.",
)
def command(profile: str | None, tags: tuple[str, ...], form: str) -> int:
    """List the rules that look at maps, with what each finds. `jmap explain RULE` says why."""
    from jmap.reports.rule_index import rules_json, rules_page, rules_text
    from jmap.rules.catalogue import catalogue
    from jmap.rules.profile import PROFILES

    known = catalogue()
    if profile is not None and profile not in PROFILES:
        raise click.UsageError(f"there is no profile {profile!r}; there is {', '.join(PROFILES)}")
    for tag in tags:
        if tag not in known.tags:
            raise click.UsageError(f"there is no tag {tag!r}; there is {', '.join(known.tags)}")
    chosen = [
        rule
        for rule in known.rules.values()
        if (profile is None or PROFILES[profile].holds(rule))
        and (not tags or not set(tags).isdisjoint(rule.tags))
    ]
    if form == "text":
        say(rules_text(chosen, style()))
    else:
        say(rules_json(chosen) if form == "json" else rules_page(chosen, linked=False))
    return FINE
