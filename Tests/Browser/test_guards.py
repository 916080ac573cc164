"""Safety from the first day: forged forms, links that lead astray, headers, cookies."""

import re
from urllib.parse import quote

import pytest

import kootenai
from client import Client
from portal import Portal, free_port, run

EVIL = "https://evil.example"
STRAY = [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    EVIL,
    "\\\\evil.example",
    "javascript:alert(1)",
    "/%0d%0aSet-Cookie:x=1\r\nSet-Cookie:x=1",
    "///evil.example",
    "/\t/evil.example",
    " //evil.example",
    "",
]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "no-store",
}


def routes(method):
    """Addresses of the program's own list, their parameters filled in. Those that a provider calls
    carry a signature in place of a token."""
    lines = [line.split() for line in run("routes").stdout.splitlines()]
    paths = [path for verb, path, _ in lines if verb == method]
    values = {"{number}": "RES16-0304", "{id}": "1", "{reference}": "x", "{token}": "x"}
    filled = [re.sub(r"{\w+}", lambda found: values[found[0]], path) for path in paths]
    return [path for path in filled if path not in ("/payments/notifications", "/trial-provider")]


def assert_refused(answer, path):
    """403, or the sign-in page for who has to sign in first."""
    is_sent_away = answer.status == 303 and "login" in answer.location
    assert answer.status == 403 or is_sent_away, f"{path}: {answer.status}"


def test_every_form_without_a_token_is_refused(rich, clerk):
    paths = routes("POST")
    assert len(paths) > 12
    for path in paths:
        for client in (rich, clerk, Client(rich.portal)):
            for fields in ({}, {"csrf": ""}, {"csrf": "x" * 43}):
                assert_refused(client.post(path, fields), path)
    assert "Hello RICH CONTRACTOR." in rich.get("/dashboard").text
    assert rich.post("/logout").status == Client(rich.portal).post("/login").status == 403


def test_another_sessions_token_is_refused(rich, second):
    token = second.get("/dashboard").hidden("csrf")
    assert token != rich.get("/dashboard").hidden("csrf")
    answer = rich.post("/cart/records", {"csrf": token, "permit": "RES17-0163"})
    assert answer.status == 403
    assert "This form is too old" in answer.text
    assert "VIEW CART (0)" in rich.get("/dashboard").text


def test_a_token_from_before_signing_in_is_dead_afterwards(quiet_portal):
    client = Client(quiet_portal)
    before = client.get("/").hidden("csrf")
    home = {"csrf": before, "company": kootenai.SECOND, "password": kootenai.USED_PASSWORD}
    assert client.post("/login", home).location == "/dashboard"
    assert client.post("/logout", {"csrf": before}).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost.evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_from_another_site_is_refused_though_its_token_is_right(rich, headers):
    fields = {"csrf": rich.get("/dashboard").hidden("csrf"), "permit": "RES17-0163"}
    answer = rich.post("/cart/records", fields, headers)
    assert answer.status == 403
    assert "This form came from another site" in answer.text
    assert "VIEW CART (0)" in rich.get("/dashboard").text
    own = {"Origin": rich.portal.address, "Sec-Fetch-Site": "same-origin"}
    assert rich.post("/cart/records", fields, own).status == 303


@pytest.mark.parametrize("body", [b"{}", b"nonsense", b"forged=1&outcome=approved"])
def test_a_notification_without_the_providers_signature_is_refused(quiet_portal, body):
    client = Client(quiet_portal)
    for headers in ({}, {"Payment-Signature": "00"}, {"Payment-Signature": "x" * 64}):
        answer = client.post("/payments/notifications", {"body": body}, headers)
        assert answer.status == 403


@pytest.mark.parametrize("path", STRAY)
def test_signing_in_never_leads_away(quiet_portal, path):
    client = Client(quiet_portal)
    page = client.get("/login?next=" + quote(path, safe=""))
    fields = {
        "csrf": page.hidden("csrf"),
        "company": kootenai.SECOND,
        "password": kootenai.USED_PASSWORD,
        "next": path,
    }
    answer = client.post("/login", fields)
    assert (answer.status, answer.location) == (303, "/dashboard")


def test_signing_in_leads_to_the_page_that_was_asked_for(quiet_portal):
    client = Client(quiet_portal)
    asked = client.get("/receipts?page=1")
    page = client.get(asked.location)
    fields = {
        "csrf": page.hidden("csrf"),
        "company": kootenai.SECOND,
        "password": kootenai.USED_PASSWORD,
        "next": page.hidden("next"),
    }
    assert client.post("/login", fields).location == "/receipts?page=1"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/login",
        "/permits",
        "/permits/RES16-0688",
        "/contact",
        "/dashboard",
        "/cart",
        "/profile",
        "/nothing",
        "/admin",
        "/admin/login",
    ],
)
def test_every_page_says_to_the_browser_what_it_may_do(quiet_second, path):
    for client in (quiet_second, Client(quiet_second.portal)):
        headers = client.get(path).headers
        for name, value in HEADERS.items():
            assert headers[name] == value, f"{name} of {path}"
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
        assert headers["Server"] is None


def test_cookies_stay_on_this_site_and_out_of_scripts(quiet_portal):
    client = Client(quiet_portal)
    home = client.get("/")
    fields = {"csrf": home.hidden("csrf"), "company": kootenai.SECOND}
    answer = client.post("/login", fields | {"password": kootenai.USED_PASSWORD})
    cookies = home.headers.get_all("Set-Cookie") + answer.headers.get_all("Set-Cookie")
    assert len(cookies) >= 2
    for cookie in cookies:
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_behind_tls_cookies_are_bound_to_the_host_and_the_browser_stays_with_it(data):
    address = {"PERMIT_PORTAL_ADDRESS": "https://permits.example.gov"}
    with Portal(data, demo=False, settings=address, port=free_port()) as portal:
        home = Client(portal).get("/")
    assert home.headers["Strict-Transport-Security"].startswith("max-age=")
    for cookie in home.headers.get_all("Set-Cookie"):
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_signing_in_gives_a_new_session_and_signing_out_ends_it(rich, portal):
    old = dict(rich.cookies)
    again = kootenai.second_client(portal)
    assert again.cookies["session"] != old["session"]
    assert rich.submit("/logout", at="/dashboard").location == "/"
    ghost = Client(portal, old)
    assert ghost.get("/dashboard").location.startswith("/login")


def test_no_address_read_by_get_changes_anything(rich):
    def shown():
        return [rich.get(path).text for path in ("/dashboard", "/cart", "/receipts")]

    before = shown()
    for path in routes("POST"):
        answer = rich.get(path + "?permit=RES17-0163&method=card&outcome=pay")
        assert answer.status in (200, 303, 403, 404, 405), path
    assert shown() == before


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "BREW"])
def test_a_method_that_nothing_takes_is_refused(quiet_portal, method):
    answer = Client(quiet_portal).ask(method, "/permits")
    assert answer.status in (400, 405, 501), answer.status


@pytest.mark.parametrize(
    "path",
    [
        "/assets/",
        "/assets/../Package.swift",
        "/assets/..%2f..%2fPackage.swift",
        "/.git/config",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/Templates/Layout.mustache",
        "/data/permits.db",
    ],
)
def test_no_file_but_the_assets_is_served(quiet_portal, path):
    answer = Client(quiet_portal).get(path)
    assert answer.status in (400, 403, 404)
    assert "root:" not in answer.html and "swift-tools-version" not in answer.html


def test_markup_in_every_field_comes_out_as_text(walk, rich):
    bad = '"><script>alert(1)</script>'
    profile = rich.get("/profile")
    fields = {
        "csrf": profile.hidden("csrf"),
        "address": bad,
        "city": bad,
        "state": "ID",
        "zip": "83835",
        "email": "contractor@example.com",
        "phone": "208-555-0177",
    }
    assert rich.post("/profile", fields).status == 303
    day = kootenai.working_days()[0].isoformat()
    request = {
        "contact": bad,
        "phone": "208-555-0177",
        "site": bad,
        "email": "r@example.com",
        "notes": bad,
        "type": "ADDRESSING",
        "day": day,
        "time": "AM",
    }
    asked = rich.submit("/permits/RES16-0304/inspections/new", request)
    number = asked.location.removeprefix("/dashboard?requested=")
    found = "/permits?value=" + quote(bad)
    for path in ("/profile", f"/inspections/{number}", found, "/login?next=" + quote(bad)):
        walk.be(rich).open(path)
        assert "<script>alert" not in rich.get(path).html
    assert bad in rich.get(f"/inspections/{number}").text
