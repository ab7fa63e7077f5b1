"""The many spellings of real sheets brought to one: signs, digits, white space, units (guide: tolerant reading).

Only spelling is levelled here; what the text means is read in :mod:`targets` and :mod:`answers`.
"""

import re
from decimal import Decimal

from perftrack.domain.terms import Operator

_SIGNS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(spelt): plain
    for spelt, plain in {
        "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "﹪": "%", "﹥": ">", "﹤": "<", "﹦": "=",
        "═": "=", "〜": "~", "∼": "~", "–": "-", "−": "-", "﹣": "-", "‹": "<", "›": ">", "〈": "<", "〉": ">",
        "《": "<", "》": ">", "≧": "≥", "⩾": "≥", "≦": "≤", "⩽": "≤", "〔": "(", "〕": ")", "【": "(", "】": ")",
    }.items()
}  # fmt: skip
_WHITE = re.compile(r"\s+")
_LOOSE_WHITE = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")

#: Spellings of each operator, longest first so that ≥= is not read as ≥ followed by =.
_OPERATORS: tuple[tuple[str, Operator], ...] = (
    *((word, Operator.AT_LEAST) for word in ("大于或等于", "大于等于", "不少于", "不低于", "不小于", "至少")),
    *((word, Operator.AT_MOST) for word in ("小于或等于", "小于等于", "不超过", "不高于", "不大于", "不多于", "至多")),
    *((sign, Operator.AT_LEAST) for sign in ("≥=", ">=", "=>", "≥")),
    *((sign, Operator.AT_MOST) for sign in ("≤=", "<=", "=<", "≤")),
    *((word, Operator.ABOVE) for word in ("大于", "高于", "超过", "多于", ">")),
    *((word, Operator.BELOW) for word in ("小于", "低于", "少于", "<")),
    ("等于", Operator.EQUAL),
    ("=", Operator.EQUAL),
)
_TAILS: tuple[tuple[str, Operator], ...] = (
    ("及以上", Operator.AT_LEAST), ("以上", Operator.AT_LEAST),
    ("及以下", Operator.AT_MOST), ("以下", Operator.AT_MOST), ("以内", Operator.AT_MOST), ("之内", Operator.AT_MOST),
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_PER_CENT_WORDS = re.compile(r"%?\(?百分比\)?|%\(%\)")
#: A unit holds no digits but those of m2 and m3, no signs of a sentence and no second number.
_UNIT = re.compile(r"(?:[^0-9<>≥≤=~,，。；;:：、!?+\-()\s]|(?<=[mM])[23]|\([^()0-9]*\))*")
LONGEST_UNIT = 12
#: Words that follow a bare number without changing it: 100%覆盖.
_FOLLOWERS = ("全覆盖", "覆盖", "完成")

_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_PER = {"%": Decimal(10), "‰": Decimal(1)}


def level(text: str) -> str:
    """``text`` in one spelling: half-width, no white space except between two digits, where it would join numbers.

    >>> level("＞\\n=90%"), level("8.3万\\n元"), level("１ 000")
    ('>=90%', '8.3万元', '1 000')
    """
    squeezed = _WHITE.sub(" ", text.translate(_SIGNS).replace("|", " ")).strip()
    return _LOOSE_WHITE.sub("", squeezed)


def take_operator(text: str) -> tuple[Operator | None, str]:
    """The operator that opens or closes a levelled text, and what is left."""
    for word, operator in _OPERATORS:
        if text.startswith(word):
            return operator, text[len(word) :]
    for word, operator in _TAILS:
        if text.endswith(word):
            return operator, text[: -len(word)]
    return None, text


def take_number(text: str) -> tuple[Decimal | None, str]:
    """The number that opens a levelled text (thousands separators allowed), and what is left."""
    if text.startswith("百分之"):
        text = text[3:] + "%"
    match = _NUMBER.match(text)
    if match is None or len(match[0]) > 40:
        return None, text
    return Decimal(match[0].replace(",", "")), text[match.end() :]


def read_unit(text: str) -> str | None:
    """The unit a levelled text spells, '' for none, None when it is not a unit.

    >>> read_unit("元/人/年"), read_unit("%(百分比)"), read_unit("%覆盖"), read_unit("，其中3个")
    ('元/人/年', '%', '%', None)
    """
    unit = _PER_CENT_WORDS.sub("%", text, count=1)
    for word in _FOLLOWERS:
        unit = unit.removesuffix(word)
    if len(unit) > 2 and unit[0] == "(" and unit[-1] == ")":
        unit = unit[1:-1]
    if unit[:1] in _PER and len(unit) > 1:
        return None
    return unit if len(unit) <= LONGEST_UNIT and _UNIT.fullmatch(unit) else None


def conversion(unit: str, into: str) -> Decimal | None:
    """What a number in ``unit`` is multiplied by to stand in ``into``; None when the two do not convert.

    Only % / ‰ and 元 / 万元 / 亿元 convert (guide: units).

    >>> conversion("元", "万元"), conversion("个", "人")
    (Decimal('0.0001'), None)
    """
    if unit == into:
        return Decimal(1)
    for family in (_MONEY, _PER):
        if unit in family and into in family:
            return family[unit] / family[into]
    return None
