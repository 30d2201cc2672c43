"""``jmap schema``: the shapes of what is written as JSON."""

import json
from importlib import import_module

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import say

_SCHEMAS = {
    "maps": "jmap.model.schema:json_schema",
    "changes": "jmap.reports.changes.json:changes_schema",
}
"""What is written as JSON, and the function that makes its schema."""


@click.command("schema", short_help="Print the JSON Schema of the resolved model, or of changes.")
@click.option(
    "--of",
    "what",
    type=click.Choice(list(_SCHEMAS)),
    default="maps",
    show_default=True,
    help="What `jmap render -f json` or `jmap diff -f json` writes.",
)
def command(what: str) -> int:
    """Print the JSON Schema (2020-12) of what jmap writes as JSON."""
    module, _, name = _SCHEMAS[what].partition(":")
    schema = getattr(import_module(module), name)()
    say(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return FINE
