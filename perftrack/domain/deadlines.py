"""Dates as real sheets write them: 2023年12月, 9月前, 2024年12月31日前, 12月底."""

import calendar
import re
from dataclasses import dataclass

_END = r"(?:底|末|初|上旬|中旬|下旬)?(?:之前|以前|前|内|以内)?(?:全部|按时)?(?:完成)?"
_WRITTEN = re.compile(rf"(?:([12][0-9]{{3}})年)?([0-9]{{1,2}})月(?:份)?(?:([0-9]{{1,2}})[日号])?{_END}")
_WHOLE_YEAR = re.compile(rf"([12][0-9]{{3}})年(?:度)?(?:年)?{_END}")
_END_OF_YEAR = re.compile(rf"年(?:底|末){_END}")
_DOTTED = re.compile(r"([12][0-9]{3})([-./])([0-9]{1,2})(?:\2([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day or a whole month; ``year`` is None where the sheet leaves it out, ``day`` None for the whole month."""

    year: int | None
    month: int
    day: int | None = None

    def __str__(self) -> str:
        year = f"{self.year}年" if self.year else ""
        day = f"{self.day}日" if self.day else ""
        return f"{year}{self.month}月{day}"

    def kept_by(self, other: "Deadline", year: int) -> bool:
        """Whether ``other`` is on or before this day. A missing year is the target's, else the plan's ``year``.

        A month without a day is its last day, on both sides: an earlier month answers a later one, but "June" does
        not prove the fifteenth of June.
        """
        mine, theirs = self.year or year, other.year or self.year or year
        return (theirs, other.month, other.last_day) <= (mine, self.month, self.last_day)

    @property
    def last_day(self) -> int:
        """The day, or 31 for a whole month: no day of a month lies behind it."""
        return self.day or 31


def _checked(year: str | None, month: str, day: str | None) -> Deadline | None:
    deadline = Deadline(int(year) if year else None, int(month), int(day) if day else None)
    if not 1 <= deadline.month <= 12:
        return None
    # 29 February is allowed where no year says otherwise.
    last = calendar.monthrange(deadline.year or 2024, deadline.month)[1]
    return deadline if deadline.day is None or 1 <= deadline.day <= last else None


def read_deadline(text: str) -> Deadline | None:
    """The date a levelled text spells, or None. A whole year or 年底 is its last day.

    >>> str(read_deadline("2024年12月31日前")), str(read_deadline("9月前")), read_deadline("3个月")
    ('2024年12月31日', '9月', None)
    """
    if match := _WRITTEN.fullmatch(text):
        return _checked(match[1], match[2], match[3])
    if match := _WHOLE_YEAR.fullmatch(text):
        return Deadline(int(match[1]), 12, 31)
    if _END_OF_YEAR.fullmatch(text):
        return Deadline(None, 12, 31)
    if match := _DOTTED.fullmatch(text):
        # 2024.12 is a number unless a day follows; 2024-12 is not.
        return None if match[2] == "." and match[4] is None else _checked(match[1], match[3], match[4])
    return None
