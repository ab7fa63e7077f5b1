"""What happened, told to whoever shows it."""

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """The one place commands are announced at. Signals carry plain values."""

    changed = Signal(object, object)
    """A command was stored: its :class:`~perftrack.services.changes.Changes`, and who began it."""
    opened = Signal()
    """A file was opened; ``session.workspace`` is the new one."""
    closed = Signal()
    """The file is no longer open; ``session.workspace`` is None."""
