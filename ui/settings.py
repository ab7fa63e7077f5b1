"""The one door to what the window remembers between two runs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:  # the first window has neither
    from PySide6.QtWidgets import QHeaderView, QSplitter

_RECENT = 8


class Settings:
    """Plain values under named keys. Nothing in here is ever needed: what does not read is forgotten."""

    def __init__(self, store: QSettings | None = None) -> None:
        """``store``: another place than the user's own, for tests and pictures."""
        self._store = QSettings() if store is None else store

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int = 0) -> int:
        """A remembered whole number."""
        try:
            return int(str(self._store.value(key, default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool = False) -> bool:
        """A remembered yes or no."""
        return self.number(key, int(default)) != 0

    def blob(self, key: str) -> QByteArray:
        """A remembered state of Qt's, empty if there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember a value."""
        self._store.setValue(key, int(value) if isinstance(value, bool) else value)

    def recent(self) -> list[Path]:
        """The files opened last, newest first, those that are still there."""
        names = self.text("files/recent").split("\n")
        return [path for name in names if name and (path := Path(name)).exists()]

    def opened(self, path: Path) -> None:
        """Note that a file was opened."""
        others = [other for other in self.recent() if other != path]
        self.keep("files/recent", "\n".join(str(each) for each in [path, *others][:_RECENT]))
        self.keep("files/last", str(path))

    def last_file(self) -> Path | None:
        """The file that was open when the program ended, if it is still there."""
        name = self.text("files/last")
        return Path(name) if name and Path(name).exists() else None

    def closed(self) -> None:
        """Note that the file was closed on purpose: the next start shows the first page."""
        self.keep("files/last", "")

    def place(self, file_id: str) -> tuple[int, int]:
        """The year and quarter a file was left at; (0, 0) if it was never open here."""
        return self.number(f"places/{file_id}/year"), self.number(f"places/{file_id}/quarter")

    def keep_place(self, file_id: str, year: int, quarter: int) -> None:
        """Remember the year and quarter of a file."""
        self.keep(f"places/{file_id}/year", year)
        self.keep(f"places/{file_id}/quarter", quarter)

    def remember_splitter(self, key: str, splitter: "QSplitter", default: Sequence[int]) -> None:
        """Bring back where the handles of ``splitter`` were, and keep where they go from now on."""
        if not splitter.restoreState(self.blob(f"splitters/{key}")):
            splitter.setSizes(list(default))
        splitter.splitterMoved.connect(lambda: self.keep(f"splitters/{key}", splitter.saveState()))

    def remember_columns(self, key: str, header: "QHeaderView") -> None:
        """Bring back the widths the user gave to columns, and keep those given from now on."""
        count, free = header.count(), header.ResizeMode.Interactive
        for section, width in enumerate(self.text(f"columns/{key}/{count}").split(",")):
            if width.isdigit() and section < count and header.sectionResizeMode(section) == free:
                header.resizeSection(section, int(width))
        header.sectionResized.connect(lambda: self._keep_columns(key, header))

    def _keep_columns(self, key: str, header: "QHeaderView") -> None:
        widths = ",".join(str(header.sectionSize(section)) for section in range(header.count()))
        self.keep(f"columns/{key}/{header.count()}", widths)
