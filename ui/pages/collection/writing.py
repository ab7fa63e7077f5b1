"""Which forms are written, as values, and the work that does it off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.services.exporting.collection import write_forms
from perftrack.services.workspace import Clock, Workspace
from ui.tasks import Report, Work


@dataclass(frozen=True, slots=True)
class Order:
    """Forms of which plans, for which quarter, where to, and by when they shall come back (as it shall read)."""

    year: int
    quarter: Quarter
    plans: tuple[str, ...]
    out: Path
    until: str


def writing(file: Path, order: Order, actor: Actor, clock: Clock) -> Work:
    """The work. It opens ``file`` for itself: an open file belongs to one thread."""

    def work(report: Report) -> list[Path]:
        def tell(done: int, total: int, item: str) -> None:
            if not report.cancelled:  # else it ends by itself and says what is ready
                report.step(done, total, item)

        with Workspace.open(file, clock=clock) as own:
            own.act_as(actor)
            return write_forms(
                own,
                year=order.year,
                quarter=order.quarter,
                out=order.out,
                plans=order.plans,
                until=order.until,
                progress=tell,
                cancelled=lambda: report.cancelled,
            )

    return work
