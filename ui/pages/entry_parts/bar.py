"""The foot of the entry page: what is still missing or where the quarter stands, in words; check and submission."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme, widgets

_NAMED = 2


class EntryBar(QWidget):
    """56 high; the words lead to the first thing missing. The filled button is the next sensible act."""

    missing_requested = Signal()
    check_requested = Signal()
    submit_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.ACTION_BAR)
        self._icon = widgets.Icon("check", 16, "green")
        self._main = widgets.ElidedLabel()
        self._more = widgets.ElidedLabel(tone="text-2")
        self.lead = widgets.link("", size=theme.SMALL)
        self.lead.clicked.connect(self.missing_requested)
        self._why = widgets.label("", theme.SMALL, "text-2")
        self.withdraw = widgets.secondary("", icon="undo")
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.submit = widgets.secondary("")
        self.submit.clicked.connect(self.submit_requested)
        self.check = widgets.primary("")
        self.check.clicked.connect(self.check_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._main)
        row.addSpacing(6)
        row.addWidget(self._more)
        row.addWidget(self.lead)
        row.addStretch(1)
        row.addWidget(self._why)
        row.addSpacing(6)
        for button in (self.withdraw, self.submit, self.check):
            row.addWidget(button)

    def show_standing(self, words: str, icon: str, token: str, more: str = "") -> None:
        """Say where a quarter stands that is no longer being filled in."""
        self._icon.set_icon(icon, token)
        self._main.set_text(words)
        self._main.show()
        self._more.set_text(more)
        self._more.setVisible(bool(more))
        self.lead.hide()

    def show_acts(self, *, submit: bool, withdraw: bool, ready: bool, why: str) -> None:
        """Offer what may be done now; ``why`` says what keeps a plan from being submitted."""
        for button, shown in ((self.submit, submit), (self.withdraw, withdraw)):
            if not shown and button.hasFocus():
                self.check.setFocus()  # else the focus would leave the page with the button
            button.setVisible(shown)
        self.submit.setEnabled(ready)
        self.submit.setAccessibleDescription(why)
        self.submit.set_kind("primary" if submit and ready else "secondary")
        self.check.set_kind("primary" if submit and not ready else "secondary")
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def show_missing(
        self, values: Sequence[str], grades: Sequence[str], funds: int, refused: int, unsaved: int, remedies: int
    ) -> None:
        """``values`` and ``grades``: names of indicators without one; the rest are counts."""
        main = self._named(values, grades, funds)
        more = [
            words
            for count, words in (
                (refused, self.tr("%n not accepted", "", refused)),
                (unsaved, self.tr("%n not saved", "", unsaved)),
                (remedies, self.tr("%n without cause or remedy", "", remedies)),
            )
            if count
        ]
        done = not (main or more)
        self._icon.set_icon("check" if done else "warn", "green" if done else "amber-text")
        self._main.set_text(self.tr("Everything is filled in") if done else main)
        self._main.setVisible(done or bool(main))
        self._more.set_text("　".join(more))
        self._more.setVisible(bool(more))
        self.lead.setVisible(not done)

    def _named(self, values: Sequence[str], grades: Sequence[str], funds: int) -> str:
        parts = []
        for names, one, many in (
            (values, self.tr("%1 not filled in"), self.tr("%1 and %2 more not filled in")),
            (grades, self.tr("%1 without a grade"), self.tr("%1 and %2 more without a grade")),
        ):
            if names and len(names) <= _NAMED:
                parts.append(one.replace("%1", self.tr(", ").join(names)))
            elif names:
                shown = self.tr(", ").join(names[:_NAMED])
                parts.append(many.replace("%1", shown).replace("%2", str(len(names) - _NAMED)))
        if funds:
            parts.append(self.tr("spending of %n not filled in", "", funds))
        return self.tr("Missing: %1").replace("%1", self.tr("; ").join(parts)) if parts else ""

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.lead.setText(self.tr("Go there"))
        self.check.setText(self.tr("Check"))
        self.submit.setText(self.tr("Submit"))
        self.submit.setToolTip(self.tr("Hand the quarter to its reviewers (Ctrl+Shift+Enter)"))
        self.withdraw.setText(self.tr("Withdraw"))
        self.check.setToolTip(self.tr("List what a careful reader would point out"))
