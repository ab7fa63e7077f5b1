"""What is exported, as values, and the work that does it off the window's thread."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.services.exporting.naming import DEFAULT_PATTERN
from perftrack.services.exporting.sheets import export_sheets
from perftrack.services.workspace import Workspace
from ui.printing.pdf import pdf_bytes
from ui.tasks import Report, Work


@dataclass(frozen=True, slots=True)
class Order:
    """One export: which sheets of which plans, where to."""

    year: int
    quarter: Quarter
    kinds: tuple[str, ...]
    plans: tuple[str, ...]
    out: Path
    one_book: bool
    format: str = "xlsx"
    month: int | None = None
    names: str = DEFAULT_PATTERN
    publication: bool = False


def writing(file: Path, order: Order, actor: Actor) -> Work:
    """The work of an export for ``actor``. It opens ``file`` for itself: an open file belongs to one thread."""

    def work(report: Report) -> list[Path]:
        def tell(done: int, total: int, item: str) -> None:
            if not report.cancelled:  # else the export ends by itself and says what is ready
                report.step(done, total, item)

        with Workspace.open(file, clock=lambda: datetime.now().astimezone()) as own:
            own.act_as(actor)
            return export_sheets(
                own,
                year=order.year,
                quarter=int(order.quarter),
                kinds=order.kinds,
                month=order.month,
                format=order.format,
                names=order.names,
                publication=order.publication,
                pdf=pdf_bytes,
                plans=order.plans,
                out=order.out,
                one_book=order.one_book,
                progress=tell,
                cancelled=lambda: report.cancelled,
            )

    return work
