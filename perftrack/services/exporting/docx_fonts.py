"""Fonts of a document: the official ones by name, and what a program takes in their place where they are missing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

TITLE_FONT, BODY_FONT = "方正小标宋简体", "宋体"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The other names a program looks for, nearest first.
_INSTEAD = {
    TITLE_FONT: "FZXiaoBiaoSong-B05S;Noto Serif CJK SC;Source Han Serif SC;SimSun",
    BODY_FONT: "SimSun;Noto Serif CJK SC;Source Han Serif SC",
}


def with_fonts(document: "Document") -> None:
    """Set the body face for every style of ``document`` and name what stands in for the official faces."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for name in ("Normal", "Heading 1", "Heading 2", "Title", "Footer"):
        properties = document.styles[name].element.get_or_add_rPr()
        for tag in ("w:rFonts", "w:color"):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
        properties.insert(0, parse_xml(faces(BODY_FONT, alone=True)))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "zh-CN")
        language.set(qn("w:eastAsia"), "zh-CN")
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = _table().encode()


def faces(name: str, *, alone: bool = False) -> str:
    """The element that sets one face for all scripts; ``alone``: it brings its own namespace."""
    namespace = f' xmlns:w="{_W}"' if alone else ""
    return f'<w:rFonts{namespace} w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _table() -> str:
    """The table of fonts: serif faces of the Chinese character set, each with its stand-ins."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead in _INSTEAD.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{_W}">{fonts}</w:fonts>'
