"""Bytes to plain JSON values, with everything refused that JSON readers usually let pass.

What comes out holds only objects, lists, texts, whole numbers, :class:`OtherNumber`, booleans and null; no key stands
twice in an object, no number is infinite, every text can be stored as UTF-8.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perftrack.errors import UserError

#: The largest package, in bytes (guide: reliability, import).
LARGEST = 20 * 1024 * 1024
#: A package needs nine levels, an own rule pack a few more.
DEEPEST = 24
#: How the top of a package is named as a place.
TOP = "package"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A JSON number no package has a use for: with a fraction, an exponent or very many digits. Kept to be shown."""

    digits: str

    def __str__(self) -> str:
        return self.digits


class _Twice(dict[str, Any]):
    """An object in which ``key`` stood twice."""

    key = ""


def read_bytes(source: Path) -> bytes:
    """The bytes of ``source``, at most :data:`LARGEST`.

    Raises ``UserError("package_too_large")`` and ``UserError("cannot_read")``.
    """
    try:
        with source.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError("cannot_read", path=str(source), reason=error.strerror or str(error)) from error
    return content


def read_json(content: bytes, name: str) -> Any:
    """The value ``content`` spells. ``name`` is the file's, for sentences.

    Raises :class:`UserError`: ``package_too_large``, ``package_not_utf8``, ``package_not_json``, ``package_too_deep``,
    ``package_key_twice``, ``package_not_finite``, ``package_text_unstorable``; all but the first three name a place.
    """
    if len(content) > LARGEST:
        raise UserError("package_too_large", name=name, limit=LARGEST // 1024 // 1024)
    try:
        text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError("package_not_utf8", name=name, offset=error.start) from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_float=_number, parse_int=_number)
    except json.JSONDecodeError as error:
        raise UserError("package_not_json", name=name, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise UserError("package_too_deep", key=TOP, place=TOP, limit=DEEPEST) from None
    _check(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = _Twice(found)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            twice.key = key
        seen.add(key)
    return twice


def _number(digits: str) -> int | OtherNumber:
    """A whole number of a sensible length; year and version are such."""
    return int(digits) if len(digits) <= 18 and digits.lstrip("-").isdigit() else OtherNumber(digits)


def place_of(parent: str, step: str | int) -> str:
    """The place ``step`` below ``parent``: a key or a position.

    >>> place_of("package", "plans"), place_of("plans", 2), place_of("plans[2]", "name")
    ('plans', 'plans[2]', 'plans[2].name')
    """
    if isinstance(step, int):
        return f"{parent}[{step}]"
    return step if parent == TOP else f"{parent}.{step}"


def _steps(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _check(top: Any) -> None:
    """Walks the value without recursion; the place is written out only where something is refused."""
    waiting: list[tuple[Any, tuple[str | int, ...]]] = [(top, ())]
    while waiting:
        value, path = waiting.pop()
        if len(path) > DEEPEST:
            raise UserError("package_too_deep", key=str(path[0]), place=_place(path[:3]), limit=DEEPEST)
        if isinstance(value, _Twice):
            raise UserError("package_key_twice", key=value.key, place=_place((*path, value.key)))
        if isinstance(value, float):  # only NaN and the infinities come as float
            raise UserError("package_not_finite", key=_key(path), place=_place(path), given=value)
        if isinstance(value, str):
            _check_text(value, path)
        for step, inner in _steps(value):
            if isinstance(step, str):
                _check_text(step, path)
            waiting.append((inner, (*path, step)))


def _check_text(text: str, path: tuple[str | int, ...]) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise UserError("package_text_unstorable", key=_key(path), place=_place(path)) from None


def _key(path: tuple[str | int, ...]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), TOP)


def _place(path: tuple[str | int, ...]) -> str:
    place = TOP
    for step in path:
        place = place_of(place, _showable(step) if isinstance(step, str) else step)
    return place


def _showable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8")
