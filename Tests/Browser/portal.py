"""The program under test: where it is, how one word of it is run, how it serves and ends."""

import os
import re
import shutil
import signal
import socket
import subprocess
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AGENCY = ROOT / "Agencies" / "kootenai.json"
PATIENCE = 30


def program():
    """PERMIT_PORTAL, else the release build, else the debug build."""
    named = os.environ.get("PERMIT_PORTAL")
    builds = [ROOT / ".build" / kind / "permit-portal" for kind in ("release", "debug")]
    found = [Path(named)] if named else [build for build in builds if build.exists()]
    if not found:
        raise FileNotFoundError("there is no permit-portal yet: make build")
    return found[0].resolve()


def run(*words, cwd=ROOT, stdin=""):
    """Runs the program to its end, as at a command line."""
    return subprocess.run(
        [program(), *map(str, words)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


class Portal:
    """A portal that serves at a port of its own until it is told to stop."""

    def __init__(self, data, *, agency=AGENCY, cwd=ROOT, demo=True, port=0, settings=()):
        words = ["serve", "--agency", agency, "--data", data, "--port", port]
        words += ["--demo"] if demo else []
        # Its complaints go to a file beside its data: a pipe that nobody empties would stop it.
        self._complaints = Path(data).with_suffix(".complaints")
        with self._complaints.open("w") as complaints:
            self.process = subprocess.Popen(
                [program(), *map(str, words)],
                cwd=cwd,
                env=os.environ | dict(settings),
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )
        self._port = port
        self.lines = []
        self.address = None
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._ready.wait(PATIENCE)
        if self.address is None:
            self.process.kill()
            self.stop()
            raise AssertionError(f"it does not serve: {self.lines} {self.complaints()}")

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            found = re.search(r": https?://\S+$", line)
            if found and self.address is None:
                self.address = found[0][2:]
                self._ready.set()
        self._ready.set()

    @property
    def port(self):
        return self._port or int(self.address.rsplit(":", 1)[1])

    def complaints(self):
        """What it wrote to standard error so far."""
        return self._complaints.read_text()

    def stop(self):
        """Asks it to end, as systemd does, and gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._reader.join(PATIENCE)
        self.process.stdout.close()
        return code

    def kill(self):
        """Ends it as a power cut does: it is not asked."""
        self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        code = self.stop()
        if failure[0] is None:
            assert code == 0, f"it ended with {code}: {self.complaints()}"
            assert "fault " not in self.complaints(), self.complaints()


def free_port():
    """A port that nobody listens at right now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def tree(folder):
    """A folder to start the program in, with the project's templates and static files."""
    for name in ("Templates", "Public"):
        shutil.copytree(ROOT / name, Path(folder) / name)
    return Path(folder)
