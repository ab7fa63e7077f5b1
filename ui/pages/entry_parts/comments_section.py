"""批注 in the details panel: what was said about this indicator in the quarter, and a field to say something."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.reviews import Comment
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.errors import UserError
from perftrack.services import commenting
from ui import theme, widgets
from ui.models.drafts import CellKey
from ui.pages.entry_parts.section import DetailsSection
from ui.session import Session


class CommentsSection(DetailsSection):
    """A remark is said with Enter and never by leaving: what is being written waits in its field, per indicator."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._place: tuple[str, str, int] = ("", "", 0)
        self._shown: tuple[tuple[Comment, ...], str] | None = None
        self._being_written: dict[tuple[str, str, int], str] = {}
        self._title = widgets.SectionTitle("")
        self._lines: list[QWidget] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._send)
        self.field.textEdited.connect(self._written)
        self._error = widgets.label("", theme.SMALL, "red")
        self._error.setWordWrap(True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addLayout(self._body)
        column.addWidget(self.field)
        column.addWidget(self._error)
        self.retranslate()

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show the remarks; they may be added also where values are settled."""
        plan = card.plan
        place = (plan.id, score.indicator.id, int(card.quarter))
        if place != self._place:
            self._being_written[self._place] = self.field.text()
            self._place = place
            found = self.drafts.get(self._key())
            self.field.setText(self._being_written.pop(place, "") or (found.text if found else ""))
            self._show_refusal("")
        workspace = self.session.workspace
        may = workspace.actor.may(Act.COMMENT, plan.id, plan.section) and not workspace.read_only
        said = tuple(
            each
            for each in commenting.comments(workspace, plan.id)
            if each.indicator_id == score.indicator.id and each.quarter is card.quarter
        )
        self.field.setVisible(may)
        self.setVisible(may or bool(said))
        me = workspace.actor.name or ""
        if self._shown != (said, me):
            self._shown = (said, me)
            self._show_lines(said, may=may)

    def lines(self) -> list[QWidget]:
        """The remarks shown, oldest first."""
        return list(self._lines)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.set_text(self.tr("Comments"))
        self.setAccessibleName(self.tr("Comments"))
        self.field.setPlaceholderText(self.tr("Comment, Enter sends it"))
        self.field.setAccessibleName(self.tr("Comment"))
        self._shown = None

    def _show_lines(self, said: tuple[Comment, ...], *, may: bool) -> None:
        focused = QApplication.focusWidget()
        stood = focused is not None and any(line.isAncestorOf(focused) for line in self._lines)
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        actor = self.session.workspace.actor
        self._lines = [
            self._line(each, own=may and (actor.everything or each.person == (actor.name or ""))) for each in said
        ]
        for line in self._lines:
            self._body.addWidget(line)
        if stood:
            self.field.setFocus()

    def _line(self, comment: Comment, *, own: bool) -> QWidget:
        line = QWidget()
        words = widgets.label(comment.words)
        words.setWordWrap(True)
        time = f"{comment.time[5:10]} {comment.time[11:16]}"
        who = widgets.ElidedLabel(f"{time}　{comment.person or self.tr('unnamed')}", theme.SMALL, "text-2")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(who, 1)
        if own:
            link = widgets.link(self.tr("Take back"), size=theme.SMALL)
            link.setAccessibleDescription(comment.words)
            link.clicked.connect(lambda: self._take_back(comment))
            head.addWidget(link)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(words)
        return line

    def _key(self) -> CellKey:
        return self._place[1], "comment", self._place[2]

    def _written(self, words: str) -> None:
        """Keep what is being written, so that a crash loses nothing."""
        self._show_refusal("")
        self._forget_draft()
        if words.strip():
            self.drafts.typing(self._key(), words)

    def _forget_draft(self) -> None:
        self.drafts.end_typing(self._key())
        if self.drafts.drop(self._key()):
            self.drafts_changed.emit()

    def _send(self) -> None:
        plan_id, indicator_id, quarter = self._place
        words = self.field.text()
        if not words.strip():
            return
        try:
            changes = commenting.comment(self.session.workspace, plan_id, Quarter(quarter), words, indicator_id)
        except UserError as error:
            self._show_refusal(self.session.speaker.error(error))
            return
        self.field.clear()
        self._forget_draft()
        self.recorded.emit(changes)

    def _take_back(self, comment: Comment) -> None:
        try:
            changes = commenting.remove_comment(self.session.workspace, comment.id)
        except UserError as error:
            self._show_refusal(self.session.speaker.error(error))
            return
        self.recorded.emit(changes)

    def _show_refusal(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
