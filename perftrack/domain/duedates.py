"""Until when a quarter is to be submitted, and how late a plan is. The day of today is handed in."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_FORMS = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class DueDate:
    """A day, and how many days of grace follow before a plan is called late."""

    day: date
    grace: int = 0

    def lateness(self, today: date) -> int:
        """By how many days ``today`` is behind the day; 0 while the grace lasts.

        >>> DueDate(date(2024, 10, 11), 2).lateness(date(2024, 10, 13))
        0
        >>> DueDate(date(2024, 10, 11), 2).lateness(date(2024, 10, 14))
        3
        """
        late = today > self.day + timedelta(days=self.grace)
        return (today - self.day).days if late else 0


def read_day(typed: str, year: int, quarter: int) -> date:
    """The day ``typed`` names for ``quarter`` (1–4) of ``year``: 10-11, 10月11日, 2024-10-11.

    Without a year it is the first such day since the quarter began. Raises ValueError for what is no day.

    >>> read_day("10-11", 2024, 3), read_day("1月10日", 2024, 4)
    (datetime.date(2024, 10, 11), datetime.date(2025, 1, 10))
    """
    found = _FORMS.fullmatch("".join(typed.split()))
    if found is None:
        raise ValueError(typed)
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return date(int(found[1]), month, day)
    begin = date(year, 3 * quarter - 2, 1)
    for candidate in (year, year + 1):
        try:
            found_day = date(candidate, month, day)
        except ValueError:  # 29 February, or no day at all
            continue
        if found_day >= begin:
            return found_day
    raise ValueError(typed)
