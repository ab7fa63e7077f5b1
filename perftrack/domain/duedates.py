"""Until when a quarter is to be submitted, and how late a plan is. The day of today is handed in."""

from dataclasses import dataclass
from datetime import date, timedelta


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
