"""满意度调查: counts become the rate and its exact fraction, with a word where the sample is too small to tell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.surveys import METHODS, Survey, takes_survey
from perftrack.domain.targets import Target, print_target
from perftrack.errors import RefusedValue, UserError
from perftrack.services import surveys
from ui import formatting, theme, widgets
from ui.models.drafts import CellKey, Draft
from ui.pages.entry_parts.titled import TitledSection
from ui.session import Session

_TAB = "\t"


class SurveySection(TitledSection):
    """Issued, valid, satisfied, method, day; Enter stores survey and value together."""

    key = "survey"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._indicator, self._quarter = "", 0
        self._target: Target | None = None
        self._shown: Survey | None = None
        self.issued, self.valid, self.satisfied = QLineEdit(), QLineEdit(), QLineEdit()
        self.method, self.taken = QLineEdit(), QLineEdit()
        self._captions = [widgets.label("", theme.SMALL, "text-2") for _ in range(5)]
        self._rate = widgets.label("", bold=True)
        self._range = widgets.label("", theme.SMALL, "text-2")
        self._range.setWordWrap(True)
        self._warning = widgets.label("", theme.SMALL, "amber-text")
        self._warning.setWordWrap(True)
        self._differs = widgets.label("", theme.SMALL, "text-2")
        self._differs.setWordWrap(True)
        self.use, self.clear = widgets.secondary(""), widgets.link("", size=theme.SMALL)
        self.use.clicked.connect(self.store)
        self.clear.clicked.connect(self._take_back)
        completer = QCompleter(list(METHODS), self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.method.setCompleter(completer)
        self._lay_out()
        for field in self._fields():
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self.store)
        self.title.add(self._rate)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show the survey of the value, or an empty form."""
        item = score.indicator
        fits = takes_survey(item.level1, item.level2, item.name, score.target, score.rule) and not score.excluded
        self.setVisible(fits)
        if not fits:
            self._indicator = ""
            return
        moved = (item.id, int(card.quarter)) != (self._indicator, self._quarter)
        self._indicator, self._quarter, self._target = item.id, int(card.quarter), score.target
        stored = surveys.survey_of(self.session.workspace, item.id, self._quarter)
        if moved or stored != self._shown:
            self._shown = stored
            draft = self.drafts.get(self._key())
            self._put(_texts(stored) if draft is None else draft.text.split(_TAB))
            self.show_refusal("" if draft is None else self.session.speaker.error(draft.error))
        actual = item.actuals.get(card.quarter)
        differs = stored is not None and (actual is None or actual.value != stored.fraction)
        self._differs.setText(self.tr("The value reported is another than that of the survey") if differs else "")
        self._differs.setVisible(differs)
        for part in (*self._fields(), self.use, self.clear):
            part.setEnabled(editable)
        self.clear.setVisible(stored is not None)
        self._renew()

    def enter(self) -> bool:
        """Put the cursor into the form; False where there is none."""
        if not self.isVisible():
            return False
        self.issued.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.issued.selectAll()
        return True

    def store(self) -> None:
        """Store what stands in the form; what is refused or cannot be saved is kept and comes back."""
        if not self._indicator:
            return
        try:
            survey = surveys.survey_from_text(*(field.text() for field in self._fields()))
            changes = surveys.record(self.session.workspace, self._indicator, self._quarter, survey)
        except UserError as error:
            self.drafts.keep(self._key(), Draft(self._typed(), error, isinstance(error, RefusedValue)))
            self.told(None, error)
            self.drafts_changed.emit()
            return
        self._forget()
        self.told(changes)

    def commit(self) -> None:
        """Store the form as it stands, if something was typed into it."""
        touched = self._indicator and self._typed() != _TAB.join(_texts(self._shown))
        if touched and self.drafts.get(self._key()) is None:
            self.store()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.title.set_text(self.tr("Survey"))
        words = (self.tr("Issued"), self.tr("Valid"), self.tr("Satisfied"), self.tr("Method"), self.tr("Day"))
        for caption, field, word in zip(self._captions, self._fields(), words, strict=True):
            caption.setText(word)
            field.setAccessibleName(word)
        self.method.setPlaceholderText(METHODS[0])
        self.taken.setPlaceholderText("2024-09-30")
        self.use.setText(self.tr("Use rate"))
        self.clear.setText(self.tr("Take back"))
        self._renew()

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit, QLineEdit, QLineEdit]:
        return self.issued, self.valid, self.satisfied, self.method, self.taken

    def _edited(self) -> None:
        self.show_refusal("")
        self._renew()
        if self.drafts.drop(self._key()):
            self.drafts_changed.emit()
        if self._typed() == _TAB.join(_texts(self._shown)):
            self.drafts.end_typing(self._key())
        else:
            self.drafts.typing(self._key(), self._typed())

    def _typed(self) -> str:
        return _TAB.join(field.text() for field in self._fields())

    def _key(self) -> CellKey:
        return self._indicator, "survey", self._quarter

    def _forget(self) -> None:
        self.drafts.end_typing(self._key())
        if self.drafts.drop(self._key()):
            self.drafts_changed.emit()

    def _take_back(self) -> None:
        try:
            changes = surveys.clear(self.session.workspace, self._indicator, self._quarter)
        except UserError as error:
            self.told(None, error)
            return
        self._forget()
        self.told(changes)

    def _put(self, texts: Sequence[str]) -> None:
        for field, text in zip(self._fields(), [*texts, "", "", "", "", ""], strict=False):
            field.setText(text)

    def _renew(self) -> None:
        """Rate, interval and warning of what stands in the form, while it is typed."""
        try:
            survey = surveys.survey_from_text(*(field.text() for field in self._fields()[:3]))
        except RefusedValue:
            for label in (self._rate, self._range, self._warning):
                label.setText("")
            self._range.hide()
            self._warning.hide()
            return
        rate, (low, high) = formatting.percent(survey.rate), survey.interval()
        self._rate.setText(rate)
        words = self.tr("95% interval %1–%2　response rate %3")
        for place, text in enumerate((low, high, survey.response), 1):
            words = words.replace(f"%{place}", formatting.percent(text))
        self._range.setText(words)
        self._range.show()
        unsure = self._target is not None and not survey.can_tell(self._target)
        if unsure and self._target is not None:
            sentence = self.tr("The sample is too small: %1 cannot be told from the target %2")
            self._warning.setText(sentence.replace("%1", rate).replace("%2", print_target(self._target)))
        self._warning.setVisible(unsure)

    def _lay_out(self) -> None:
        counts = QGridLayout()
        counts.setHorizontalSpacing(theme.SPACE)
        counts.setVerticalSpacing(theme.HALF // 2)
        for place, field in enumerate(self._fields()[:3]):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaxLength(9)
            counts.addWidget(self._captions[place], 0, place)
            counts.addWidget(field, 1, place)
        ways = QGridLayout()
        ways.setHorizontalSpacing(theme.SPACE)
        ways.setVerticalSpacing(theme.HALF // 2)
        for place, field in enumerate((self.method, self.taken)):
            ways.addWidget(self._captions[3 + place], 0, place)
            ways.addWidget(field, 1, place)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.use)
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        self.column.addLayout(counts)
        self.column.addLayout(ways)
        for label in (self._range, self._warning, self._differs, self.error):
            self.column.addWidget(label)
        self.column.addLayout(buttons)


def _texts(survey: Survey | None) -> list[str]:
    """What the fields hold for a stored survey, in their order."""
    if survey is None:
        return [""] * 5
    return [str(survey.issued), str(survey.valid), str(survey.satisfied), survey.method, survey.taken or ""]
