"""Tables that anyone can read: the first column to the left, figures to the right, the aim last."""


def table(*rows):
    """Rows of as many texts each, the heads first."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = []
    for what, *figures, aim in rows:
        cells = [what.ljust(widths[0])]
        cells += [figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=False)]
        lines.append("  ".join([*cells, aim]).rstrip())
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)


def milliseconds(value):
    return f"{value:.2f} ms" if value < 10 else f"{value:.1f} ms"


def megabytes(count):
    return f"{count / 1e6:.1f} MB"


class Aims:
    """What is aimed at, and whether all of it is met."""

    def __init__(self):
        self.are_met = True

    def judge(self, text, is_met):
        self.are_met = self.are_met and is_met
        return f"{text}: {'yes' if is_met else 'NO'}"
