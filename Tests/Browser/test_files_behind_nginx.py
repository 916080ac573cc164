"""Large files by way of nginx, by the README's own lines: up in one, down in pieces, never whole in
memory."""

import hashlib
import json
import random
import re
from pathlib import Path

import pytest

import readme
from nginx import Nginx, TLSClient
from portal import AGENCY, Portal, free_port

FORM = "/permits/RES16-0688/attachments/new"
LARGEST = json.loads(AGENCY.read_text())["attachments"]["largestMegabytes"] << 20
BOUNDARY = "7d9f3a"
# What a page takes for a moment, and much less than a file.
ROOM = 16_000_000


@pytest.fixture
def portal(data):
    """With the settings of the README's unit."""
    settings = readme.environment()
    with Portal(data, demo=False, settings=settings, port=free_port()) as portal:
        yield portal


@pytest.fixture
def rich(portal, signed_in, tmp_path):
    """RICH CONTRACTOR, signed in, by way of nginx."""
    with Nginx(portal, tmp_path) as nginx:
        client = TLSClient(nginx)
        client.cookies["__Host-session"] = signed_in[1]["rich"]["session"]
        yield client


@pytest.fixture(scope="module")
def plans():
    """As large as a file may be, and no two parts of it alike."""
    return b"%PDF-1.7\n" + random.Random(1).randbytes(LARGEST - 9)


def send(client, content):
    fields = {"csrf": client.get(FORM).hidden("csrf"), "description": "Plans"}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    parts.append(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="plans.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = "".join(parts).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return client._send("POST", FORM, body, kind)


def most_memory(portal):
    """The most that it ever had of its own, in bytes: files that are mapped count as well."""
    status = Path(f"/proc/{portal.process.pid}/status").read_text()
    return int(re.search(r"^VmHWM:\s+(\d+) kB$", status, re.M)[1]) * 1024


def digest(content):
    return hashlib.sha256(content).hexdigest()


def test_the_largest_file_goes_up_and_comes_down_whole_and_in_pieces(portal, rich, plans):
    assert rich.get(FORM).status == 200
    before = most_memory(portal)
    answer = send(rich, plans)
    assert answer.status == 303, answer.text
    page = rich.get(answer.location)
    address = re.search(r'href="(/permits/RES16-0688/attachments/\d+)"', page.html)[1]

    whole = rich.get(address)
    assert (whole.status, digest(whole.body)) == (200, digest(plans))
    assert whole.headers["Accept-Ranges"] == "bytes"

    ends = [0, 1, 1_000, 4_097, LARGEST // 3, LARGEST - 70_000, LARGEST]
    pieces = []
    for begin, end in zip(ends, ends[1:], strict=False):
        piece = rich.get(address, {"Range": f"bytes={begin}-{end - 1}"})
        assert piece.status == 206
        assert piece.headers["Content-Range"] == f"bytes {begin}-{end - 1}/{LARGEST}"
        assert piece.headers["ETag"] == whole.headers["ETag"]
        pieces.append(piece.body)
    assert digest(b"".join(pieces)) == digest(plans)
    assert rich.get(address, {"Range": "bytes=-70000"}).body == pieces[-1]

    beyond = rich.get(address, {"Range": f"bytes={LARGEST}-"})
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{LARGEST}")
    assert rich.get(address, {"If-None-Match": whole.headers["ETag"]}).status == 304
    assert most_memory(portal) - before < ROOM


def test_a_file_too_large_is_refused_by_the_portal_in_its_own_words(rich, plans):
    answer = send(rich, plans + b"%")
    assert answer.status in (413, 422)
    assert "nginx" not in answer.html
    assert "100 MB" in answer.text
    assert "plans.pdf" not in rich.get("/permits/RES16-0688/attachments").text
