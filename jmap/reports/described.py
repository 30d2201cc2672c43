"""Rules as reports tell of them."""

from collections.abc import Iterable, Mapping

from jmap.reports.run import Described
from jmap.rules.catalogue import AnyRule


def described(rules: Iterable[AnyRule]) -> Mapping[str, Described]:
    """What reports say of rules, by name."""
    return {
        rule.name: Described(
            rule.name, rule.summary(), "\n\n".join(rule.reason()), rule.severity, rule.tags
        )
        for rule in rules
    }
