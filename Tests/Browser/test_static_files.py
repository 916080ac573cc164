"""Static files as they come over the wire: plain, packed, and in part."""

import gzip
import http.client
import re

from client import PATIENCE, Client
from portal import ROOT, Portal, run, tree

SHEET = ROOT / "Public" / "portal.css"


def fetch(portal, path, **headers):
    """The answer's status, headers and bytes."""
    connection = http.client.HTTPConnection("localhost", portal.port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def sheet_of(portal):
    """The style sheet's address, as a page has it."""
    return re.search(r'href="(/assets/[^"]*\.css)"', Client(portal).get("/").html)[1]


def assert_packed(portal):
    address = sheet_of(portal)
    status, headers, body = fetch(portal, address, Accept_Encoding="gzip, deflate, br, zstd")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
    assert gzip.decompress(body) == SHEET.read_bytes()
    assert len(body) < len(SHEET.read_bytes()) / 3
    status, headers, body = fetch(portal, address, Accept_Encoding="gzip;q=0")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, None, "Accept-Encoding")
    assert body == SHEET.read_bytes()


def test_the_style_sheet_comes_packed_to_who_takes_it(quiet_portal):
    assert_packed(quiet_portal)


def test_a_program_that_carries_its_files_carries_them_packed_too(data, tmp_path, monkeypatch):
    program = tmp_path / "permit-portal"
    assert run("pack", program).returncode == 0
    monkeypatch.setenv("PERMIT_PORTAL", str(program))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Portal(data, demo=False, cwd=elsewhere) as portal:
        assert_packed(portal)


def test_a_style_sheet_changed_by_hand_is_served_as_it_is_now(data, tmp_path):
    folder = tree(tmp_path / "project")
    sheet = folder / "Public" / "portal.css"
    sheet.write_text("body { color: green }")
    with Portal(data, demo=False, cwd=folder) as portal:
        _, headers, body = fetch(portal, sheet_of(portal), Accept_Encoding="gzip")
        assert (headers["Content-Encoding"], body) == (None, b"body { color: green }")


def test_a_download_that_broke_off_goes_on_where_it_was(quiet_portal):
    address = sheet_of(quiet_portal)
    content = SHEET.read_bytes()
    _, headers, _ = fetch(quiet_portal, address)
    status, part, body = fetch(quiet_portal, address, Range="bytes=1000-", If_Range=headers["ETag"])
    assert (status, part["Content-Range"]) == (206, f"bytes 1000-{len(content) - 1}/{len(content)}")
    assert body == content[1000:]
    status, _, body = fetch(quiet_portal, address, Range="bytes=1000-", If_Range='"an older one"')
    assert (status, body) == (200, content)
