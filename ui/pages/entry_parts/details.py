"""The details panel: limits, history, explanation, note and journal of the current cell's indicator."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.explanation import explain
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import print_target
from perftrack.domain.terms import RULE_NAMES, Aggregation, Rule
from perftrack.domain.yearvalues import YearState
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.charts.values import Trend
from ui.pages.entry_parts.history_chart import HistoryChart
from ui.pages.entry_parts.journal_lines import JournalLines
from ui.pages.entry_parts.judging import NoteEditor, ShareMover
from ui.pages.entry_parts.steps import StepLines

_INNER = theme.DETAILS_WIDTH - 2 * theme.PANEL_PADDING


class DetailsPanel(QWidget):
    """288 wide, on ``window`` ground, scrolls by itself."""

    closed = Signal()

    def __init__(self, sections: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        """``sections`` stand between the note and the records."""
        super().__init__(parent)
        self.setFixedWidth(theme.DETAILS_WIDTH)
        widgets.fill(self, "window")
        self._name = widgets.label("", bold=True)
        self._name.setWordWrap(True)
        self._close = widgets.icon_button("x", "", size=16)
        self._close.clicked.connect(self.closed)
        self._limits = widgets.label("", theme.SMALL, "text-2")
        self._limits.setWordWrap(True)
        self.chart = HistoryChart()
        self._score_title = widgets.SectionTitle("")
        self._points = widgets.label("", bold=True)
        self._score_title.add(self._points)
        self.steps = StepLines()
        self._judge_title = widgets.SectionTitle("")
        self.mover = ShareMover()
        self._note_title = widgets.SectionTitle("")
        self.note = NoteEditor()
        self._journal_title = widgets.SectionTitle("")
        self.journal = JournalLines()
        self._judging = self._section(self._judge_title, self.mover)
        self._recorded = self._section(self._journal_title, self.journal)
        self._lay_out(sections)

    def show_indicator(
        self,
        score: Score,
        card: Scorecard,
        trend: Trend,
        speaker: Speaker,
        *,
        note: str,
        editable: bool,
        earlier: Sequence[Trend] = (),
    ) -> None:
        """Show one indicator as ``score`` has it, which may be a preview; ``note`` is the stored one."""
        self._name.setText(score.indicator.name)
        self._limits.setText(self._limits_of(score))
        self.chart.show_trend(trend, [self._quarter_word(quarter) for quarter in range(1, 5)], earlier)
        points = formatting.points(score.points)
        self._points.setText(f"{points} / {formatting.number(score.full.normalize()) if score.full else 0}")
        self.steps.show_steps(explain(score, card), speaker)
        numeric = score.rule is Rule.GRADE and score.value.state is YearState.NUMBER and score.grade is not None
        self._judging.setVisible(numeric)
        actual = score.indicator.actuals.get(card.quarter)
        if numeric and score.grade is not None:
            share = actual.share if actual else None
            self.mover.show_share(score.grade, share, note if share is not None else "", editable)
        self.note.show_note(note, editable and actual is not None)

    def show_journal(self, lines: list[tuple[str, str, str]]) -> None:
        """Show who stored what when, as (time, value, person), newest first."""
        self.journal.show_lines(lines)
        self._recorded.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._close.setToolTip(self.tr("Close (Ctrl+Enter)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._score_title.set_text(self.tr("Explanation"))
        self._judge_title.set_text(self.tr("Share of the grade"))
        self._note_title.set_text(self.tr("Note"))
        self._journal_title.set_text(self.tr("Records"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Anything a reader should know about this value"))
        self.mover.retranslate()

    def _limits_of(self, score: Score) -> str:
        weight = formatting.number(score.indicator.weight.normalize())
        parts = [
            print_target(score.target) or formatting.NOTHING,
            self.tr("%1 points").replace("%1", weight),
            RULE_NAMES[score.rule],
        ]
        if score.target.is_numeric:
            parts.append(self._aggregation(score.indicator.aggregation))
        return "　".join(parts)

    def _aggregation(self, aggregation: Aggregation) -> str:
        return {
            Aggregation.SUM: self.tr("quarters add up"),
            Aggregation.RUNNING: self.tr("total to date"),
            Aggregation.LATEST: self.tr("latest value counts"),
            Aggregation.MEAN: self.tr("mean of the quarters"),
            Aggregation.MAX: self.tr("highest counts"),
            Aggregation.MIN: self.tr("lowest counts"),
        }[aggregation]

    def _quarter_word(self, quarter: int) -> str:
        return (self.tr("Q1"), self.tr("Q2"), self.tr("Q3"), self.tr("Q4"))[quarter - 1]

    def _section(self, title: QWidget, *parts: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(theme.SPACE)
        column.addWidget(title)
        for part in parts:
            column.addWidget(part)
        return box

    def _lay_out(self, sections: Sequence[QWidget]) -> None:
        inner = QWidget()
        widgets.fill(inner, "window")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.PANEL_PADDING, 12, theme.PANEL_PADDING, theme.PANEL_PADDING)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self._limits)
        column.addWidget(self.chart)
        column.addSpacing(theme.HALF)
        for section in (
            self._section(self._score_title, self.steps),
            self._judging,
            self._section(self._note_title, self.note),
            *sections,
            self._recorded,
        ):
            column.addWidget(section)
            column.addSpacing(theme.HALF)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widgets.fill(scroll, "window")
        scroll.setWidget(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(widgets.Rule("rule", upright=True))
        row.addWidget(scroll, 1)
