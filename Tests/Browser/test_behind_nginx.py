"""The portal as an office serves it: behind Debian's nginx with TLS, by the README's own lines."""

import gzip
import http.client
import re
from pathlib import Path

import pytest

import kootenai
import readme
from chromium import launch
from client import Client
from eyes import Eyes
from kootenai import SECOND, USED_PASSWORD
from nginx import Nginx, TLSClient
from portal import PATIENCE, Portal, free_port
from walk import Walk

HERE, ELSEWHERE = "127.0.0.1", "127.0.0.9"
FORGED = "203.0.113.7"
MIB = 1024 * 1024


@pytest.fixture
def portal(data):
    """With the settings of the README's unit."""
    settings = readme.environment()
    with Portal(data, demo=False, settings=settings, port=free_port()) as portal:
        yield portal


@pytest.fixture
def nginx(portal, tmp_path):
    with Nginx(portal, tmp_path) as nginx:
        yield nginx


@pytest.fixture
def second(nginx):
    """SECOND STREET BUILDERS, signed in by way of nginx."""
    return kootenai.second_client(nginx, TLSClient)


def test_a_browser_signs_in_over_tls_and_its_forms_are_taken(browser, nginx):
    flags = [f"--host-resolver-rules=MAP {nginx.name}:443 127.0.0.1:{nginx.port}"]
    chromium = launch(browser.browser_type, *flags, "--ignore-certificate-errors")
    try:
        walk = Walk(chromium, nginx, Eyes(chromium))
        kootenai.sign_in(walk, SECOND, USED_PASSWORD).heading(f"Hello {SECOND}.")
        cookies = walk.context.cookies()
        walk.follow("VIEW/EDIT PROFILE").fill({"City": "RATHDRUM"}).press("SAVE")
        walk.open("/profile")
        assert walk.field("City").input_value() == "RATHDRUM"
        walk.close()
    finally:
        chromium.close()
    assert {cookie["name"] for cookie in cookies} == {"__Host-visitor", "__Host-session"}
    for cookie in cookies:
        assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Lax"


def test_a_form_is_taken_with_its_token_from_its_own_site_only(nginx, second):
    page = second.get("/dashboard")
    fields = {"csrf": page.hidden("csrf"), "permit": page.hidden("permit")}
    own = {"Origin": nginx.address, "Sec-Fetch-Site": "same-origin"}
    assert second.post("/cart/records", {"permit": fields["permit"]}, own).status == 403
    strange = ["https://evil.example", f"{nginx.address}:{nginx.port}", f"http://{nginx.name}"]
    for elsewhere in strange:
        assert second.post("/cart/records", fields, own | {"Origin": elsewhere}).status == 403
    assert "VIEW CART (0)" in second.get("/dashboard").text
    assert second.post("/cart/records", fields, own).location == "/checkout"
    assert "VIEW CART (0)" not in second.get("/dashboard").text


@pytest.mark.parametrize("path", ["/", "/dashboard", "/permits/RES16-0688", "/nothing", "sheet"])
def test_nginx_passes_every_header_on_and_tells_no_version(portal, nginx, second, path):
    path = sheet(second) if path == "sheet" else path
    inside, outside = Client(portal, second.cookies).get(path), second.get(path)
    assert outside.status == inside.status
    assert _unmarked(outside.body) == _unmarked(inside.body)
    own = {"Date", "Connection", "Server", "Vary"}
    assert kept(outside.headers, own) == kept(inside.headers, own)
    if path.startswith("/assets/"):
        assert outside.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    else:
        assert outside.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert outside.headers["Server"] == "nginx"


def kept(headers, left_out):
    return sorted((name, value) for name, value in headers.items() if name not in left_out)


def sheet(client):
    """The style sheet's address."""
    return re.search(r'href="(/assets/[^"]+\.css)"', client.get("/").html)[1]


@pytest.mark.parametrize("path", ["/contact", "/permits/RES16-0688", "sheet"])
def test_what_is_read_comes_packed_to_who_can_unpack_it(second, path):
    path = sheet(second) if path == "sheet" else path
    plain, packed = second.get(path), second.get(path, {"Accept-Encoding": "gzip"})
    assert (plain.headers["Content-Encoding"], packed.headers["Content-Encoding"]) == (None, "gzip")
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert len(packed.body) < len(plain.body) / 2
    assert _unmarked(gzip.decompress(packed.body)) == _unmarked(plain.body)


def test_a_part_of_the_style_sheet_is_a_part_of_it(second):
    path = sheet(second)
    whole = second.get(path).body
    part = second.get(path, {"Range": "bytes=100-299"})
    assert (part.status, part.headers["Content-Range"]) == (206, f"bytes 100-299/{len(whole)}")
    assert part.body == whole[100:300]


def test_the_access_log_names_the_client_and_believes_no_client_about_it(portal, nginx):
    for path in ("/", "/contact"):
        assert TLSClient(nginx, ELSEWHERE).get(path).status == 200
    for name in ("X-Forwarded-For", "x-forwarded-for", "Forwarded", "X-Real-IP"):
        forged = {name: f"for={FORGED}" if name == "Forwarded" else FORGED}
        assert TLSClient(nginx, ELSEWHERE).get("/permits", forged).status == 200
    around = http.client.HTTPConnection(HERE, portal.port, PATIENCE, (ELSEWHERE, 0))
    around.request("GET", "/login", headers={"X-Forwarded-For": FORGED})
    assert around.getresponse().status == 200
    around.close()
    assert portal.stop() == 0
    lines = [line for line in portal.lines if line.startswith("time=")]
    assert len(lines) == 7
    for line in lines:
        assert f" client={ELSEWHERE} " in line, line


def test_nginx_keeps_its_connections_to_the_portal(portal, nginx):
    client = TLSClient(nginx)
    assert client.get("/healthz").status == 200
    before = connections_to(portal.port)
    for _ in range(20):
        assert client.get("/").status == 200
    assert len(before) == 1
    assert connections_to(portal.port) == before


def connections_to(port):
    """The ports from which others are connected to it (proc(5), /proc/net/tcp)."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ends = [[int(end.rsplit(":")[1], 16) for end in line[1:3]] for line in lines if line[3] == "01"]
    return {ours for ours, theirs in ends if theirs == port}


def test_no_request_is_lost_when_the_portal_ends_a_connection_that_nginx_keeps(nginx):
    connection = TLSClient(nginx)._connect()
    # More than the portal takes on one connection, and than nginx does.
    for _ in range(2_100):
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        assert answer.read() == b"ok\n" and answer.status == 200
    connection.close()


def test_a_portal_that_was_started_again_is_found_at_once(data, tmp_path):
    settings, port = readme.environment(), free_port()
    with Portal(data, demo=False, settings=settings, port=port) as portal:
        nginx = Nginx(portal, tmp_path)
        client = TLSClient(nginx)
        assert client.get("/").status == 200
    assert client.get("/").status == 502
    with Portal(data, demo=False, settings=settings, port=port):
        assert client.get("/").status == 200
    nginx.stop()
    assert all("Connection refused" in line for line in nginx.complaints), nginx.complaints


def test_without_tls_there_is_only_the_way_to_it(nginx):
    connection = http.client.HTTPConnection(HERE, nginx.plain_port, timeout=PATIENCE)
    connection.request("GET", "/permits?value=a%20b", headers={"Host": nginx.name})
    answer = connection.getresponse()
    assert answer.status == 301
    assert answer.headers["Location"] == f"{nginx.address}/permits?value=a%20b"
    assert answer.headers["Set-Cookie"] is None
    connection.close()


@pytest.mark.parametrize(
    "path", ["/metrics", "/metrics?x=1", "/.//metrics", "/%6detrics", "/./metrics", "/x/../metrics"]
)
def test_figures_about_the_portal_are_not_shown_outside(nginx, second, path):
    for client in (TLSClient(nginx), second):
        assert client.get(path).status in (400, 404)


def test_a_form_that_is_too_large_is_refused_by_the_portal_in_its_own_words(nginx, second):
    answer = second.post("/login", {"company": "x" * 200 * 1024})
    assert answer.status == 413
    assert "too large" in answer.text and "nginx" not in answer.html


def test_who_sends_too_much_is_told_before_all_of_it_has_come(nginx):
    connection = TLSClient(nginx)._connect()
    connection.putrequest("POST", "/login")
    connection.putheader("Content-Type", "application/x-www-form-urlencoded")
    connection.putheader("Content-Length", str(100 * MIB))
    connection.endheaders()
    connection.send(b"company=" + b"x" * (MIB // 4))
    answer = connection.getresponse()
    assert answer.status == 413
    assert b"too large" in answer.read()
    connection.close()


def _unmarked(page):
    """The page without its forms' token, which is written differently each time."""
    return re.sub(rb'(name="csrf" value=)"[^"]*"', rb"\1", page)
