"""Two minutes of honest visitors while others attack: what the shipped program makes of it.

    soak.py [--program FILE] [--seconds N]

The same visitors come first without any attack. Ends with 1 where an aim is missed. Everything
happens on 127.0.0.0/8 and in a folder of its own, of which nothing is left.
"""

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from honest import CLIENTS, Answers, Honest
from machine import Machine
from served import PATIENCE, ROOT, Served
from table import Aims, megabytes, milliseconds, table

SETTLED = 20
HIGHEST_RATIO = 2
# Until each thread's heap has seen its busiest moment (MALLOC_ARENA_MAX=1 leaves 1 MB of it).
# 150 bytes left behind by each connection would be as much.
HIGHEST_GROWTH = 4_000_000
MOST_OF_OTHERS = 0.1
TITLE = """
Permit Portal on {cores} cores with {clients} visitors, who ask for the next page as soon as they
have one: home, search, permit, dashboard, style sheet, /healthz
"""


class Soak:
    def __init__(self, served, seconds):
        self.served = served
        self.seconds = seconds
        self.alone_seconds = max(5, seconds // 4)
        self.settled = min(SETTLED, seconds // 2)
        # Second, memory, descriptors.
        self.samples = []

    def run(self):
        honest = Honest(self.served)
        machine = Machine(self.served)
        say(f"{CLIENTS} honest visitors alone, {self.alone_seconds} s")
        self.alone = Answers(honest.begin(self.alone_seconds))
        self.start = self._until(lambda counts: counts[-3:] == counts[-1:] * 3)
        say(f"the same under attack, {self.seconds} s")
        self.attacked, self.attack = self._under_attack(honest)
        self.others = machine.share_of_others()
        say("afterwards")
        self.rest = self._until(lambda counts: counts[-1] <= self.start[1])
        honest.look()
        self.code, self.complaints = self.served.stop()

    def _under_attack(self, honest):
        script = Path(__file__).with_name("attack.py")
        words = [sys.executable, script, str(self.served.port), self.served.folder]
        # In the same session: time is shared out among sessions before niceness counts (sched(7)).
        attack = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, process_group=0)
        wrk = honest.begin(self.seconds)
        try:
            began = time.monotonic()
            while wrk.poll() is None:
                self.samples.append((time.monotonic() - began, *self._now()))
                if attack.poll() is not None:
                    raise SystemExit(f"soak: the attack ended by itself with {attack.returncode}")
                time.sleep(0.5)
            attack.terminate()
            return Answers(wrk), json.loads(attack.communicate(timeout=PATIENCE)[0])
        finally:
            wrk.kill()
            # With slowhttptest.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(attack.pid, signal.SIGKILL)
            attack.wait()

    def _until(self, is_calm):
        """Waits for the count of descriptors, each second, to be so; memory and count then."""
        counts = []
        for _ in range(PATIENCE):
            time.sleep(1)
            memory, count = self._now()
            counts.append(count)
            if is_calm(counts):
                break
        return memory, count

    def _now(self):
        return self.served.memory(), self.served.descriptors()

    # What came of it

    def report(self):
        """In words, and whether every aim is met."""
        aims = Aims()
        is_sound = self.code == 0 and not self.complaints
        parts = [
            self._visitors(aims),
            self._portal(aims),
            aims.judge("An orderly end, without a complaint", is_sound),
            self._circumstances(),
        ]
        return "\n\n".join(parts), aims.are_met

    def _visitors(self, aims):
        both = (self.alone, self.attacked)
        ratio = self.attacked.p99 / self.alone.p99
        is_near = aims.judge(f"≤ {HIGHEST_RATIO} ×, is {ratio:.2f} ×", ratio <= HIGHEST_RATIO)
        return table(
            ("VISITORS", "ALONE", "UNDER ATTACK", "AIM"),
            ("Answers/s", *(f"{answers.per_second:,.0f}" for answers in both), ""),
            (
                "Errors",
                *(f"{answers.error_rate:.3%}" for answers in both),
                aims.judge("none", not self.attacked.errors),
            ),
            ("p50", *(milliseconds(answers.median) for answers in both), ""),
            ("p99", *(milliseconds(answers.p99) for answers in both), is_near),
        )

    def _portal(self, aims):
        first = self._most(0, self.settled)
        last = self._most(self.seconds - self.settled, self.seconds)
        figures = (self.start, first, last, self.rest)
        growth = last[0] - first[0]
        flat = aims.judge(f"flat, is {growth / 1e6:+.1f} MB", growth <= HIGHEST_GROWTH)
        none = aims.judge("none left over", self.rest[1] <= self.start[1])
        span = f"{self.settled} s"
        return table(
            ("PORTAL", "AT START", f"FIRST {span}", f"LAST {span}", "AFTERWARDS", "AIM"),
            ("Memory of its own, at most", *(megabytes(memory) for memory, _ in figures), flat),
            ("Descriptors, at most", *(str(count) for _, count in figures), none),
        )

    def _most(self, begin, end):
        samples = [sample for sample in self.samples if begin <= sample[0] <= end]
        return tuple(max(sample[place] for sample in samples) for place in (1, 2))

    def _circumstances(self):
        share = self.attack.pop("processor seconds") / self.seconds / os.cpu_count()
        acts = ", ".join(f"{count:,} {name}" for name, count in self.attack.items())
        others = f"Programs that are no part of this took {self.others:.0%}"
        if self.others > MOST_OF_OTHERS:
            others += ": these times are not the portal's"
        return f"The attack: {acts}. It took {share:.0%} of the machine. {others}."


def say(text):
    print(f"soak: {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/permit-portal")
    parser.add_argument("--seconds", type=int, default=120)
    words = parser.parse_args()
    if words.seconds < 10:
        parser.error("in less than 10 seconds nothing can be seen")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    served = Served(words.program.resolve())
    try:
        soak = Soak(served, words.seconds)
        soak.run()
        text, is_met = soak.report()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        served.clear()
    print(TITLE.format(cores=os.cpu_count(), clients=CLIENTS), text, "", sep="\n")
    for line in soak.complaints[:20]:
        say(line)
    sys.exit(0 if is_met else 1)


if __name__ == "__main__":
    main()
