"""What every platform is told of a change, in the same few words and in the language of the map."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.reports.changes.phrases import Phrases, name
from jmap.reports.changes.told import ToldChange


def about(one: ToldChange) -> str:
    """What people call what a change is about: the touchpoint, else the part, else its address."""
    return one.touchpoint or name(one) or one.kind


def fails(one: ToldChange) -> bool:
    """Whether it is for the worse, and nothing lets it pass."""
    return one.effect == "worse" and one.allowed is None


@dataclass(frozen=True, slots=True)
class Wording:
    """Changes in plain text, whatever may stand in it."""

    phrases: Phrases

    def reason(self, one: ToldChange) -> str:
        """What a change does to customers, or what happened where its lines do not show it."""
        said = [one.reason or self._happened(one)]
        if one.guess:
            said.append(f"({self.phrases.say('comment-guess')})")
        return " ".join(filter(None, said))

    def owner(self, one: ToldChange) -> str:
        """Who answers for it, and who did; empty where nobody is named."""
        say = self.phrases.say
        if one.owner and one.owner_before:
            return say("comment-owner-was", who=one.owner, was=one.owner_before)
        if one.owner_before:
            return say("comment-was-owner", was=one.owner_before)
        return say("comment-owner", who=one.owner) if one.owner else ""

    def allowed(self, one: ToldChange) -> str:
        """Why it may pass, and who says so; empty where nothing lets it."""
        if one.allowed is None:
            return ""
        reason, by = one.allowed.reason, one.allowed.by
        if by:
            return self.phrases.say("comment-allowed-by", reason=reason, who=by)
        return self.phrases.say("comment-allowed-because", reason=reason)

    def headline(self, one: ToldChange) -> str:
        """What it does to customers and where."""
        said = ": ".join(filter(None, (about(one), self.reason(one))))
        if one.effect == "neutral":
            return said
        return f"{self.phrases.say(f'comment-effect-{one.effect}')}: {said}"

    def lines(self, one: ToldChange) -> Iterator[str]:
        """The lines of source that are gone and new."""
        yield from (f"- {line}" for line in one.before)
        yield from (f"+ {line}" for line in one.after)
        if one.lines_left_out:
            count = self.phrases.number(one.lines_left_out)
            yield self.phrases.say("comment-lines-left", count=count)

    def _happened(self, one: ToldChange) -> str:
        if one.kind == "renamed":
            return self.phrases.say("comment-renamed-from", was=one.was)
        if one.kind == "changed":
            return ""
        return self.phrases.say(f"comment-{one.kind}")
