"""截至某日: the page shows the file as it stood at the end of a day, under a tinted banner, until one goes back."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QToolButton, QWidget

from perftrack.errors import UserError
from perftrack.services import asof
from perftrack.services.workspace import Workspace
from ui import assets, theme, widgets
from ui.session import Session

_DAY_WIDTH = 128


class PastBanner(widgets.Entrance):
    """Says which day is shown and that it is for reading; another day and today are one step away."""

    day_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        widgets.fill(self, "amber-soft")
        self._busy: tuple[date, ...] = ()
        self._limits = date.min, date.max
        self._words = widgets.ElidedLabel(tone="amber-text")
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setKeyboardTracking(False)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.back = widgets.secondary("")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PANEL_PADDING, theme.HALF)
        row.setSpacing(theme.SPACE)
        row.addWidget(widgets.Icon("history", 16, "amber-text"))
        row.addWidget(self._words, 1)
        row.addWidget(self.day)
        row.addWidget(self.back)
        self.day.dateChanged.connect(self._choose)
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.setFocusProxy(self.day)
        theme.changed.connect(self._colour)
        self.hide()
        self._retranslate()

    def offer(self, first: date, last: date, busy: dict[date, int]) -> None:
        """Let days from ``first`` to ``last`` be chosen; those on which something was stored stand out.

        The field takes whole years: typed part by part, a day within the limits may lie outside on the way.
        """
        quiet = self.day.blockSignals(True)
        self._limits = first, last
        self.day.setDateRange(QDate(first.year, 1, 1), QDate(last.year, 12, 31))
        self.day.blockSignals(quiet)
        self._busy = tuple(busy)
        self._colour()

    def show_day(self, day: date) -> None:
        """Say that ``day`` is shown, without choosing it."""
        quiet = self.day.blockSignals(True)
        self.day.setDate(_qt(day))
        self.day.blockSignals(quiet)
        self._retranslate()

    def _choose(self, day: QDate) -> None:
        first, last = self._limits
        self.day_chosen.emit(min(max(date(day.year(), day.month(), day.day()), first), last))

    def _colour(self) -> None:
        calendar, strong, weekend = self.day.calendarWidget(), QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        strong.setForeground(theme.color("accent"))
        weekend.setForeground(theme.color("text-2"))
        for name in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(name, weekend)
        calendar.setDateTextFormat(QDate(), QTextCharFormat())  # those of before
        for day in self._busy:
            calendar.setDateTextFormat(_qt(day), strong)
        for part, icon in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            step = calendar.findChild(QToolButton, part)
            if isinstance(step, QToolButton):
                step.setIcon(assets.icon(icon))

    def _retranslate(self) -> None:
        shown = self.day.date().toString("yyyy-MM-dd")
        words = self.tr("As of the end of %1, read-only").replace("%1", shown)
        self._words.set_text(words)
        self.setAccessibleName(words)
        self.day.setAccessibleName(self.tr("Day shown"))
        self.back.setText(self.tr("Back to today"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class AsOf(QObject):
    """Which workspace the page reads: the live one, or one of a past day. The page is told when it is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._past: Workspace | None = None
        self.banner = PastBanner()
        self.button = widgets.quiet("", "history")
        self.button.clicked.connect(self.enter)
        self.banner.day_chosen.connect(self.show_day)
        self.banner.left.connect(self.leave)
        session.events.opened.connect(self._forget)
        session.events.closed.connect(self._forget)
        self.retranslate()

    @property
    def workspace(self) -> Workspace:
        """What is read now."""
        return self._past or self._session.workspace

    @property
    def is_past(self) -> bool:
        """Whether a past day is shown."""
        return self._past is not None

    @property
    def day(self) -> str:
        """The past day shown, as ISO text; empty for the live file."""
        return self.banner.day.date().toString("yyyy-MM-dd") if self.is_past else ""

    def enter(self) -> None:
        """Show the last day before today on which something was stored, else today; the day waits to be typed."""
        busy = asof.days(self._session.workspace)
        today = max(self._session.workspace.now().date(), *busy)
        before = [day for day in busy if day < today]
        self.banner.offer(min(busy), today, busy)
        self.show_day(max(before) if before else today)
        if self.is_past:
            self.banner.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date) -> None:
        """Show the file at the end of ``day``; what cannot be shown leaves what is shown."""
        try:
            past = asof.as_of(self._session.workspace, day)
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return
        self._close()
        self._past = past
        self.banner.show_day(day)
        self.banner.show()
        self.button.hide()
        self.changed.emit()

    def leave(self) -> None:
        """Show the live file again."""
        if self.is_past:
            self._forget()
            self.changed.emit()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.button.setText(self.tr("Past day"))
        self.button.setToolTip(self.tr("Show the scorecard as it stood on a past day"))
        self.button.setAccessibleName(self.tr("Show the scorecard as it stood on a past day"))

    def _forget(self) -> None:
        self._close()
        self.banner.hide()
        self.button.show()

    def _close(self) -> None:
        if self._past is not None:
            self._past.close()
            self._past = None


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
