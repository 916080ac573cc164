"""Those who do not want to be served: attacks a port of this machine until it is told to end, then
tells as JSON what it did.

    attack.py PORT FOLDER

slowhttptest trickles headers and bodies and reads answers by the byte, again and again. Besides,
connections are reset in the middle of an answer and of a request, others say nothing, and one
address opens as many as it gets. Everybody else comes from one of many addresses.
"""

import asyncio
import contextlib
import itertools
import json
import os
import resource
import signal
import socket
import struct
import sys
from collections import Counter
from pathlib import Path

from relay import Relay

ADDRESSES = itertools.cycle(f"127.1.{net}.{host}" for host in range(1, 65) for net in range(4))
GREEDY = "127.2.0.1"
SLOW = {
    "slow headers": ["-H", "-i", "3", "-x", "24"],
    "slow bodies": ["-B", "-i", "3", "-x", "24", "-s", "60000"],
    "slow readers": ["-X", "-n", "2", "-w", "16", "-y", "512", "-z", "16", "-k", "5"],
}
SLOW_CONNECTIONS = 400
SLOW_SECONDS = 25
EACH_SECOND = 50
SILENT_SECONDS = 12
GREEDY_CONNECTIONS = 500
# SO_LINGER of 0 seconds: close() sends RST.
RESET = struct.pack("ii", 1, 0)


class Attack:
    def __init__(self, port, folder):
        self.place = ("127.0.0.1", port)
        self.folder = folder
        self.done = Counter()

    async def run(self):
        over = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, over.set)
        async with Relay(self.place, ADDRESSES) as relay, asyncio.TaskGroup() as group:
            acts = [self.slow(name, words, relay.port) for name, words in SLOW.items()]
            acts += [
                self.often("reset in an answer", self.cut),
                self.often("half a request", self.half),
            ]
            acts += [self.often("silent", self.silent), self.greedy()]
            tasks = [group.create_task(act) for act in acts]
            await over.wait()
            for task in tasks:
                task.cancel()
        begun = sum(self.done[name] for name in SLOW)
        # slowhttptest ends with 0 whatever befell it.
        assert relay.count >= begun / 2, f"of {begun} slow connections {relay.count} were made"
        used = os.times()
        self.done["processor seconds"] = sum(used[:4])
        print(json.dumps(self.done))

    async def slow(self, name, words, port):
        """slowhttptest; a connection it lost it does not open again, so it begins anew and anew."""
        # As a slow reader it spins while it waits: on this machine it gets what the others leave.
        words = ["chrt", "--idle", "0", "slowhttptest", *words, "-c", SLOW_CONNECTIONS, "-r", 200]
        words += ["-l", SLOW_SECONDS, "-u", f"http://127.0.0.1:{port}/permits?value=fal"]
        with (self.folder / f"{name}.log").open("wb") as log:
            while True:
                program = await asyncio.create_subprocess_exec(
                    *map(str, words),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
                self.done[name] += SLOW_CONNECTIONS
                try:
                    await program.wait()
                finally:
                    if program.returncode is None:
                        program.kill()
                        await program.wait()
                await asyncio.sleep(1)

    async def often(self, name, act):
        """So many a second, each from the next address."""
        async with asyncio.TaskGroup() as group:
            while True:
                group.create_task(self.one(name, act, next(ADDRESSES)))
                await asyncio.sleep(1 / EACH_SECOND)

    async def one(self, name, act, address):
        # To be turned away is no fault of the portal's.
        with contextlib.suppress(OSError), socket.socket() as client:
            client.setblocking(False)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            client.bind((address, 0))
            await asyncio.get_running_loop().sock_connect(client, self.place)
            await act(client)
            self.done[name] += 1

    async def cut(self, client):
        """Asks for a page, and is gone once the answer begins or before it does."""
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(
            client, b"GET /permits?value=fal HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
        if self.done["reset in an answer"] % 2:
            await loop.sock_recv(client, 64)

    async def half(self, client):
        ask = b"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 600\r\n\r\ncompany="
        size = 1 + self.done["half a request"] % len(ask)
        await asyncio.get_running_loop().sock_sendall(client, ask[:size])
        await asyncio.sleep(0.2)

    async def silent(self, client):
        await asyncio.sleep(SILENT_SECONDS)

    async def greedy(self):
        """As many connections as it gets, from a single address, silent too."""
        async with asyncio.TaskGroup() as group:
            while True:
                for _ in range(GREEDY_CONNECTIONS):
                    group.create_task(self.one("from one address", self.silent, GREEDY))
                await asyncio.sleep(SILENT_SECONDS + 1)


if __name__ == "__main__":
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    asyncio.run(Attack(int(sys.argv[1]), Path(sys.argv[2])).run())
