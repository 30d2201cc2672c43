"""``jmap schema``: the shape of the JSON form."""

import json

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import say


@click.command("schema", short_help="Print the JSON Schema of the resolved model.")
def command() -> int:
    """Print the JSON Schema (2020-12) of what `jmap render -f json` writes."""
    from jmap.model.schema import json_schema

    say(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return FINE
