"""How the program lives and ends: signals, descriptors that run out, what its keeper sees of it."""

import os
import re
import resource
import select
import shutil
import signal
import socket
import subprocess

from client import Client
from portal import AGENCY, PATIENCE, ROOT, Portal, program

HALF = b"GET /healthz HTTP/1.1\r\nHost: loc"
REST = b"alhost\r\n\r\n"
ENDS_WITHIN = 10


def visitor(portal, said=b""):
    connection = socket.create_connection(("127.0.0.1", portal.port), timeout=PATIENCE)
    connection.sendall(said)
    return connection


def wait_until_it_takes_nobody(portal):
    while True:
        try:
            visitor(portal).close()
        except ConnectionRefusedError:
            return


def read_all(connection):
    pieces = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)


def test_told_to_end_it_answers_what_has_begun_and_takes_nobody_new(data):
    portal = Portal(data, demo=False)
    begun = visitor(portal, HALF)
    assert Client(portal).get("/healthz").status == 200
    portal.process.send_signal(signal.SIGTERM)
    wait_until_it_takes_nobody(portal)
    begun.sendall(REST)
    answer = read_all(begun)
    begun.close()
    assert answer.startswith(b"HTTP/1.1 200 ") and answer.endswith(b"ok\n")
    assert b"\r\nConnection: close\r\n" in answer
    assert portal.process.wait(ENDS_WITHIN) == 0
    assert portal.stop() == 0


def test_told_twice_it_ends_at_once(data):
    portal = Portal(data, demo=False)
    begun = visitor(portal, HALF)
    assert Client(portal).get("/healthz").status == 200
    portal.process.send_signal(signal.SIGTERM)
    wait_until_it_takes_nobody(portal)
    assert portal.process.poll() is None
    portal.process.send_signal(signal.SIGTERM)
    # It would wait for the rest of the request otherwise.
    assert portal.process.wait(ENDS_WITHIN / 2) == -signal.SIGTERM
    begun.close()
    portal.stop()


def test_out_of_descriptors_it_makes_visitors_wait_and_goes_on(portal):
    pid = portal.process.pid
    assert Client(portal).get("/healthz").status == 200
    before = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    few = len(os.listdir(f"/proc/{pid}/fd")) + 10
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (few, before[1]))
    try:
        asking = [visitor(portal, HALF + REST) for _ in range(40)]
        assert asking[0].recv(65536).startswith(b"HTTP/1.1 200 ")
        # There is no number left for the last of them, while those that are in are served on.
        asking[0].sendall(HALF + REST)
        assert asking[0].recv(65536).startswith(b"HTTP/1.1 200 ")
        assert select.select([asking[-1]], [], [], 0)[0] == []
    finally:
        resource.prlimit(pid, resource.RLIMIT_NOFILE, before)
    for connection in asking[1:]:
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")
    for connection in asking:
        connection.close()
    assert portal.complaints() == ""


def test_prometheus_on_this_machine_reads_figures_and_nobody_else_does(data):
    with Portal(data, demo=False, settings={"PERMIT_PORTAL_PROXIES": "127.0.0.1"}) as portal:
        client = Client(portal)
        for path in ("/permits?value=dodd", "/permits/RES16-0688", "/permits/RES16-0304", "/made/up"):
            client.get(path)
        answer = client.get("/metrics")
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        counted = 'permit_portal_http_requests_total{method="GET",route="/permits/{number}",status="200"} 2\n'
        assert counted in answer.html
        assert 'route="none",status="404"} 1\n' in answer.html
        assert "RES16" not in answer.html and "made" not in answer.html
        for name in ("process_resident_memory_bytes", "permit_portal_database_file_bytes"):
            assert re.search(rf"^{name} [1-9]", answer.html, re.M)
        for field in ("X-Forwarded-For", "Forwarded", "Via"):
            assert client.get("/metrics", {field: "127.0.0.1"}).status == 404
        assert client.get("/metrics", {"Host": "permits.example.gov"}).status == 404
        if promtool := shutil.which("promtool"):
            checked = subprocess.run(
                [promtool, "check", "metrics"], input=answer.html, text=True, capture_output=True, check=False
            )
            assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def test_a_proxy_is_believed_in_the_fields_that_it_writes(data):
    both = {"X-Forwarded-For": "192.0.2.1", "Forwarded": 'for="[2001:db8::7]:4711"'}
    believed = {
        "either": ("192.0.2.1", "2001:db8::7"),
        "x-forwarded": ("192.0.2.1", "127.0.0.1"),
        "forwarded": ("2001:db8::7", "2001:db8::7"),
    }
    for fields, (of_both, of_forwarded) in believed.items():
        settings = {"PERMIT_PORTAL_PROXIES": "127.0.0.1", "PERMIT_PORTAL_FORWARDED": fields}
        with Portal(data, demo=False, settings=settings) as portal:
            Client(portal).get("/contact", both)
            Client(portal).get("/login", {"Forwarded": both["Forwarded"]})
        log = "\n".join(portal.lines)
        found = re.findall(r"client=(\S+) method=GET path=(\S+)", log)
        assert set(found) == {(of_both, "/contact"), (of_forwarded, "/login")}


def test_fields_that_nobody_knows_stop_the_start(data):
    ended = subprocess.run(
        [program(), "serve", "--agency", AGENCY, "--data", data, "--port", "0"],
        cwd=ROOT,
        env=os.environ | {"PERMIT_PORTAL_FORWARDED": "whichever"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 78
    assert 'PERMIT_PORTAL_FORWARDED is "whichever"; it has to be one of either, x-forwarded, forwarded' in ended.stderr


def test_one_client_gets_so_many_connections_and_others_are_served(portal):
    taken = []
    for _ in range(257):
        connection = socket.create_connection(("127.0.0.1", portal.port), PATIENCE, ("127.2.0.1", 0))
        taken.append(connection)
    answer = read_all(taken[-1])
    assert answer.startswith(b"HTTP/1.1 429 ") and b"\r\nRetry-After: " in answer
    assert Client(portal).get("/healthz").status == 200
    taken[0].sendall(HALF + REST)
    assert taken[0].recv(65536).startswith(b"HTTP/1.1 200 ")
    for connection in taken:
        connection.close()
