"""Serves a press: one port at the loopback address of each paper, one thread, asyncio and HTTP/1.1 by hand."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from tests.press.control import control
from tests.press.served import Served
from tests.press.wire import Ready, Request, is_unchanged, parse, ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.press.papers import Press

CONTROL_HOST: Final = "127.0.0.1"
NO_HOSTS: Final = "needs loopback addresses besides 127.0.0.1, which this machine does not have (macOS: see ifconfig)"
"""Why a test is skipped where loopback_hosts_available() is false."""

_MAX_HEAD: Final = 64 * 2**10
_TRIES: Final = 20
_STARTING: Final = 10.0


def loopback_hosts_available() -> bool:
    """Whether addresses such as 127.0.0.2 can be listened at: on Linux they can, on macOS each must be set up."""
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.2", 0))
        except OSError:
            return False
    return True


@contextmanager
def serve(press: Press, port: int = 0, *, latency: float = 0.0) -> Iterator[Served]:
    """Serve a press while the context is open; port 0 takes one that is free at every address.

    Each answer waits for `latency` seconds. Raises OSError where an address or the port cannot be had.
    """
    sockets = _listening(press, port)
    served = Served(replace(press, port=sockets[0].getsockname()[1]))
    hosts = {press.paper(k).host: k for k in range(press.papers)}
    room = _Room(served, hosts, latency)
    thread = threading.Thread(target=asyncio.run, args=(room.run(sockets),), name="press", daemon=True)
    thread.start()
    if not room.open.wait(_STARTING):
        raise OSError("the press did not start; its thread says why on standard error")
    try:
        yield served
    finally:
        room.close()
        thread.join()


def _listening(press: Press, port: int) -> list[socket.socket]:
    """A socket at 127.0.0.1 and at each address that is not to be refused, all with one port."""
    papers = [press.paper(k).host for k in range(press.papers) if not _refuses(press, k)]
    for _ in range(_TRIES - 1 if not port else 0):
        with suppress(OSError):
            return _bound([CONTROL_HOST, *papers], port)
    return _bound([CONTROL_HOST, *papers], port)


def _refuses(press: Press, k: int) -> bool:
    broken = press.breakage(k)
    return broken is not None and not broken.listens


def _bound(hosts: list[str], port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for host in hosts:
            sockets.append(socket.socket())
            sockets[-1].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sockets[-1].bind((host, port))
            port = sockets[-1].getsockname()[1]
    except OSError as error:
        for each in sockets:
            each.close()
        taken = "end what listens there" if error.errno == errno.EADDRINUSE else NO_HOSTS
        raise OSError(error.errno, f"port {port} at {hosts[len(sockets) - 1]} cannot be had; {taken}") from error
    return sockets


@dataclass
class _Room:
    """What the connections of a press have in common."""

    served: Served
    hosts: dict[str, int]
    latency: float
    open: threading.Event = field(default_factory=threading.Event)
    transports: set[asyncio.Transport] = field(default_factory=set)

    async def run(self, sockets: list[socket.socket]) -> None:
        self.loop, self.over = asyncio.get_running_loop(), asyncio.Event()
        made = [await self.loop.create_server(lambda: _Connection(self), sock=each, backlog=512) for each in sockets]
        self.open.set()
        await self.over.wait()
        for server in made:
            server.close()
        for transport in tuple(self.transports):
            transport.abort()
        await asyncio.sleep(0)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.over.set)


class _Connection(asyncio.Protocol):
    """One connection: requests come one after the other and are answered in their order."""

    def __init__(self, room: _Room) -> None:
        self._room = room
        self._buffer = b""
        self._stalled = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._host: str = transport.get_extra_info("sockname")[0]
        self._room.transports.add(transport)

    def connection_lost(self, _error: Exception | None) -> None:
        self._room.transports.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        if self._stalled:
            return
        *heads, self._buffer = (self._buffer + data).split(b"\r\n\r\n")
        for head in heads:
            self._take(head)
        if len(self._buffer) > _MAX_HEAD:
            self._transport.abort()

    def _take(self, head: bytes) -> None:
        request = parse(head)
        if request is None:
            self._transport.abort()
        elif self._host == CONTROL_HOST:
            made = ready(control(self._room.served, request.method, request.target))
            self._send(_sent(request, made, made.status), request)
        elif not self._stalled:
            self._answer(request, self._room.hosts[self._host])

    def _answer(self, request: Request, k: int) -> None:
        made, answer = self._room.served.answer(k, request.path)
        status = 304 if made.status == HTTPStatus.OK and is_unchanged(request, made) else made.status
        self._stalled = answer.stalls
        self._room.served.log.add(self._host, request.target, 0 if answer.stalls else status)
        if not answer.stalls:
            self._send(_sent(request, made, status), request)

    def _send(self, sent: bytes, request: Request) -> None:
        if self._room.latency and self._host != CONTROL_HOST:
            self._room.loop.call_later(self._room.latency, self._write, sent, request.keeps_alive)
        else:
            self._write(sent, request.keeps_alive)

    def _write(self, sent: bytes, keeps_alive: bool) -> None:  # noqa: FBT001 - handed through call_later
        if self._transport.is_closing():
            return
        self._transport.write(sent)
        if not keeps_alive:
            self._transport.close()


def _sent(request: Request, made: Ready, status: int) -> bytes:
    """The bytes of an answer, dated now."""
    unchanged = status == HTTPStatus.NOT_MODIFIED
    body = b"" if unchanged or request.method == "HEAD" else made.body
    connection = b"" if request.keeps_alive else b"Connection: close\r\n"
    date = formatdate(int(time.time()), usegmt=True).encode()
    return b"%bDate: %b\r\n%b\r\n%b" % (made.unchanged if unchanged else made.head, date, connection, body)
