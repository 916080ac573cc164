"""Who else keeps the machine busy: where others build meanwhile, times say little."""

import os
import resource
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Machine:
    """Watches from when it is made."""

    def __init__(self, served):
        self.served = served
        self.began = time.monotonic()
        self.before = self._used_by_others()

    def share_of_others(self):
        """Counts programs that were started here only once they have ended."""
        seconds = (time.monotonic() - self.began) * os.cpu_count()
        return max(0, self._used_by_others() - self.before) / seconds

    def _used_by_others(self):
        """Processor seconds (proc(5), /proc/stat)."""
        line = Path("/proc/stat").read_text().splitlines()[0].split()
        user, nice, system, _, _, interrupts, soft, *_ = map(int, line[1:])
        ours = self.served.processor_seconds()
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
            usage = resource.getrusage(who)
            ours += usage.ru_utime + usage.ru_stime
        return (user + nice + system + interrupts + soft) / TICKS - ours
