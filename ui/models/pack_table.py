"""The rule packs the office can use."""

from perftrack.domain.rulepacks import RulePack
from ui.delegates.roles import QUIET, QUIET_NUMBER, Look
from ui.models.rows import RIGHT, Column, RowsModel

_BOLD = Look(bold=True)


class PackTable(RowsModel[tuple[RulePack, bool]]):
    """Rows are (pack, whether the year shown uses it)."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def columns(self) -> list[Column[tuple[RulePack, bool]]]:
        return [
            Column("title", lambda: self.tr("Rule pack"), self._title, lambda row: _BOLD if row[1] else Look()),
            Column("id", lambda: self.tr("Name and version"), lambda row: f"{row[0].id} · {row[0].version}", _quiet),
            Column("used", lambda: self.tr("This year"), self._used, _quiet),
            Column("state", lambda: self.tr("Bureau"), self._state, self._state_look),
            Column("examples", lambda: self.tr("Examples"), _examples, lambda _: QUIET_NUMBER, align=RIGHT),
            Column("source", lambda: self.tr("Source"), _source, _quiet, spoken=_source),
        ]

    def _title(self, row: tuple[RulePack, bool]) -> str:
        titles = row[0].title
        return titles.get(self.language) or next(iter(titles.values()), row[0].id)

    def _used(self, row: tuple[RulePack, bool]) -> str:
        return self.tr("in use") if row[1] else ""

    def _state(self, row: tuple[RulePack, bool]) -> str:
        confirmed = row[0].confirmation
        if not confirmed.confirmed:
            return self.tr("Not confirmed")
        return " ".join(part for part in (self.tr("Confirmed"), confirmed.date, confirmed.document) if part)

    @staticmethod
    def _state_look(row: tuple[RulePack, bool]) -> Look:
        return Look(tone="green" if row[0].confirmation.confirmed else "amber-text")


def _quiet(_row: tuple[RulePack, bool]) -> Look:
    return QUIET


def _source(row: tuple[RulePack, bool]) -> str:
    return row[0].source


def _examples(row: tuple[RulePack, bool]) -> str:
    return str(len(row[0].examples))
