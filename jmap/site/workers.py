"""Units made by several processes where there are many; who makes what changes nothing."""

import gc
from collections.abc import Iterator, Sequence

from jmap.site.making import Made, Task, make
from jmap.site.unsound import Broken

FEW = 8
"""So many units are made sooner than other processes are started."""
_COLLECTED = 100
"""After so many units one process looks for garbage, which a command otherwise never does."""
_SHARES = 4
"""How many helpings each process gets: large ones cost little, small ones end together."""


def made(tasks: Sequence[Task], jobs: int) -> Iterator[Made]:
    """Makes units, in the order given. Raises ``Broken`` where a process does not come back."""
    if jobs < 2 or len(tasks) <= FEW:
        yield from _alone(tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_all_start_methods, get_context

    clean = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(clean)
    if clean == "forkserver":
        # The server loads everything once; each process then starts with it.
        context.set_forkserver_preload(["jmap.site.warm"])
    share = max(1, len(tasks) // (jobs * _SHARES))
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        try:
            yield from pool.map(make, tasks, chunksize=share)
        except BrokenProcessPool:
            raise Broken from None


def _alone(tasks: Sequence[Task]) -> Iterator[Made]:
    for number, task in enumerate(tasks, 1):
        yield make(task)
        if number % _COLLECTED == 0:
            gc.collect()
