"""What has to hold for every page, whatever it is about: read by axe, fits a phone, small, nothing
from elsewhere.

The walks have JavaScript switched off, where axe cannot run. So each page they get is shown once
more, as it came and at its own address, in a browser that has scripts. axe takes seconds: it reads
each kind of page once, the other checks are made of every page that differs.
"""

import re
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.base import AXE_SCRIPT

MOST_BYTES = 40 * 1024
MOST_REQUESTS = 4
HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
OPEN_DETAILS = "document.querySelectorAll('details').forEach(d => { d.open = true })"
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}


class Eyes:
    """Looks at pages and gathers what is wrong, so that one walk tells it all."""

    def __init__(self, browser):
        self.context = browser.new_context(viewport=NARROW, color_scheme="light")
        self.page = self.context.new_page()
        self.seen = set()
        self.read = set()

    def close(self):
        self.context.close()

    def look(self, response):
        """What is wrong with a page as the visitor got it."""
        body = response.body()
        text = body.decode("utf-8")
        headers = response.all_headers()
        wrong = list(_wrong_headers(headers))
        if len(body) > MOST_BYTES:
            wrong.append(f"{len(body)} bytes of HTML")
        # What differs from visit to visit in pages that are the same to the eye.
        shape = re.sub(r'(name="(csrf|order|signature|summary)" value=|action=)"[^"]*"', "", text)
        if shape not in self.seen:
            self.seen.add(shape)
            kind = _kind(response, text)
            policy = headers["content-security-policy"]
            wrong += self._show(response.url, text, policy, with_axe=kind not in self.read)
            self.read.add(kind)
        return [f"{response.url}: {fault}" for fault in wrong]

    def _show(self, url, text, policy, with_axe):
        requests, wrong = [], []
        heard = {
            "request": lambda request: requests.append(request.url),
            "console": lambda said: wrong.append(said.text) if said.type == "error" else None,
            "pageerror": lambda error: wrong.append(str(error)),
            "requestfailed": lambda request: wrong.append(f"failed: {request.url}"),
        }
        kind = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
        page = self.page
        for event, hear in heard.items():
            page.on(event, hear)
        page.route(url, lambda route: route.fulfill(status=200, body=text, headers=kind))
        page.goto(url)
        origin = re.match(r"https?://[^/]+/", url)[0]
        wrong += [f"asks elsewhere: {asked}" for asked in requests if not asked.startswith(origin)]
        if len(requests) > MOST_REQUESTS:
            wrong.append(f"{len(requests)} requests: {requests}")
        page.evaluate(OPEN_DETAILS)
        wrong += _sticking_out(page)
        if with_axe:
            wrong += self._read()
        page.unroute(url)
        for event, hear in heard.items():
            page.remove_listener(event, hear)
        return wrong

    def _read(self):
        page = self.page
        page.evaluate(AXE_SCRIPT)
        wrong = _axe(page, {"rules": {"target-size": {"enabled": True}}})
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(WIDE)
        # Wide and dark change colours and places, not the markup that the other rules read.
        wrong += _sticking_out(page)
        wrong += _axe(page, {"runOnly": ["color-contrast", "target-size"]})
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(NARROW)
        return wrong


def _kind(response, text):
    """Pages of one kind come from one template and differ only in what is filled in."""
    address = urlsplit(response.url)
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    return (
        re.sub(r"/[^/]*\d[^/]*", "/*", address.path),
        tuple(sorted(parse_qs(address.query))),
        response.status,
        re.sub(r"\S*\d\S*", "*", headline[1]) if headline else None,
        "LOG OUT" in text,
    )


def _wrong_headers(headers):
    for name, wanted in HEADERS.items():
        if wanted not in headers.get(name, ""):
            yield f"{name} is {headers.get(name)}"
    # nginx cannot be told to leave its name out, only its version.
    if headers.get("server", "nginx") != "nginx":
        yield "it says what serves it"


def _axe(page, options):
    results = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"axe, {page.viewport_size['width']} pixels: "
        f"{found['id']}, {found['help']}: {node['html']}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


def _sticking_out(page):
    """A page that scrolls sideways, with the elements that are to blame."""
    room = page.viewport_size["width"]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width <= room:
        return []
    wide = page.evaluate(
        """room => [...document.body.querySelectorAll('*')]
           .filter(e => e.getBoundingClientRect().right > room + 0.5)
           .map(e => e.outerHTML.slice(0, 120)).slice(0, 8)""",
        room,
    )
    return [f"{width} pixels wide on {room}: {wide}"]
