"""A careful hand in a JSON object: takes out what is asked for and names key and place of what is wrong."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from perftrack.domain.decimals import plain, read_plain
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.errors import UserError
from perftrack.services.importing.json_text import TOP, place_of

Word = TypeVar("Word", bound=StrEnum)
T = TypeVar("T")
_KINDS = {dict: "{…}", list: "[…]"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: its key and its place, like ``plans[2].indicators[0].weight``."""

    key: str
    place: str

    def refuse(self, code: str, **arguments: object) -> UserError:
        """The refusal ``code`` of what stands here."""
        return UserError(code, key=self.key, place=self.place, **arguments)


def shown(given: Any) -> str:
    """A JSON value as a sentence shows it: short."""
    for kind, text in _KINDS.items():
        if isinstance(given, kind):
            return text
    if given is None or isinstance(given, bool):
        return {None: "null", True: "true", False: "false"}[given]
    text = str(given)
    return text if len(text) <= 40 else f"{text[:40]}…"


class Fields:
    """The keys of one JSON object. Keys not among ``required`` and ``optional`` are refused, missing ones too."""

    def __init__(self, value: Any, spot: Spot, required: str = "", optional: str = "") -> None:
        """``required`` and ``optional`` are keys with blanks between."""
        if not isinstance(value, dict):
            raise spot.refuse("package_not_object", given=shown(value))
        known = f"{required} {optional}".split()
        self._values: Mapping[str, Any] = value
        self._place = spot.place
        for key in value:
            if key not in known:
                raise self.at(key).refuse("package_unknown_key", known=", ".join(known))
        for key in required.split():
            if key not in value:
                raise self.at(key).refuse("package_missing_key")

    def at(self, key: str) -> Spot:
        """Where ``key`` stands."""
        return Spot(key, place_of(self._place, key))

    def given(self, key: str) -> bool:
        """Whether ``key`` stands there and is not null."""
        return self._values.get(key) is not None

    def value(self, key: str) -> Any:
        """What stands there as it is, None if nothing does."""
        return self._values.get(key)

    def text(self, key: str) -> str:
        """A text, exactly as given."""
        return text_at(self._values.get(key), self.at(key))

    def filled(self, key: str) -> str:
        """A text that is more than white space."""
        text = self.text(key)
        if not text.strip():
            raise self.at(key).refuse("package_empty")
        return text

    def text_or_none(self, key: str) -> str | None:
        """A text, None for null or a missing key."""
        return self.text(key) if self.given(key) else None

    def number(self, key: str) -> Decimal:
        """An exact number, given as text."""
        return number_at(self._values.get(key), self.at(key))

    def positive(self, key: str) -> Decimal:
        """A number above 0."""
        number = self.number(key)
        if number <= 0:
            raise self.at(key).refuse("package_not_positive", given=plain(number))
        return number

    def not_negative(self, key: str) -> Decimal:
        """A number of at least 0: money in 万元, a weight."""
        return not_negative_at(self._values.get(key), self.at(key))

    def flag(self, key: str) -> bool:
        """true or false."""
        value = self._values.get(key)
        if not isinstance(value, bool):
            raise self.at(key).refuse("package_not_flag", given=shown(value))
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """A JSON number without a fraction, from ``low`` to ``high``."""
        value = self._values.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.at(key).refuse("package_not_whole", low=low, high=high, given=shown(value))
        return value

    def word(self, key: str, words: type[Word]) -> Word:
        """One of a fixed set of words."""
        text = self.text(key)
        if text not in set(words):
            raise self.at(key).refuse("package_unknown_word", given=shown(text), known=", ".join(words))
        return words(text)

    def items(self, key: str) -> Iterator[tuple[Any, Spot]]:
        """The elements of a list, each with its spot."""
        value = self._values.get(key)
        if not isinstance(value, list):
            raise self.at(key).refuse("package_not_list", given=shown(value))
        place = self.at(key).place
        for position, inner in enumerate(value):
            yield inner, Spot(key, place_of(place, position))

    def quarters(self, key: str, read: Callable[[Any, Spot], T]) -> dict[Quarter, T]:
        """What ``read`` makes of each quarter's value, in order of time; empty for null or a missing key."""
        if not self.given(key):
            return {}
        spot, value = self.at(key), self._values[key]
        if not isinstance(value, dict):
            raise spot.refuse("package_not_object", given=shown(value))
        names = {str(int(quarter)): quarter for quarter in QUARTERS}
        for name in value:
            if name not in names:
                raise Spot(name, place_of(spot.place, name)).refuse("package_quarter")
        return {
            quarter: read(value[name], Spot(name, place_of(spot.place, name)))
            for name, quarter in names.items()
            if name in value
        }


def text_at(value: Any, spot: Spot) -> str:
    """A text, exactly as given."""
    if not isinstance(value, str):
        raise spot.refuse("package_not_text", given=shown(value))
    return value


def number_at(value: Any, spot: Spot) -> Decimal:
    """An exact number, given as text. A zero loses its sign."""
    text = text_at(value, spot)
    number = read_plain(text)
    if number is None:
        code = "package_not_finite" if _spells_non_finite(text) else "package_not_number"
        raise spot.refuse(code, given=shown(text))
    return number.copy_abs() if number.is_zero() else number


def not_negative_at(value: Any, spot: Spot) -> Decimal:
    """A number of at least 0."""
    number = number_at(value, spot)
    if number < 0:
        raise spot.refuse("package_negative", given=plain(number))
    return number


def _spells_non_finite(text: str) -> bool:
    return text.strip().lstrip("+-").casefold() in {"nan", "snan", "inf", "infinity"}


TOP_SPOT = Spot(TOP, TOP)
