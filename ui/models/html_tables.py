"""Tables as office programs put them on the clipboard."""

from html.parser import HTMLParser

Block = list[list[str]]


def read_html(html: str) -> Block:
    """The first table in ``html``; merged cells hold their text once. Empty if there is no table.

    >>> read_html('<table><tr><td rowspan=2>a<td>b<br>c<tr><td> d </table>')
    [['a', 'b\\nc'], ['', 'd']]
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.block()


class _TableReader(HTMLParser):
    """Reads the first table and nothing else; what offices write leaves out many closing tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._here: tuple[int, int] | None = None
        self._depth, self._done = 0, False

    def block(self) -> Block:
        """The rows, all of one width."""
        height = max((row for row, _ in self._taken), default=-1) + 1
        width = max((column for _, column in self._taken), default=-1) + 1
        return [[_clean(self._cells.get((row, column), "")) for column in range(width)] for row in range(height)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._row, self._here = self._row + 1, None
        elif tag in ("td", "th"):
            self._begin(dict(attrs))
        elif tag in ("br", "p", "div") and self._here is not None and (tag == "br" or self._cells[self._here].strip()):
            self._cells[self._here] += "\x00"

    def _begin(self, given: dict[str, str | None]) -> None:
        self._row = max(0, self._row)
        column = 0
        while (self._row, column) in self._taken:
            column += 1
        self._here = (self._row, column)
        self._cells[self._here] = ""
        for down in range(_count(given.get("rowspan"))):
            for right in range(_count(given.get("colspan"))):
                self._taken.add((self._row + down, column + right))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            self._done = self._depth == 0
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._here = None

    def handle_data(self, data: str) -> None:
        if self._here is not None and self._depth == 1 and not self._done:
            self._cells[self._here] += data


def _count(text: str | None) -> int:
    return min(1000, max(1, int(text))) if text and text.isdigit() else 1


def _clean(text: str) -> str:
    """White space of the source is one blank; only marked line ends are line ends."""
    lines = (" ".join(line.split()) for line in text.split("\x00"))
    return "\n".join(lines).strip()
