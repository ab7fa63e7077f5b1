"""The cells of a collection form: its columns, its look, and how one cell is written."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from perftrack.domain.terms import Grade
from perftrack.services import collectionform as form
from perftrack.services.exporting.heights import COLUMN_EXTRA, PIXELS_PER_CHARACTER, line_count
from perftrack.services.exporting.readback import address
from perftrack.services.exporting.text import clean

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

#: Columns left to right with their widths in characters; the input columns among them.
COLUMNS = (
    (form.NUMBER, 5.5), ("一级指标", 9.5), ("二级指标", 10.5), (form.INDICATOR, 23.0), ("指标值", 12.0), ("上期", 11.0),
    (form.VALUE, 13.0), ("口径", 7.5), (form.SHARE, 9.5), (form.CAUSE, 23.0), (form.REMEDY, 23.0), (form.NOTE, 17.0),
)  # fmt: skip
(NUMBER, LEVEL1, LEVEL2, NAME, TARGET, BEFORE, VALUE, COUNTED, SHARE, CAUSE, REMEDY, NOTE) = range(len(COLUMNS))
INPUT, HEAD, LOCKED = "#FFF8E1", "#ECE9E3", "#5C5850"
FONT, SIZE, LINE = "宋体", 11, 15.5
LONGEST_PROMPT = 250
COUNTED_TOLD = {
    "本期数": "本季度内发生的数，不含以前季度",
    "累计数": "从1月到本季度末的合计",
    "期末数": "本季度末的数",
    "等级": "从下拉框选：达成、部分达成、未达成",
    "日期": "完成的日期，如 9月 或 2024年9月20日",
}


def asked(counted: str, target: str, *, more: str = "", words: bool = False, stop: bool = True) -> dict[str, Any]:
    """What the cell of a value says when it is entered; of ``words`` a grade is chosen (else only advised)."""
    prompt = f"{counted}：{COUNTED_TOLD[counted]}。指标值 {target}。{more}"
    if len(prompt) > LONGEST_PROMPT:
        prompt = prompt[: LONGEST_PROMPT - 1] + "…"
    shared = {"input_title": "填写", "input_message": prompt, "ignore_blank": True}
    if not words:
        return {"validate": "any", **shared}
    return {
        "validate": "list", "source": [grade.value for grade in Grade], "error_type": "stop" if stop else "warning",
        "error_title": "请从下拉框选", "error_message": "只能填：达成、部分达成、未达成", **shared,
    }  # fmt: skip


class PageCells:
    """Writes the cells of one page. ``plan``: whose form it is, named where a text is too long."""

    def __init__(self, book: "Workbook", page: "Worksheet", plan: str) -> None:
        self._book, self._page, self._plan = book, page, plan
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def titles(self, row: int, words: list[str], spans: tuple[tuple[int, int], ...] = ()) -> None:
        """The words over the columns; ``spans`` are the first and last columns of those that run over several."""
        look = {"bold": True, "border": 1, "bg_color": HEAD, "align": "center", "text_wrap": True}
        self._page.set_row(row, 36)
        for column, word in enumerate(words):
            self.text(row, column, word, **look)
        for first, last in spans:
            self._page.merge_range(row, first, row, last, words[first], self.format(**look))

    def input(self, row: int, column: int, text: str, **look: Any) -> None:
        """A cell to fill in. Typed text stays text: 1188/1320 must not become a date."""
        self.text(row, column, text, locked=False, bg_color=INPUT, border=1, text_wrap=True, num_format="@", **look)

    def number(self, row: int, column: int, digits: str, shape: str) -> None:
        """A cell for a number, shown as ``shape``."""
        look = self.format(locked=False, bg_color=INPUT, border=1, num_format=shape, align="right")
        if digits:
            self._page.write_number(row, column, Decimal(digits), look)
        else:
            self._page.write_blank(row, column, None, look)

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """Text as text, never as a formula."""
        place = f"{self._plan} {address(row, column)}"
        if text:
            self._page.write_string(row, column, clean(text, place), self.format(**look))
        else:
            self._page.write_blank(row, column, None, self.format(**look))

    def format(self, **look: Any) -> "Format":
        """The format of this look, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            basis = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "font_family": 1,
                      "font_charset": 134, "border_color": "#A8A296"}  # fmt: skip
            self._formats[key] = self._book.add_format({**basis, **look})
        return self._formats[key]

    def grow(self, row: int, texts: dict[int, str], least: int = 2) -> None:
        """Makes a row as high as its texts by column ask for, ``least`` lines at the least."""
        pixels = {column: PIXELS_PER_CHARACTER * COLUMNS[column][1] + COLUMN_EXTRA - 8 for column in texts}
        lines = max(line_count(text, pixels[column], SIZE) for column, text in texts.items())
        self._page.set_row(row, min(max(lines, least) * LINE + 4, 400))
