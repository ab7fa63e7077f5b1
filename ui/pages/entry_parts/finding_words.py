"""Find in the grids: which cells say the words, and going round them."""

from PySide6.QtCore import QObject

from ui.models.typed_grid import TypedGrid
from ui.pages.entry_parts.body import EntryBody
from ui.pages.entry_parts.view import EntryView
from ui.widgets.find_bar import FindBar


class WordFinder(QObject):
    """Connects the bar with both grids; the focus stays in the bar until it is closed."""

    def __init__(self, bar: FindBar, body: EntryBody, grids: tuple[TypedGrid, TypedGrid]) -> None:
        super().__init__(bar)
        self._bar, self._body, self._grids = bar, body, grids
        self._hits: list[tuple[TypedGrid, str, int]] = []
        self._at = -1
        bar.searched.connect(self._search)
        bar.stepped.connect(self._step)
        bar.closed.connect(self._close)

    def _search(self, words: str) -> None:
        self._hits = self._found(words)
        self._at = -1
        if self._hits:
            self._step(True)
        else:
            self._bar.show_count(0, 0)

    def _found(self, words: str) -> list[tuple[TypedGrid, str, int]]:
        if not words.strip():
            return []
        return [(model, owner, section) for model in self._grids for owner, section in model.matches(words.strip())]

    def _step(self, forward: bool) -> None:
        self._hits = self._found(self._bar.field.text())
        if not self._hits:
            self._bar.show_count(0, 0)
            return
        self._at = (self._at + (1 if forward else -1)) % len(self._hits) if self._at >= 0 or forward else -1
        self._at %= len(self._hits)
        model, owner, section = self._hits[self._at]
        self._view(model).go_to(model.reveal(owner), section)
        self._bar.show_count(self._at + 1, len(self._hits))

    def _view(self, model: TypedGrid) -> EntryView:
        return self._body.grid if model is self._grids[0] else self._body.funds

    def _close(self) -> None:
        at = self._hits[self._at][0] if 0 <= self._at < len(self._hits) else self._grids[0]
        self._view(at).setFocus()
