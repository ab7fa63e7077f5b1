"""What was typed and is not in the file: refused texts, and texts whose saving failed. Nothing typed is thrown away."""

from dataclasses import dataclass

from perftrack.errors import UserError

#: Whose cell (indicator or fund id), which field, which quarter (1-4).
CellKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` as typed and why it is not stored; ``refused`` False: it reads, but saving failed.

    ``batch`` is the number of the paste it came with, 0 for a text typed by hand.
    """

    text: str
    error: UserError
    refused: bool = True
    batch: int = 0


class Drafts:
    """The drafts of all plans and quarters, by cell. Models share one, so a draft outlives a change of plan."""

    def __init__(self) -> None:
        self._kept: dict[CellKey, Draft] = {}
        self._batches = 0

    def get(self, key: CellKey | None) -> Draft | None:
        """The draft in a cell."""
        return None if key is None else self._kept.get(key)

    def keep(self, key: CellKey, draft: Draft) -> None:
        """Keep ``draft``, in place of the one before."""
        self._kept[key] = draft

    def drop(self, key: CellKey | None) -> bool:
        """Forget the draft of a cell; say whether there was one."""
        return key is not None and self._kept.pop(key, None) is not None

    def new_batch(self) -> int:
        """A number for the drafts of one paste."""
        self._batches += 1
        return self._batches

    def drop_batch(self, batch: int) -> bool:
        """Forget what came with one paste; say whether there was anything."""
        old = [key for key, draft in self._kept.items() if draft.batch == batch]
        for key in old:
            del self._kept[key]
        return bool(old)

    def of_batch(self, batch: int) -> dict[CellKey, Draft]:
        """What came with one paste and is still not stored."""
        return {key: draft for key, draft in self._kept.items() if draft.batch == batch}

    def of(self, owners: frozenset[str], quarter: int) -> dict[CellKey, Draft]:
        """The drafts of these indicators or funds in one quarter."""
        return {key: draft for key, draft in self._kept.items() if key[0] in owners and key[2] == quarter}

    def counts(self) -> tuple[int, int]:
        """(not saved, refused) over everything."""
        refused = sum(1 for draft in self._kept.values() if draft.refused)
        return len(self._kept) - refused, refused

    def clear(self) -> None:
        """Forget everything: another file was opened."""
        self._kept.clear()
