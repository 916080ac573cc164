"""slowhttptest cannot choose the address it comes from. It speaks to this relay, which goes on from
the next of many addresses, and passes its slowness on: it takes no more than it could hand over.
"""

import asyncio
import contextlib
import socket

# So little that what is in between hides no slow reader.
ROOM = 2048


class Relay:
    def __init__(self, place, addresses):
        self.place = place
        self.addresses = addresses
        self.count = 0

    async def __aenter__(self):
        listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        # Clients inherit it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
        self.server = await asyncio.start_server(self._welcome, sock=listener, limit=ROOM)
        self.port = listener.getsockname()[1]
        return self

    async def __aexit__(self, *failure):
        self.server.close()

    async def _welcome(self, reader, writer):
        # To be cut off by either side is what this is for; so is the end of the relay.
        cut_off = contextlib.suppress(OSError, asyncio.CancelledError)
        with cut_off, contextlib.closing(writer):
            onward = socket.socket()
            with contextlib.closing(onward):
                onward.setblocking(False)
                onward.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
                onward.bind((next(self.addresses), 0))
                await asyncio.get_running_loop().sock_connect(onward, self.place)
                self.count += 1
                there, back = await asyncio.open_connection(sock=onward, limit=ROOM)
                with contextlib.closing(back):
                    ways = [self._carry(reader, back), self._carry(there, writer)]
                    tasks = [asyncio.create_task(way) for way in ways]
                    try:
                        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                    finally:
                        for task in tasks:
                            task.cancel()
                        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry(self, reader, writer):
        writer.transport.set_write_buffer_limits(high=0)
        while some := await reader.read(ROOM):
            writer.write(some)
            await writer.drain()
