"""评判标准: what each grade of the indicator means, and where in the office the same grade was given."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from perftrack.domain.decimals import shortest
from perftrack.domain.rubrics import GradedElsewhere, tidied
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind
from perftrack.domain.terms import Grade, Rule
from perftrack.errors import UserError
from perftrack.services import rubrics
from ui import theme, widgets
from ui.models.drafts import CellKey
from ui.pages.entry_parts.titled import TitledSection
from ui.session import Session

_LINES, _MARGIN = (2, 5), 12
_MOST, _HIGHEST = 6, 220
_PLACE = Qt.ItemDataRole.UserRole + 1


class CriteriaEditor(QPlainTextEdit):
    """The criteria of one grade: two lines high, up to five. Tab goes on, Esc brings the stored text back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored = ""
        self.setTabChangesFocus(True)
        self.setFont(theme.font(theme.SMALL))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_stored(self, text: str) -> None:
        """Show the stored criteria; what is being typed stays."""
        if not self.hasFocus() or self.toPlainText() == self.stored:
            self.setPlainText(text)
        self.stored = text

    def _grow(self) -> None:
        least, most = _LINES
        lines = max(least, min(most, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self.stored)
        else:
            super().keyPressEvent(event)


class RubricSection(TitledSection):
    """The officer writes, everybody reads. Stored when the focus leaves the criteria."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._indicator, self._year = "", 0
        self._asked: tuple[str, Grade | None] = ("", None)
        self._editable = False
        self.editors: dict[Grade, CriteriaEditor] = {}
        self._texts: dict[Grade, QLabel] = {}
        for grade in Grade:
            self._add_grade(grade)
        self.column.addWidget(self.error)
        self._elsewhere_title = widgets.label("", theme.SMALL, "text-2")
        self._elsewhere_title.setWordWrap(True)
        self.elsewhere = QListWidget()
        self.elsewhere.setFont(theme.font(theme.SMALL))
        self.elsewhere.setWordWrap(True)
        self.elsewhere.setSpacing(theme.HALF // 2)
        self.elsewhere.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.elsewhere.itemActivated.connect(self._lead)
        self.column.addWidget(self._elsewhere_title)
        self.column.addWidget(self.elsewhere)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show the criteria of the indicator, and where the grade it has now was given too."""
        judged = score.target.kind is TargetKind.WORDS or score.rule is Rule.GRADE
        self.setVisible(judged and not score.excluded)
        if not judged or score.excluded:
            return
        item, workspace = score.indicator, self.session.workspace
        typing = card.plan is not workspace.plan(card.plan.id)
        moved = item.id != self._indicator
        if moved:
            self.show_refusal("")
        self._indicator, self._year = item.id, card.plan.year
        if not typing:
            self._editable = self.may_set_up(card.plan.year)
            self._show_criteria(rubrics.of_plan(workspace, card.plan.id).get(item.id, {}), moved)
        if not typing or (item.id, score.grade) != self._asked:
            self._asked = (item.id, score.grade)
            self._show_elsewhere(score.grade)

    def commit(self) -> None:
        """Store the criteria as they stand, if they differ."""
        if not self._indicator or not self._editable:
            return
        wanted = tidied({grade: editor.toPlainText() for grade, editor in self.editors.items()})
        if wanted == tidied({grade: editor.stored for grade, editor in self.editors.items()}):
            return
        try:
            changes = rubrics.set_rubric(self.session.workspace, self._indicator, wanted)
        except UserError as error:
            self.told(None, error)
            return
        for grade, editor in self.editors.items():
            editor.stored = wanted.get(grade, "")
            self._forget(grade)
        self.told(changes)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.title.set_text(self.tr("Criteria"))
        for grade, editor in self.editors.items():
            editor.setAccessibleName(self.tr("Criteria of %1").replace("%1", grade.value))
            editor.setPlaceholderText(self.tr("What must be the case"))
        self.elsewhere.setAccessibleName(self.tr("The same grade elsewhere"))

    def _add_grade(self, grade: Grade) -> None:
        editor, text = CriteriaEditor(), widgets.label("", theme.SMALL)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        editor.installEventFilter(self)
        box = QVBoxLayout()
        box.setSpacing(theme.HALF // 2)
        box.addWidget(widgets.label(grade.value, theme.SMALL, "text-2"))
        box.addWidget(editor)
        box.addWidget(text)
        self.column.addLayout(box)
        self.editors[grade], self._texts[grade] = editor, text
        editor.textChanged.connect(lambda: self._typed(grade))

    def _typed(self, grade: Grade) -> None:
        editor = self.editors[grade]
        if not editor.hasFocus() or not self._indicator:
            return
        if editor.toPlainText() == editor.stored:
            self._forget(grade)
        else:
            self.drafts.typing(self._key(grade), editor.toPlainText())

    def _key(self, grade: Grade) -> CellKey:
        """Criteria hold for the year; their drafts stand in its first quarter."""
        return self._indicator, f"criteria {grade}", 1

    def _forget(self, grade: Grade) -> None:
        self.drafts.end_typing(self._key(grade))
        if self.drafts.drop(self._key(grade)):
            self.drafts_changed.emit()

    def _show_criteria(self, criteria: dict[Grade, str], moved: bool) -> None:
        for grade, editor in self.editors.items():
            written = criteria.get(grade, "")
            if moved:
                editor.stored = editor.toPlainText()
            editor.show_stored(written)
            draft = self.drafts.get(self._key(grade))
            if draft is not None and not editor.hasFocus():
                editor.setPlainText(draft.text)
            editor.setVisible(self._editable)
            self._texts[grade].setText(written or "—")
            self._texts[grade].setVisible(not self._editable)

    def _show_elsewhere(self, grade: Grade | None) -> None:
        found: tuple[GradedElsewhere, ...] = ()
        if grade is not None:
            found = rubrics.used_elsewhere(self.session.workspace, self._year, self._indicator, grade)
        self.elsewhere.clear()
        for each in found[:_MOST]:
            item = QListWidgetItem(self._line(each))
            item.setData(_PLACE, (each.plan_id, each.indicator_id))
            item.setToolTip(item.text())
            self.elsewhere.addItem(item)
        self.elsewhere.setVisible(bool(found))
        self._elsewhere_title.setVisible(grade is not None)
        words = self.tr("%1 also given %n time(s) elsewhere", "", len(found))
        if not found:
            words = self.tr("%1 given nowhere else this year")
        self._elsewhere_title.setText(words.replace("%1", grade.value if grade else ""))
        self._fit_list()

    def _line(self, each: GradedElsewhere) -> str:
        quarter = self.session.speaker.quarter(int(each.quarter))
        head = f"{shortest(each.share)}%　{quarter}　{each.indicator}"
        return "\n".join(part for part in (head, each.plan, each.note) if part)

    def _fit_list(self) -> None:
        rows = [self.elsewhere.sizeHintForRow(row) for row in range(self.elsewhere.count())]
        gaps = 2 * self.elsewhere.spacing() * len(rows)
        self.elsewhere.setFixedHeight(min(_HIGHEST, sum(rows) + gaps + 2 * self.elsewhere.frameWidth()))

    def _lead(self, item: QListWidgetItem) -> None:
        plan_id, indicator_id = item.data(_PLACE)
        self.place_requested.emit(plan_id, indicator_id)

    # Qt's own names from here on.

    def eventFilter(self, watched: object, event: object) -> bool:
        left = isinstance(event, QFocusEvent) and event.lostFocus()
        if left and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:  # type: ignore[attr-defined]
            self.commit()
        return False

    def resizeEvent(self, event: object) -> None:
        self._fit_list()
