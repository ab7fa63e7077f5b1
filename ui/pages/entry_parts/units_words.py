"""What is said about units: how the office's value follows, and who has not reported."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perftrack.domain.targets import Target
from perftrack.domain.terms import Across
from perftrack.domain.units import OfficeValue, Unit
from perftrack.domain.yearvalues import quotient_text
from perftrack.services.typedforms import shown
from ui import formatting

#: So many names are said before the rest is a number.
_NAMED = 8


def across_word(across: Across) -> str:
    """The name of a way to put values together, for choosing one."""
    return {
        Across.SUM: QCoreApplication.translate("Units", "Sum"),
        Across.MEAN: QCoreApplication.translate("Units", "Mean"),
        Across.POOLED: QCoreApplication.translate("Units", "Pooled fractions"),
        Across.WORST: QCoreApplication.translate("Units", "Worst unit"),
    }[across]


def formula(across: Across, count: int, value: OfficeValue) -> str:
    """How the office's value follows from ``count`` reports, in words."""
    words = {
        Across.SUM: QCoreApplication.translate("Units", "units added up (%1)"),
        Across.MEAN: QCoreApplication.translate("Units", "mean: sum ÷ %1"),
        Across.POOLED: QCoreApplication.translate("Units", "Σ numerators / Σ denominators (%1)"),
        Across.WORST: QCoreApplication.translate("Units", "worst of %1"),
    }[across].replace("%1", str(count))
    if value.source is not None:
        words = QCoreApplication.translate("Units", "%1: %2").replace("%1", words).replace("%2", value.source.name)
    return words


def quotient(value: OfficeValue, target: Target) -> str:
    """A fraction as digits in the target's unit, "" where the value is none."""
    if value.parts == 1:
        return ""
    return f"= {quotient_text(value.value, value.parts)}{target.unit}"


def office_text(value: OfficeValue) -> str:
    """The office's value as it is stored, — for none."""
    return shown(value.actual) if value.actual else formatting.NOTHING


def progress(reported: int, asked: int) -> str:
    """已报 9 / 12."""
    words = QCoreApplication.translate("Units", "%1 / %2 reported")
    return words.replace("%1", str(reported)).replace("%2", str(asked))


def missing_words(missing: Sequence[Unit]) -> str:
    """Who has not reported; very many are cut to a number."""
    if not missing:
        return QCoreApplication.translate("Units", "All have reported")
    comma = QCoreApplication.translate("Units", ", ")
    named = comma.join(unit.name for unit in missing[:_NAMED])
    rest = len(missing) - _NAMED
    if rest > 0:
        words = QCoreApplication.translate("Units", "Not reported: %1 and %2 more")
        return words.replace("%1", named).replace("%2", str(rest))
    return QCoreApplication.translate("Units", "Not reported: %1").replace("%1", named)
