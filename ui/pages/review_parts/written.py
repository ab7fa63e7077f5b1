"""What a reviewer has written and not sent yet: it waits where it was written."""

from PySide6.QtWidgets import QLineEdit


class Written:
    """Gives every place (person, plan and quarter) the texts in ``fields`` that were written there.

    Kept while the window is open; a sent text is cleared from its field by whoever sends it.
    """

    def __init__(self, *fields: QLineEdit) -> None:
        self._fields = fields
        self._place: object = None
        self._texts: dict[object, list[str]] = {}

    def turn_to(self, place: object) -> bool:
        """Take over what was written and put what belongs to ``place`` into the fields; False: it is the same place."""
        if place == self._place:
            return False
        self._texts[self._place] = [field.text() for field in self._fields]
        self._place = place
        for field, text in zip(self._fields, self._texts.pop(place, [""] * len(self._fields)), strict=True):
            field.setText(text)
        return True
