"""What a reviewer has written and not sent yet: it waits where it was written, also for the next start."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from perftrack.services.draftkeeping import DraftKeeper, KeptDraft
from ui.session import Session

#: While somebody types, a crash may cost what was typed in the last so many milliseconds.
_WHILE_TYPING = 400


class Written(QObject):
    """Gives every plan and quarter the texts in ``fields`` that were written there by whoever is at work.

    They are kept beside the program, apart from the file; a text that was sent is cleared by whoever sends it.
    """

    def __init__(self, session: Session, fields: Sequence[QLineEdit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._fields = session, tuple(fields)
        self._keeper: DraftKeeper | None = None
        self._of = ("", "")
        self._place = ("", 1)
        self._texts: dict[tuple[str, int], list[str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WHILE_TYPING)
        self._timer.timeout.connect(self.flush)
        for field in self._fields:
            field.textChanged.connect(self._changed)

    def turn_to(self, plan_id: str, quarter: int) -> bool:
        """Put what belongs to a plan's quarter into the fields; False: it is the same place and the same person."""
        workspace = self._session.workspace
        whose, place = (workspace.file_id, workspace.actor.person_id), (plan_id, int(quarter))
        if whose == self._of and place == self._place:
            return False
        self.flush()
        if whose != self._of:
            self._of = whose
            self._open()
        self._place = ("", 1)  # what is put in now was not typed
        for field, text in zip(self._fields, self._texts.get(place, [""] * len(self._fields)), strict=True):
            field.setText(text)
        self._place = place
        return True

    def flush(self) -> None:
        """Keep now what stands in the fields."""
        self._timer.stop()
        if self._place[0]:
            self._texts[self._place] = [field.text() for field in self._fields]
        if self._keeper is not None:
            self._keeper.write([
                KeptDraft(plan_id, str(number), quarter, text)
                for (plan_id, quarter), texts in self._texts.items()
                for number, text in enumerate(texts)
                if text
            ])  # fmt: skip

    def _open(self) -> None:
        folder, (file_id, person) = self._session.drafts_folder, self._of
        self._keeper = None if folder is None else DraftKeeper(folder, f"{file_id} review", person)
        self._texts.clear()
        for draft in self._keeper.read() if self._keeper is not None else ():
            if draft.field.isdecimal() and int(draft.field) < len(self._fields):
                texts = self._texts.setdefault((draft.owner, draft.quarter), [""] * len(self._fields))
                texts[int(draft.field)] = draft.text

    def _changed(self) -> None:
        if self._place[0]:
            self._timer.start()
