"""Makes the text of a pdf findable: Qt names some Chinese signs by the radical that looks alike.

Fonts draw 目 and the radical ⽬ (U+2F6C) with one glyph, and Qt takes the first name of a glyph; whoever searches or
copies 目 would then miss it. The tables of names are plain text of fixed length in the file, so they are mended in
their place.
"""

import re
import unicodedata

_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_NAMES = re.compile(rb"\[[^\]]*\]")
_NAME = re.compile(rb"<(2[EF][0-9A-F]{2}|F[9A][0-9A-F]{2})>")
#: Radicals that Unicode does not lead back to their sign.
_ALIKE = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)


def findable(content: bytes) -> bytes:
    """``content`` with every radical in the names of glyphs replaced by its sign; not a byte moves."""
    return _TABLE.sub(lambda table: _NAMES.sub(lambda names: _NAME.sub(_mended, names[0]), table[0]), content)


def _mended(name: re.Match[bytes]) -> bytes:
    sign = chr(int(name[1], 16))
    plain = _ALIKE.get(sign) or unicodedata.normalize("NFKC", sign)
    return f"<{ord(plain):04X}>".encode() if len(plain) == 1 and plain <= "\uffff" else name[0]
