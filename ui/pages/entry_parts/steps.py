"""得分说明 as lines: the topic at the left, what happened at the right; copied as text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from perftrack.domain.explanation import Step
from perftrack.services.messages import Speaker
from ui import theme, widgets

_TOPIC = 44


class StepLines(QWidget):
    """Labels are kept and only get other words, so typing does not rebuild the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _TOPIC)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_steps(self, steps: Sequence[Step], speaker: Speaker) -> None:
        """Show ``steps`` in words."""
        before = ""
        for place, step in enumerate(steps):
            topic, words = self._line(place)
            topic.setText("" if step.topic == before else speaker.topic(step.topic))
            words.setText(speaker.step(step))
            widgets.set_tone(words, "text-2" if step.depth or step.topic == "pack" else "text")
            topic.show()
            words.show()
            before = step.topic
        for topic, words in self._lines[len(steps) :]:
            topic.hide()
            words.hide()

    def text(self) -> str:
        """Everything shown, for the clipboard and for tests."""
        return "\n".join(f"{topic.text()} {words.text()}".strip() for topic, words in self._lines if words.text())

    def _line(self, place: int) -> tuple[QLabel, QLabel]:
        if place == len(self._lines):
            topic = widgets.label("", theme.SMALL, "text-2")
            words = widgets.label("", theme.SMALL)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(topic, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1)
            self._lines.append((topic, words))
        return self._lines[place]
