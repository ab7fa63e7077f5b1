"""记录: who stored which value of a cell when, read from the journal of the open file."""

import json
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.services.workspace import Workspace
from ui import formatting, theme, widgets

_SHOWN = 6


class JournalLines(QWidget):
    """The newest lines first; at most six."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines = [self._new_line(place) for place in range(_SHOWN)]

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show (time, what, who)."""
        for place, parts in enumerate(self._lines):
            known = place < len(lines)
            for part, words in zip(parts, lines[place] if known else ("", "", ""), strict=True):
                part.set_text(words)
                part.setVisible(known)

    def _new_line(self, place: int) -> tuple[widgets.ElidedLabel, ...]:
        tones = ("text-2", "text", "text-3")
        parts = tuple(widgets.ElidedLabel(size=theme.SMALL, tone=tone) for tone in tones)
        for column, part in enumerate(parts):
            part.hide()
            self._grid.addWidget(part, place, column)
        return parts


def journal_of(workspace: Workspace, indicator_id: str, quarter: Quarter) -> list[tuple[str, str, str]]:
    """What was stored in one value cell, newest first, as (time, before → after, person)."""
    found = []
    for entry in workspace.journal(entity="actual", key=f"{indicator_id}/{int(quarter)}"):
        after, before = _value(entry.after), _value(entry.before)
        what = after if entry.before is None else f"{before} → {after}"
        moment = datetime.fromisoformat(entry.time).astimezone()
        found.append((moment.strftime("%m-%d %H:%M"), what, entry.person or entry.os_user))
    return found[::-1]


def _value(row: str | None) -> str:
    """The value in a row of the journal: as typed, or the grade with its share."""
    if row is None:
        return formatting.NOTHING
    stored = json.loads(row)
    if not isinstance(stored, dict):
        return formatting.NOTHING
    grade, share = stored.get("grade"), stored.get("share")
    graded = f"{grade} {share}%" if grade and share else str(grade or "")
    return " ".join(part for part in (stored.get("value") or "", graded) if part) or formatting.NOTHING
