"""Words and rules: labels in a tone, section titles, shortened names, lines."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.painted import Painted


def label(
    text: str = "", size: int = theme.BODY, tone: str = "text", bold: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Make a label of plain text; ``tone`` is a text token and follows the scheme."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(theme.font(size, bold))
    result.setProperty("tone", tone)
    return result


def set_tone(target: QLabel, tone: str) -> None:
    """Change the tone of a label made by :func:`label`."""
    if target.property("tone") != tone:
        target.setProperty("tone", tone)
        target.style().unpolish(target)
        target.style().polish(target)


def fill(target: QWidget, token: str) -> QWidget:
    """Give a plain widget a ground that follows the scheme: window, surface, sunken, raised, grey-soft …"""
    target.setProperty("fill", token)
    target.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    target.style().unpolish(target)
    target.style().polish(target)
    return target


class ElidedLabel(Painted):
    """One line, shortened with … where it does not fit; the tooltip then has the whole."""

    def __init__(
        self,
        text: str = "",
        size: int = theme.BODY,
        tone: str = "text",
        bold: bool = False,
        parent: QWidget | None = None,
        alignment: Qt.AlignmentFlag = strokes.LEFT,
    ) -> None:
        super().__init__(parent)
        self._size, self._tone, self._bold, self._alignment = size, tone, bold, alignment
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        """Give the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self._renew_tip()
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    def _room(self) -> float:
        return strokes.width(self._text, self._size, self._bold)

    def _renew_tip(self) -> None:
        self.setToolTip(self._text if self._room() > self.width() + 1 else "")

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tone = self._tone if self.isEnabled() else "text-3"
            strokes.text(painter, self.rect(), self._text, tone, self._size, self._bold, self._alignment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._renew_tip()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(round(self._room() + 0.5) + 1, theme.LINE.get(self._size, self._size + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(32, self.sizeHint().width()), self.sizeHint().height())


class Rule(Painted):
    """A line of one pixel, sharp at any scale; ``upright`` for the few places where a vertical rule has meaning."""

    def __init__(self, token: str = "rule", upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token, self._upright = token, upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            length = self.height() if self._upright else self.width()
            strokes.rule(painter, 0, 0, length, self._token, self._upright)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)


class SectionTitle(QWidget):
    """A bold title with a quiet note after it, room for controls at the right, and a rule below if wanted."""

    def __init__(self, text: str, note: str = "", parent: QWidget | None = None, *, ruled: bool = False) -> None:
        super().__init__(parent)
        self._title = label(text, bold=True)
        self._note = ElidedLabel(note, theme.SMALL, "text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)
        column.addLayout(self._row)
        if ruled:
            column.addWidget(Rule("rule-strong"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_note(self, note: str) -> None:
        """Change the note."""
        self._note.set_text(note)

    def add(self, control: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(control)


class Dot(Painted):
    """The 6 px dot of what is not saved yet, or another token."""

    def __init__(self, token: str = "amber", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = QRect(0, 0, 6, 6)
            box.moveCenter(self.rect().center())
            strokes.rounded(painter, box.toRectF(), 3, self._token)

    def sizeHint(self) -> QSize:
        return QSize(8, 16)


class Icon(Painted):
    """An icon that stands alone and follows the scheme."""

    def __init__(self, name: str, size: int = 16, token: str = "text-2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._token = name, size, token
        self.setFixedSize(size, size)

    def set_icon(self, name: str, token: str = "") -> None:
        """Show another icon, in another token if given."""
        self._name, self._token = name, token or self._token
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            strokes.picture(painter, 0, 0, self._name, self._size, self._token)
