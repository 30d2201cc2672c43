"""What is shown at the moment, and who waits for the next."""

import asyncio
from dataclasses import dataclass

from jmap.preview.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Stand:
    """What is shown, and its number: a page that knows another number is out of date."""

    outcome: Outcome
    version: int = 1


class Board:
    """Holds the present stand. It is changed and waited for in one event loop, and may be read in
    any thread.
    """

    def __init__(self, outcome: Outcome) -> None:
        self.stand = Stand(outcome)
        self.closed = False
        self._turned = asyncio.Event()

    def put(self, outcome: Outcome) -> None:
        """Shows something else, and wakes everybody who waits."""
        self.stand = Stand(outcome, self.stand.version + 1)
        self._wake()

    def close(self) -> None:
        """Says that nothing will come any more."""
        self.closed = True
        self._wake()

    async def later_than(self, version: int, patience: float) -> Stand | None:
        """The first stand with another number; none if that takes longer than some seconds, or
        nothing comes any more.
        """
        if self.stand.version == version and not self.closed:
            try:
                await asyncio.wait_for(self._turned.wait(), patience)
            except TimeoutError:
                return None
        return None if self.closed else self.stand

    def _wake(self) -> None:
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()
