"""The head of the entry page: which plan, how complete, the running score, pasting and the details."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme, widgets
from ui.models.locking import Lock


class EntryHead(QWidget):
    """64 high. Says wishes by signals and decides nothing."""

    plan_chosen = Signal(str)
    paste_requested = Signal()
    details_toggled = Signal(bool)
    filter_requested = Signal()
    columns_requested = Signal()
    set_aside_requested = Signal(str)
    """``drop`` or ``restore`` the project shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: list[tuple[str, str]] = []
        self._current = ""
        self._offer = ""
        self.setFixedHeight(theme.PAGE_HEAD)
        self.chooser = widgets.Button(
            kind="quiet", text_size=theme.TITLE, bold=True, trailing="down", token="text", flush=True
        )
        self.chooser.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.chooser.clicked.connect(self._open_menu)
        self.badge = widgets.Badge()
        self.late = widgets.Badge()
        self.late.hide()
        self._score_word = widgets.label("", theme.SMALL, "text-2")
        self._score = widgets.label("", theme.TITLE, "text", bold=True)
        self._rating = widgets.label("", theme.BODY, "text-2")
        self._missing = widgets.label("", theme.SMALL, "text-2")
        self.paste = widgets.quiet("", "import")
        self.paste.clicked.connect(self.paste_requested)
        self.filter = widgets.icon_button("filter", "", size=16)
        self.filter.setCheckable(True)
        self.filter.clicked.connect(self._ask_filter)
        self.columns = widgets.icon_button("settings", "", size=16)
        self.columns.clicked.connect(self.columns_requested)
        self.details = widgets.quiet("", "panel")
        self.details.setCheckable(True)
        self.details.toggled.connect(self.details_toggled)
        rule = widgets.Rule("rule-strong", upright=True)
        rule.setFixedSize(1, 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING - theme.SPACE, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.chooser)
        row.addSpacing(theme.HALF)
        row.addWidget(self.badge)
        row.addWidget(self.late)
        row.addStretch(1)
        for part in (self._score_word, self._score, self._rating, self._missing):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(theme.SPACE)
        row.addWidget(rule)
        row.addWidget(self.filter)
        row.addWidget(self.columns)
        row.addWidget(self.paste)
        row.addWidget(self.details)

    def show_plans(self, plans: Sequence[tuple[str, str]], current: str) -> None:
        """Offer plans as (id, name); ``current`` is the one shown."""
        self._plans, self._current = list(plans), current
        name = next((words for plan, words in plans if plan == current), "")
        self.chooser.setText(name)
        self.chooser.setToolTip(name)
        self.chooser.setAccessibleName(self.tr("Plan: %1").replace("%1", name))
        self.chooser.updateGeometry()

    def show_nothing(self, nothing: bool) -> None:
        """Without a plan there is nothing to choose, to tell or to paste into."""
        for part in (
            self.chooser, self.badge, self._score_word, self._score, self._rating, self.filter, self.columns,
            self.paste, self.details,
        ):  # fmt: skip
            part.setHidden(nothing)
        for part in (self.late, self._missing):  # these show themselves where there is something to say
            part.setHidden(nothing or part.isHidden())

    def offer_set_aside(self, offer: str) -> None:
        """Offer to ``drop`` or ``restore`` the project in the menu, or neither."""
        self._offer = offer

    def show_score(self, card: Scorecard, previewed: bool = False) -> None:
        """Show the total with its rating and what is missing; ``previewed``: not stored yet."""
        gone = card.plan.dropped is not None
        missing = 0 if gone else len(card.missing)
        silent = gone or not card.reported  # 0.00 and 差 would be said of somebody who has not spoken
        self._score.setText(formatting.NOTHING if silent else formatting.points(card.total))
        self._rating.setText("" if silent else card.rating.value)
        self._missing.setText(self.tr("%n missing", "", missing) if missing else "")
        self._missing.setVisible(bool(missing))
        widgets.set_tone(self._score, "accent" if previewed else "text")
        self._score.setAccessibleName(f"{self._score_word.text()} {self._score.text()} {self._rating.text()}".strip())

    def show_state(self, missing: int, lock: Lock) -> None:
        """Show how far the quarter is filled in, or why nothing may be typed."""
        words = {
            Lock.READ_ONLY: self.tr("Read-only"),
            Lock.CLOSED: self.tr("Year closed"),
            Lock.LOCKED: self.tr("Locked"),
            Lock.SUBMITTED: self.tr("Submitted"),
            Lock.APPROVED: self.tr("Approved"),
            Lock.DROPPED: self.tr("Not applicable"),
            Lock.NOT_ALLOWED: self.tr("May not enter"),
        }
        if lock is Lock.APPROVED:
            self.badge.set_state(words[lock], "green", "check")
        elif lock is Lock.SUBMITTED:
            self.badge.set_state(words[lock], "accent")
        elif lock is not Lock.NONE:
            self.badge.set_state(words[lock], "neutral", "lock")
        elif missing:
            self.badge.set_state(self.tr("Being filled in"), "neutral")
        else:
            self.badge.set_state(self.tr("All filled in"), "green")
        self.paste.setEnabled(lock is Lock.NONE)

    def show_filtered(self, on: bool) -> None:
        """Show whether a filter is on."""
        self.filter.setChecked(on)

    def _ask_filter(self) -> None:
        self.filter.setChecked(not self.filter.isChecked())  # what is chosen decides, not the press
        self.filter_requested.emit()

    def show_review(self, word: str, tone: widgets.Tone, late: str, *, locked: bool) -> None:
        """Show in a word how far the quarter has come, and how late it is ("" for in time).

        Without a word the badge goes on saying why nothing may be typed.
        """
        if word:
            self.badge.set_state(word, tone, "lock" if locked else "")
        self.late.set_state(late, "red")
        self.late.setVisible(bool(late))

    def step(self, forward: bool) -> None:
        """Ask for the next or the previous plan."""
        ids = [plan for plan, _ in self._plans]
        if self._current in ids and len(ids) > 1:
            self.plan_chosen.emit(ids[(ids.index(self._current) + (1 if forward else -1)) % len(ids)])

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._score_word.setText(self.tr("Score"))
        self.paste.setText(self.tr("Paste from Excel"))
        self.paste.setToolTip(self.tr("Put the copied block in from the current cell on (Ctrl+V)"))
        for button, words in (
            (self.filter, self.tr("Filter rows")),
            (self.columns, self.tr("Columns")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.details.setText(self.tr("Details"))
        self.details.setToolTip(self.tr("Limits, history and explanation of the current cell (Ctrl+Enter)"))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for plan, name in self._plans:
            action = QAction(name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(plan == self._current)
            action.triggered.connect(lambda _checked=False, plan=plan: self.plan_chosen.emit(plan))
            group.addAction(action)
            menu.addAction(action)
        if self._offer:
            menu.addSeparator()
            words = self.tr("Set this plan aside this year") if self._offer == "drop" else self.tr("Take back in")
            menu.addAction(words, lambda: self.set_aside_requested.emit(self._offer))
        menu.popup(self.chooser.mapToGlobal(QPoint(0, self.chooser.height())))


def full_points(value: Decimal) -> str:
    """Points of a weight: no zeros that say nothing."""
    return formatting.number(value.normalize()) if value else "0"
