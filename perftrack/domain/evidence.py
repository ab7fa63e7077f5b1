"""佐证资料: what a value, an indicator or a plan rests on. Here are only its words; the files are kept elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from perftrack.domain.filenames import ending
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.terms import EvidenceKind

#: The largest file that is taken in, in bytes.
LARGEST = 200 * 1024 * 1024
#: What begins a number on sheets: 佐证3.
NUMBER_WORD = "佐证"
#: Endings of files that a system would run when they are opened; such a file proves nothing.
PROGRAMS = frozenset(
    {
        "app", "bat", "cmd", "com", "cpl", "desktop", "exe", "hta", "jar", "js", "jse", "lnk", "msc", "msi", "msp",
        "pif", "ps1", "reg", "scr", "sh", "url", "vb", "vbe", "vbs", "ws", "wsf",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owner:
    """What evidence belongs to: a plan, one of its indicators as a whole, or the indicator's value in a quarter."""

    plan_id: str
    indicator_id: str | None = None
    quarter: Quarter | None = None

    def __post_init__(self) -> None:
        if self.quarter is not None and self.indicator_id is None:
            raise ValueError("a quarter without an indicator")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file. ``number`` counts within the plan and is never given twice; ``name`` is shown, never a path.

    ``sha256`` in hexadecimal, ``size`` in bytes, ``added`` an ISO time with its zone. Without a quarter it belongs to
    the indicator as a whole, without an indicator to the plan.
    """

    id: str
    plan_id: str
    indicator_id: str | None
    quarter: Quarter | None
    number: int
    kind: EvidenceKind
    name: str
    sha256: str
    size: int
    added: str
    person: str = ""
    note: str = ""

    def counts_in(self, quarter: Quarter) -> bool:
        """Whether it speaks for the time up to the end of ``quarter``."""
        return self.quarter is None or self.quarter <= quarter


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is stored and belongs to nothing yet: its name, hash and size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Kinds of evidence an indicator must have and has not."""

    indicator_id: str
    kinds: tuple[EvidenceKind, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Where a file is used already."""

    sha256: str
    year: int
    plan: str
    indicator: str
    number: int


#: Indicator id → kinds of evidence it must have.
Needs = Mapping[str, frozenset[EvidenceKind]]


def is_program(name: str) -> bool:
    """Whether opening a file of this name would run it."""
    return ending(name) in PROGRAMS


def missing_kinds(
    indicator_id: str, evidence: Iterable[Evidence], needs: Needs, quarter: Quarter
) -> tuple[EvidenceKind, ...]:
    """The kinds an indicator must have and has not by the end of ``quarter``, in the order of their list.

    What was given for an earlier quarter or for the indicator as a whole counts.
    """
    given = {each.kind for each in evidence if each.indicator_id == indicator_id and each.counts_in(quarter)}
    return tuple(kind for kind in EvidenceKind if kind in needs.get(indicator_id, frozenset()) and kind not in given)


def gaps(plan: Plan, evidence: Sequence[Evidence], needs: Needs, quarter: Quarter) -> tuple[Gap, ...]:
    """The gaps of a plan as of ``quarter``, in sheet order.

    An indicator that is not scored, or of which nothing is reported yet, needs no evidence.
    """
    asked = [
        item
        for item in plan.indicators
        if item.id in needs and item.excluded is None and any(past in item.actuals for past in quarter.up_to)
    ]
    found = [Gap(item.id, missing_kinds(item.id, evidence, needs, quarter)) for item in asked]
    return tuple(gap for gap in found if gap.kinds)


def likely_kind(indicator: Indicator | None, missing: Sequence[EvidenceKind]) -> EvidenceKind:
    """The kind a new file most likely is: one that is missing, else the one the target sheet names."""
    if missing:
        return missing[0]
    named = indicator.evidence if indicator else None
    return next((kind for kind in EvidenceKind if named and kind.value in named), EvidenceKind.WORKING)


def numbers_of(evidence: Iterable[Evidence], quarter: Quarter) -> dict[str, tuple[int, ...]]:
    """The numbers of the evidence of each indicator by the end of ``quarter``, ascending."""
    found: dict[str, list[int]] = {}
    for each in evidence:
        if each.indicator_id is not None and each.counts_in(quarter):
            found.setdefault(each.indicator_id, []).append(each.number)
    return {indicator_id: tuple(sorted(numbers)) for indicator_id, numbers in found.items()}


def numbered(numbers: Iterable[int]) -> str:
    """Numbers as sheets print them; three or more in a row are drawn together.

    >>> numbered([3]), numbered([1, 3, 4]), numbered([1, 2, 3, 7])
    ('佐证3', '佐证1、3、4', '佐证1-3、7')
    """
    parts: list[str] = []
    for _, run in groupby(enumerate(sorted(set(numbers))), lambda pair: pair[1] - pair[0]):
        row = [number for _, number in run]
        parts += [f"{row[0]}-{row[-1]}"] if len(row) > 2 else [str(number) for number in row]
    return f"{NUMBER_WORD}{'、'.join(parts)}" if parts else ""
