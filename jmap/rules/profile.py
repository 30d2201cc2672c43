"""Profiles: the sets of rules that a workspace starts from."""

from dataclasses import dataclass

from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, GOVERNMENT, STRICT, Rule


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of rules. A rule says itself which profiles it belongs to."""

    name: str
    about: str

    def holds(self, rule: type[Rule[object]]) -> bool:
        """Whether a rule belongs to it."""
        return DEFAULT in rule.profiles or self.name in rule.profiles


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(DEFAULT, "Few and certain: contradictions, broken promises, damaged text."),
        Profile(STRICT, "Everything a finished map should say, and all of the default."),
        Profile(CONTACT_CENTRE, "The default, and what a contact centre answers for."),
        Profile(GOVERNMENT, "The default, and what a public service owes everybody."),
    )
}
