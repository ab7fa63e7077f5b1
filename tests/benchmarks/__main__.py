"""``python -m tests.benchmarks [NAME]``: each measured ratio beside its floor and its budget, one line each."""

import sys

from tests.benchmarks import asof, comparing, entering, office, saving, sheets, startup, trying

GROUPS = {
    "startup": startup.measure,
    "saving": saving.measure,
    "pasting": entering.measure_pasting,
    "typing": entering.measure_typing,
    "trying": trying.measure,
    "comparing": comparing.measure,
    "asof": asof.measure,
    "sheets": sheets.measure,
    "office": office.measure,
}


def main(names: list[str]) -> int:
    """Run the groups named, or all; 1 if a budget was exceeded, 2 for an unknown name."""
    if unknown := set(names) - GROUPS.keys():
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(GROUPS)}", file=sys.stderr)  # noqa: T201
        return 2
    over = False
    print(f"{'name':<22}{'ours':>10}{'floor':>10}{'ratio':>8}{'budget':>8}  ")  # noqa: T201
    for group in names or GROUPS:
        for name, ours, floor, budget in GROUPS[group]():
            ratio = ours / floor
            over |= ratio > budget
            word = "ok" if ratio <= budget else "over"
            print(f"{name:<22}{ours * 1000:>7.1f} ms{floor * 1000:>7.1f} ms{ratio:>8.2f}{budget:>8.1f}  {word}")  # noqa: T201
    return int(over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
