"""What a command changed, told to whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

#: The name of a sentence (section ``command`` of the messages) and what is put into it.
Label = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Changes:
    """The years, plans, indicators and funds (ids) a command touched; false when it changed nothing.

    ``structure`` says that plans, indicators or funds came, went or were replaced, so lists must be asked for anew.
    ``topics`` name what else changed: ``people``, ``settings``, ``review``, ``comments``, ``evidence``, ``units``,
    ``rubrics``, ``actions``, ``marks``, ``links``.
    """

    command: str
    years: frozenset[int] = frozenset()
    plans: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    funds: frozenset[str] = frozenset()
    structure: bool = False
    topics: frozenset[str] = frozenset()
    label: Label = field(default=("", {}))

    def __bool__(self) -> bool:
        return self.structure or bool(self.years or self.plans or self.indicators or self.funds or self.topics)

    def by(self, command: str) -> "Changes":
        """The same changes, made by another command (undo, redo)."""
        return replace(self, command=command)
