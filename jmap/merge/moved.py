"""Parts that a side has put elsewhere: a touchpoint that went to another stage, while the other
side changed it where it was.
"""

from dataclasses import dataclass, field

from jmap.diff.change import Address
from jmap.diff.identity import keys_of
from jmap.diff.pairing import paired_parts
from jmap.diff.relocated import relocated
from jmap.merge.part import Block, Part
from jmap.merge.reading import Read
from jmap.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moves:
    """What a side has put elsewhere. Parts are known by identity."""

    came: dict[int, Part] = field(default_factory=dict)
    """What each part was, by the part as it is."""
    left: dict[int, Part] = field(default_factory=dict)
    """What each part is now, by the part as it was."""
    metrics: dict[str, str] = field(default_factory=dict)
    """The ids of metrics that have another one now, by the former: measures are known by them."""


def moves(base: Read, side: Read) -> Moves:
    """What a side has put elsewhere. All around such a part counts as made up anew."""
    found = Moves(metrics=_renamed_metrics(base.workspace, side.workspace))
    if base.workspace == side.workspace:
        return found
    before, after = _Addresses(base.block), _Addresses(side.block)
    for there, source in relocated(base.workspace, side.workspace).came.items():
        way, was = after.way(there), before.way(source.address)
        if not way or not was:
            continue
        for part in way[:-1]:
            part.text = None
        found.came[id(way[-1])] = was[-1]
        found.left[id(was[-1])] = way[-1]
    return found


def _renamed_metrics(before: Workspace, after: Workspace) -> dict[str, str]:
    pairing = paired_parts(before.metrics, after.metrics)
    old, new = keys_of(before.metrics), keys_of(after.metrics)
    return {old[was]: new[at] for at, was in pairing.pairs.items() if old[was] != new[at]}


class _Addresses:
    """The parts of a file by the addresses of `jmap diff`."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self._known: dict[int, dict[tuple[str, str], Part]] = {}

    def way(self, address: Address) -> list[Part]:
        """The parts down to an address; empty where it leads nowhere."""
        found: list[Part] = []
        block: Block | None = self.block
        for step in address:
            part = self._in(block).get((step.field, step.key)) if block else None
            if part is None:
                return []
            found.append(part)
            block = part.body
        return found

    def _in(self, block: Block) -> dict[tuple[str, str], Part]:
        if id(block) not in self._known:
            fields: dict[str, list[Part]] = {}
            for part in block.parts:
                if part.has_fields:
                    fields.setdefault(part.field, []).append(part)
            self._known[id(block)] = {
                (name, key): part
                for name, parts in fields.items()
                for key, part in zip(keys_of([one.item for one in parts]), parts, strict=True)
            }
        return self._known[id(block)]
