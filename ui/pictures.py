"""Pictures of every page, drawn by the real window without a display: for the manual, the demo and our own eyes."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from perftrack.domain.periods import Quarter
    from ui.main_window import MainWindow
    from ui.session import Session

LANGUAGES = ("zh_CN", "en")
SCHEMES = ("light", "dark")
#: The date pictures are drawn on, so that two drawings are equal.
_TODAY = datetime(2024, 10, 14, 9, 0, tzinfo=UTC)


def draw_pages(
    path: Path,
    out: Path,
    languages: str | Sequence[str] = LANGUAGES,
    schemes: Sequence[str] = SCHEMES,
    size: tuple[int, int] = (1366, 768),
    scale: float = 1.0,
    sharp: bool = True,
    quarter: "Quarter | None" = None,
) -> list[Path]:
    """Draw every page of the office file ``path``, and the first page, into the folder ``out``; the files written.

    ``size`` in logical pixels, ``scale`` device pixels to each. ``sharp``: the first language in the first scheme is
    drawn once more at scale 2, as ``…@2x.png``. ``quarter`` is shown instead of the latest reported.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import application

    app = application()
    spoken = (languages,) if isinstance(languages, str) else tuple(languages)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for language in spoken:
        for scheme in schemes:
            again = sharp and scale == 1.0 and (language, scheme) == (spoken[0], schemes[0])
            for window, page in _pages(app, path, language, scheme, size, quarter):
                name = f"{page}-{language}-{scheme}"
                written.append(_save(_draw(window, scale), out / f"{name}.png"))
                if again:
                    written.append(_save(_draw(window, 2.0), out / f"{name}@2x.png"))
    return written


def _pages(
    app: "QApplication", path: Path, language: str, scheme: str, size: tuple[int, int], quarter: "Quarter | None"
) -> "Iterator[tuple[MainWindow, str]]":
    from PySide6.QtCore import QSettings, Qt

    from ui import languages, theme
    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        theme.install(app, "dark" if scheme == "dark" else "light")
        languages.use(language)
        window = MainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*size)
        session = Session(Settings(store), language, window)
        session.settings.keep("language", language)
        window.fill(session)
        window.show()
        _settle(app)
        yield window, "first-run"
        body = window.body
        assert body is not None
        body.office.open(path)
        session.show(quarter=quarter)
        work = body.work
        for key in work.keys() if work is not None else ():
            if work is not None:
                work.show_page(key, "" if key == "overview" else _telling_plan(session, complete=key != "entry"))
            _settle(app)
            yield window, key
        session.leave()
        window.close()
        window.deleteLater()
        _settle(app)


def _telling_plan(session: "Session", complete: bool) -> str:
    """The project that has most to show: the one with the fewest points, of the complete ones first if so wished.

    Empty when the file holds none.
    """
    from perftrack.domain.terms import PlanKind
    from perftrack.services import reporting

    if session.workspace is None or session.year is None:
        return ""
    cards = reporting.scorecards(session.workspace, session.year, session.quarter)
    projects = [card for card in cards if card.plan.kind is PlanKind.PROJECT]
    return min(projects, key=lambda card: (complete > card.complete, card.total)).plan.id if projects else ""


def _settle(app: "QApplication") -> None:
    """Let late parts of a page come, and take the focus away: a caret blinks."""
    focused = app.focusWidget()
    for _ in range(5):
        app.processEvents()
    if focused is not None:
        focused.clearFocus()
        app.processEvents()


def _draw(window: "MainWindow", scale: float) -> "QPixmap":
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPixmap

    from ui.charts.chart import Chart

    picture = QPixmap(round(window.width() * scale), round(window.height() * scale))
    picture.setDevicePixelRatio(scale)
    charts = [chart for chart in window.findChildren(Chart) if chart.isVisible()]
    for chart in charts:
        chart.redraw_for(scale)
    window.render(picture, QPoint(0, 0))
    for chart in charts:
        chart.redraw_for(0.0)
    return picture


def _save(picture: "QPixmap", path: Path) -> Path:
    if not picture.save(str(path)):
        from perftrack.errors import UserError

        raise UserError("cannot_write", path=str(path), reason="PNG")
    return path
