"""The shipped program with a demo office in a folder of its own, and what the system says of it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


class Served:
    def __init__(self, program):
        self.folder = Path(tempfile.mkdtemp(prefix="soak-", dir=_disk()))
        # A file, as a pipe would have to be emptied by this very program.
        self._log, self._complaints = self.folder / "access.log", self.folder / "complaints"
        words = [program, "serve", "--agency", ROOT / "Agencies" / "kootenai.json"]
        words += ["--data", self.folder / "data", "--port", "0", "--demo"]
        with self._log.open("w") as log, self._complaints.open("w") as complaints:
            self.process = subprocess.Popen(words, cwd=ROOT, stdout=log, stderr=complaints)
        self.port = self._await_port()

    def _await_port(self):
        for _ in range(PATIENCE * 20):
            found = re.search(r": http://localhost:(\d+)$", self._log.read_text(), re.M)
            if found:
                return int(found[1])
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        complaints = self._complaints.read_text()
        self.clear()
        sys.exit(f"soak: the portal does not start: {complaints}")

    def memory(self):
        """Bytes that are the program's own: mapped pages of the records are the system's
        (proc(5), RssAnon)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^RssAnon:\s+(\d+) kB$", status, re.M)[1]) * 1024

    def descriptors(self):
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def processor_seconds(self):
        """So far (proc(5), /proc/pid/stat: utime and stime)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        """Its exit code, and the lines of its complaints."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        return code, self._complaints.read_text().splitlines()

    def clear(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder)


def _disk():
    """The project's own build folder: what the system calls temporary may be memory."""
    folder = ROOT / ".build"
    folder.mkdir(exist_ok=True)
    return folder
