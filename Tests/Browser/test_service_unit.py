"""The README's unit for systemd, as far as it can be tried without starting it."""

import shutil
import subprocess

import readme
from portal import PATIENCE, program


def test_systemd_understands_every_line_of_the_unit(tmp_path):
    unit = readme.unit()
    place = "/usr/local/bin/permit-portal"
    assert f"\nExecStart={place} serve " in unit
    file = tmp_path / "permit-portal.service"
    installed = shutil.copy(program(), tmp_path)
    file.write_text(unit.replace(place, str(installed)))
    words = ["systemd-analyze", "verify", "--man=no", file]
    said = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    # A key that it does not know is a warning to it.
    assert (said.returncode, said.stdout + said.stderr) == (0, "")
