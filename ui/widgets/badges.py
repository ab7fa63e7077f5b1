"""Small marks: state badges, counters, key caps."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.painted import Painted

Tone = Literal["neutral", "accent", "green", "amber", "red", "blue"]

_FILLS: dict[str, tuple[str, str]] = {
    "neutral": ("grey-soft", "text-2"),
    "accent": ("selected", "accent"),
    "green": ("green-soft", "green"),
    "amber": ("amber-soft", "amber-text"),
    "red": ("red-soft", "red"),
    "blue": ("blue-soft", "blue"),
}


class Badge(Painted):
    """A state in a word: 填报中 neutral, 待审核 accent, 已通过 green with a tick, 已退回 amber, 逾期 red."""

    def __init__(self, text: str = "", tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        """Show another state."""
        self._text, self._tone = text, tone
        self._icon = icon or ("check" if tone == "green" else "")
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, ink = _FILLS[self._tone]
        with QPainter(self) as painter:
            strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS_SMALL, fill)
            room = QRectF(self.rect()).adjusted(6, 0, -6, 0)
            if self._icon:
                strokes.picture(painter, 6, 4, self._icon, 12, ink)
                room.adjust(16, 0, 0, 0)
            strokes.text(painter, room, self._text, ink, theme.SMALL)

    def sizeHint(self) -> QSize:
        icon = 16 if self._icon else 0
        return QSize(round(strokes.width(self._text, theme.SMALL) + 0.5) + 12 + icon, theme.BADGE)


class Counter(Painted):
    """How many wait: a pill of 16; over 99 it says 99+."""

    def __init__(self, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number; nothing is drawn for 0."""
        self._text = counter_text(count)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            with QPainter(self) as painter:
                paint_counter(painter, QRectF(self.rect()), self._text)

    def sizeHint(self) -> QSize:
        return QSize(round(counter_width(self._text)), theme.COUNTER)


class KeyCap(Painted):
    """A shortcut as the key it is: Ctrl K."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys = keys
        self.setAccessibleName(keys)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS_SMALL, "", "rule-strong")
            strokes.text(painter, self.rect(), self._keys, "text-3", theme.SMALL, alignment=strokes.CENTER)

    def sizeHint(self) -> QSize:
        return QSize(round(strokes.width(self._keys, theme.SMALL)) + 12, 18)


def counter_text(count: int) -> str:
    """Write a count for a pill: "" for 0, 99+ above 99."""
    return "99+" if count > 99 else str(count) if count > 0 else ""


def counter_width(text: str) -> float:
    """Measure the pill for ``text``: a circle for one figure."""
    return max(float(theme.COUNTER), strokes.width(text, theme.SMALL) + 8) if text else 0.0


def paint_counter(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw the pill."""
    strokes.rounded(painter, rect, rect.height() / 2, "accent")
    strokes.text(painter, rect, text, "on-accent", theme.SMALL, alignment=strokes.CENTER)
