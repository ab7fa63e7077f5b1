"""A segmented control: one of a few, all in sight."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.focus import ring


class Segment(QAbstractButton):
    """One part of :class:`Segments`; ``icon`` 12 or 16 px before the word, ``menu``: a chevron after it."""

    def __init__(self, text: str, parent: QWidget, icon: str = "", faint: bool = False, menu: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(not menu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if menu else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.icon_name, self.faint, self.menu = icon, faint, menu
        self.first = self.last = False
        ring(self)

    def _icon_size(self) -> int:
        return 12 if self.icon_name == "lock" else 16

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text-3"
        if self.isChecked():
            return "accent"
        if self.menu:
            return "text"
        return "text-3" if self.faint else "text-2"

    def _content_width(self) -> float:
        # Measured bold whether current or not, so that choosing does not move the others.
        width = strokes.width(self.text(), theme.BODY, not self.menu)
        if self.icon_name:
            width += self._icon_size() + 6
        return width + (20 if self.menu else 0)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        # Ends reach beyond the widget on their inner side: only the outer corners are round.
        box.adjust(0 if self.first else -12, 0, 0 if self.last else 12, 0)
        hovered = self.underMouse() and self.isEnabled()
        fill = "selected" if self.isChecked() else "hover" if hovered else "raised"
        strokes.rounded(painter, box, theme.RADIUS, fill, "rule-strong")
        if not self.first:
            strokes.rule(painter, 0, 1, self.height() - 2, "rule", upright=True)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_ground(painter)
            ink, bold, size = self._ink(), self.isChecked(), self._icon_size()
            taken = strokes.width(self.text(), theme.BODY, bold)
            whole = taken + (size + 6 if self.icon_name else 0) + (20 if self.menu else 0)
            x, middle = (self.width() - whole) / 2, self.height() / 2
            if self.icon_name:
                strokes.picture(painter, round(x), round(middle - size / 2), self.icon_name, size, ink)
                x += size + 6
            box = QRectF(x, 0, min(taken + 1, self.width() - x), self.height())
            strokes.text(painter, box, self.text(), ink, theme.BODY, bold)
            if self.menu:
                strokes.picture(painter, round(x + taken) + 4, round(middle) - 8, "down", 16, ink)

    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width()) + 24, theme.CONTROL)


class Segments(QWidget):
    """An exclusive choice. The arrow keys move it, Tab enters and leaves it."""

    chosen = Signal(int)
    """The user chose the entry with this index; not emitted by :meth:`set_current`."""
    lead_clicked = Signal()
    """The leading menu part (the year) was pressed."""

    def __init__(
        self,
        words: Sequence[str],
        parent: QWidget | None = None,
        *,
        name: str = "",
        icons: Sequence[str] = (),
        lead: str = "",
        height: int = theme.CONTROL,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._lead = Segment(lead, self, menu=True) if lead else None
        self._parts: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        if self._lead is not None:
            self._row.addWidget(self._lead)
            self._lead.clicked.connect(self.lead_clicked)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for i, word in enumerate(words):
            part = Segment(word, self, icon=icons[i] if i < len(icons) else "")
            self._group.addButton(part, i)
            self._parts.append(part)
            self._row.addWidget(part, 1)
        self._group.idClicked.connect(self.chosen)
        self._group.idToggled.connect(lambda _index, _on: self._stop_at_current())
        self._mark_ends()
        theme.changed.connect(self.update)
        if self._parts:
            self.set_current(0)

    def current(self) -> int:
        """Give the index of the current entry."""
        return self._group.checkedId()

    def set_current(self, index: int) -> None:
        """Show ``index`` as current without emitting :attr:`chosen`."""
        self._parts[index].setChecked(True)

    def set_word(self, index: int, word: str) -> None:
        """Rename an entry."""
        self._parts[index].setText(word)
        self._parts[index].updateGeometry()

    def set_locked(self, indexes: Collection[int]) -> None:
        """Put a lock before these entries; they can still be chosen. Their accessible text says so."""
        for i, part in enumerate(self._parts):
            part.icon_name = "lock" if i in indexes else ""
            part.setAccessibleDescription(self.tr("Locked") if i in indexes else "")
            part.updateGeometry()
            part.update()

    def set_faint(self, indexes: Collection[int]) -> None:
        """Write these entries faintly: quarters to come. They can still be chosen."""
        for i, part in enumerate(self._parts):
            part.faint = i in indexes
            part.update()

    def set_lead(self, word: str) -> None:
        """Rename the leading menu part."""
        if self._lead is not None:
            self._lead.setText(word)
            self._lead.updateGeometry()
            self._lead.update()

    def part(self, index: int) -> Segment:
        """Give an entry, to disable it or to set its tooltip."""
        return self._parts[index]

    def lead(self) -> Segment | None:
        """Give the leading menu part, to hang a menu below it."""
        return self._lead

    def _stop_at_current(self) -> None:
        """Tab stops at what is current; Qt sees to that only once one of them has had the focus."""
        for part in self._parts:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _mark_ends(self) -> None:
        everyone = [*([self._lead] if self._lead else []), *self._parts]
        for part in everyone:
            part.first, part.last = part is everyone[0], part is everyone[-1]
