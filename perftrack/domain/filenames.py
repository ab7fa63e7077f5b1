"""Names of files that every system accepts: never a path, a device or an invisible trick."""

import re
import unicodedata

#: Longest stem in bytes of UTF-8: room for a number and the ending within the 255 bytes of Linux and Windows alike.
LONGEST_STEM = 200
_LONGEST_ENDING = 10
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_ENDING = re.compile(r"[A-Za-z0-9]+")


def safe_stem(text: str) -> str:
    """``text`` as the stem of a file name on Windows, Linux and shares: never a path, a device or an invisible trick.

    >>> safe_stem("a/b:c?"), safe_stem("CON"), safe_stem("../..")
    ('a_b_c_', '_CON', '_')
    """
    shown = "".join(
        " " if sign.isspace() else "" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") else sign
        for sign in unicodedata.normalize("NFC", text)
    )
    stem = _FORBIDDEN.sub("_", shown).strip(" .")
    if len(stem.encode()) > LONGEST_STEM:
        stem = stem.encode()[: LONGEST_STEM - 3].decode(errors="ignore").rstrip(" .") + "…"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return stem if stem.strip("_") else "_"


def safe_name(text: str) -> str:
    """``text`` as a whole file name with its ending, which survives where the rest is cut.

    >>> safe_name("../../a.pdf"), safe_name("CON.txt"), safe_name("C:\\\\temp\\\\b.xlsx")
    ('_.._a.pdf', '_CON.txt', 'C__temp_b.xlsx')
    """
    stem, dot, ending = text.rpartition(".")
    if dot and stem and len(ending) <= _LONGEST_ENDING and _ENDING.fullmatch(ending):
        return f"{safe_stem(stem)}.{ending}"
    return safe_stem(text)


def ending(name: str) -> str:
    """The ending of a file name in lower case, empty where there is none.

    >>> ending("拨付凭证.PDF"), ending("说明")
    ('pdf', '')
    """
    return name.rpartition(".")[2].lower() if "." in name else ""
