"""What was said and asked for: comments, corrective actions, and how the review went, as lines with their acts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme, widgets

_TIME, _WHO = 88, 128


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line: when, who, what; ``acts`` are (key, words) of links; ``tone`` of the words."""

    when: str
    who: str
    what: str
    acts: tuple[tuple[str, str], ...] = ()
    tone: str = "text"


class TalkList(QWidget):
    """A titled list of lines; hidden while it has neither lines nor a field."""

    act_requested = Signal(str, int)
    """A link was pressed: its key, the place of its line."""
    written = Signal(str)
    """Enter in the field below the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.SectionTitle("", ruled=True)
        self.add = widgets.link("", size=theme.BODY)
        self._title.add(self.add)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._rows: list[QWidget] = []
        self.field = QLineEdit()
        self.field.returnPressed.connect(lambda: self.written.emit(self.field.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.PAGE_PADDING, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(self._body)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.field)
        self.add.hide()
        self.field.hide()

    def show_lines(self, lines: Sequence[TalkLine]) -> None:
        """Show other lines."""
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place, line) for place, line in enumerate(lines)]
        for row in self._rows:
            self._body.addWidget(row)
        self.setVisible(bool(lines) or not self.field.isHidden() or not self.add.isHidden())

    def set_words(self, title: str, add: str = "", placeholder: str = "") -> None:
        """The title, the words of the link that adds, what the field is for."""
        self._title.set_text(title)
        self.setAccessibleName(title)
        self.add.setText(add)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)

    def _row(self, place: int, line: TalkLine) -> QWidget:
        result = QWidget()
        row = QHBoxLayout(result)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(theme.SPACE)
        when = widgets.label(line.when, theme.SMALL, "text-2")
        who = widgets.ElidedLabel(line.who, theme.SMALL, "text-2")
        when.setFixedWidth(_TIME)
        who.setFixedWidth(_WHO)
        what = widgets.label(line.what, tone=line.tone)
        what.setWordWrap(True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(what, 1)
        for key, words in line.acts:
            link = widgets.link(words, size=theme.BODY)
            link.setAccessibleDescription(line.what)
            link.clicked.connect(lambda _checked=False, key=key: self.act_requested.emit(key, place))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return result
