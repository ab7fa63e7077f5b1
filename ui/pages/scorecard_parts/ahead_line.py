"""The line above the rating bar: where the year is likely to end, at least and at most, or what a trial moved."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from perftrack.domain.forecast import Forecast
from perftrack.domain.whatif import WhatIf
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.delegates import strokes

_GAP = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the line, one after the other; those that do not fit are left out from the end."""

    words: str
    bold: bool = False
    tone: str = "text-2"
    near: bool = False
    """Follows the piece before at a small distance."""


class AheadLine(widgets.Painted):
    """16 high. Says nothing once the whole year is in: the total beside it says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Forecast, Speaker] | WhatIf | None = None
        self._pieces: tuple[_Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_forecast(self, found: Forecast | None, speaker: Speaker) -> None:
        """Say how the year is likely to end."""
        self._shown = None if found is None else (found, speaker)
        self._renew()

    def show_trial(self, trial: WhatIf) -> None:
        """Say what the trial moved, and from where."""
        self._shown = trial
        self._renew()

    def _renew(self) -> None:
        shown, tip = self._shown, ""
        if isinstance(shown, WhatIf):
            self._pieces = self._moved(shown)
        elif shown is None or shown[0].final or shown[0].card.plan.dropped is not None:
            self._pieces = ()
        else:
            self._pieces = self._ahead(shown[0])
            tip = self._tip(*shown)
        self.setAccessibleName(" ".join(piece.words for piece in self._pieces))
        self.setToolTip(tip)
        self.update()

    def _ahead(self, found: Forecast) -> tuple[_Piece, ...]:
        title = _Piece(self.tr("Year end"))
        if found.total is None or found.ratings is None:
            return title, _Piece(self.tr("cannot be said yet"), tone="text-3", near=True)
        words = f"{formatting.points(found.total.likely)} {found.ratings[1].value}"
        low = self.tr("low %1").replace("%1", formatting.points(found.total.low))
        high = self.tr("high %1").replace("%1", formatting.points(found.total.high))
        return title, _Piece(words, bold=True, tone="text", near=True), _Piece(low), _Piece(high)

    def _moved(self, trial: WhatIf) -> tuple[_Piece, ...]:
        start = trial.start
        real = _Piece(f"{formatting.points(start.total)} {start.rating.value}", tone="text", near=True)
        moved = formatting.signed(trial.gain)
        return _Piece(self.tr("In fact")), real, _Piece(moved, bold=True, tone="red" if trial.gain < 0 else "accent")

    def _tip(self, found: Forecast, speaker: Speaker) -> str:
        if found.total is None:
            return self.tr("Nothing was reported yet.")
        lines = [
            self.tr(
                "Every indicator goes on as its quarters so far; low takes the least of each at once, high the most."
            )
        ]
        if found.assumed is not None:
            lines.append(speaker.phrase(found.assumed.sentence))
        return "\n".join(lines)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        x = 0.0
        with QPainter(self) as painter:
            for place, piece in enumerate(self._pieces):
                room = strokes.width(piece.words, theme.SMALL, piece.bold) + 1
                x += 0 if not place else theme.HALF if piece.near else _GAP
                if x + room > self.width() + 1 and place > 1:
                    return
                box = self.rect().adjusted(round(x), 0, 0, 0)
                strokes.text(painter, box, piece.words, piece.tone, theme.SMALL, piece.bold)
                x += room

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, theme.LINE[theme.SMALL])

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.LINE[theme.SMALL])
