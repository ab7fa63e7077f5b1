"""Text in columns of a terminal, where a Chinese sign takes two."""

import unicodedata


def width(text: str) -> int:
    """How many columns ``text`` takes.

    >>> width("≥12个"), width("abc")
    (5, 3)
    """
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cc", "Cf"):
        return 0
    # Signs of ambiguous width (≥, …) are narrow in nearly every terminal that speaks UTF-8.
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """``text`` in one line and in at most ``columns`` columns, cut with … where it is longer.

    >>> cut("社区服务群众经费", 9)
    '社区服务…'
    """
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    kept = ""
    for sign in line:
        if width(kept) + _width(sign) > columns - 1:
            break
        kept += sign
    return f"{kept}…"


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """``text`` filled up with blanks to ``columns`` columns."""
    blank = " " * max(0, columns - width(text))
    return f"{blank}{text}" if right else f"{text}{blank}"
