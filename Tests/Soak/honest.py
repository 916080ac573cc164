"""Honest visitors: a mix of pages, asked for by wrk over connections it keeps."""

import re
import subprocess
import sys
from pathlib import Path

from served import ROOT

sys.path.append(str(ROOT / "Tests" / "Browser"))
from client import Client  # noqa: E402
from kootenai import second_client  # noqa: E402

SCRIPT = Path(__file__).with_name("mix.lua")
CLIENTS = 32


class Honest:
    """The mix: each page's weight, who asks, its address, and words that it has."""

    def __init__(self, served):
        self.served = served
        anybody, second = Client(served), second_client(served)
        sheet = re.search(r'href="(/assets/[^"]+\.css)"', anybody.get("/").html)[1]
        self.pages = [
            (2, anybody, "/", "Find a permit"),
            (4, anybody, "/permits?value=fal", "RES16-0304"),
            (4, anybody, "/permits/RES16-0688", "NEW SHOP WITH LIVING QUARTERS"),
            (6, second, "/dashboard", "Hello SECOND STREET BUILDERS."),
            (3, anybody, sheet, "font-family"),
            (1, anybody, "/healthz", "ok"),
        ]
        self.look()
        self.list = served.folder / "mix.txt"
        with self.list.open("w") as lines:
            for weight, who, path, _ in self.pages:
                session = who.cookies.get("session")
                lines.write(f"{weight}\t{path}\t{f'session={session}' if session else ''}\n")

    def look(self):
        """wrk reads no page: a dashboard must not become the way to sign in meanwhile."""
        for _, who, path, words in self.pages:
            page = who.get(path)
            assert page.status == 200 and words in page.html, (
                f"{path} is {page.status}: {page.html}"
            )

    def begin(self, seconds):
        words = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "10s", "-s", SCRIPT]
        words += [f"http://127.0.0.1:{self.served.port}", "--", self.list]
        return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


class Answers:
    """What wrk says at its end. Times are milliseconds."""

    def __init__(self, wrk):
        said = wrk.communicate()[0]
        found = re.search(r"^sum (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$", said, re.M)
        assert found and wrk.returncode == 0, f"wrk ended with {wrk.returncode}: {said}"
        count, duration, lost, refused, median, p99 = map(int, found.groups())
        self.count, self.errors = count, lost + refused
        self.per_second = count / (duration / 1e6)
        self.median, self.p99 = median / 1e3, p99 / 1e3

    @property
    def error_rate(self):
        return self.errors / max(1, self.count + self.errors)
