"""A visitor without a browser: says exactly what a test wants said, also what no browser would."""

import http.client
import re
import threading
from html import unescape
from urllib.parse import urlencode, urlsplit

PATIENCE = 30


class Answer:
    """What came back."""

    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def html(self):
        return self.body.decode("utf-8")

    @property
    def location(self):
        return self.headers["Location"]

    @property
    def text(self):
        """The words of the page, without markup."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.html)).split())

    def hidden(self, name):
        """The value of a hidden field."""
        return unescape(re.search(rf'name="{name}" value="([^"]*)"', self.html)[1])


class Client:
    """Keeps cookies, follows nothing by itself."""

    def __init__(self, portal, cookies=()):
        self.portal = portal
        self.cookies = dict(cookies)

    def get(self, path, headers=()):
        return self._send("GET", path, None, headers)

    def post(self, path, fields=(), headers=()):
        """Fields as a dictionary or as pairs. No token is added."""
        body = urlencode(list(fields.items()) if isinstance(fields, dict) else list(fields))
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._send("POST", path, body, kind | dict(headers))

    def send(self, path, body, kind):
        """Any content at all."""
        return self._send("POST", path, body, {"Content-Type": kind})

    def ask(self, method, path):
        """Any method at all."""
        return self._send(method, path, None, ())

    def submit(self, path, fields=(), at=None):
        """A form with its token, taken from the page it stands on."""
        token = self.get(at or path).hidden("csrf")
        pairs = list(fields.items()) if isinstance(fields, dict) else list(fields)
        return self.post(path, [("csrf", token), *pairs])

    def _send(self, method, path, body, headers):
        assert path, "the answer before led nowhere"
        parts = urlsplit(path)
        path = parts.path + ("?" + parts.query if parts.query else "")
        connection = self._connect()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = ({"Cookie": cookies} if cookies else {}) | dict(headers)
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            answer = Answer(response, response.read())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def _connect(self):
        return http.client.HTTPConnection("localhost", self.portal.port, timeout=PATIENCE)


def at_once(*acts):
    """Does all of it at the same moment, each in a thread, and gives the results in order."""
    results = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def go(place, act):
        gate.wait(PATIENCE)
        results[place] = act()

    threads = [threading.Thread(target=go, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert None not in results, "not every request was answered"
    return results
