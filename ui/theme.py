"""The one door to colours, fonts, sizes and spacing.

Colours are asked for by token. Text tokens keep 4.5:1 on ``window``, ``surface``, ``sunken`` and ``selected`` in both
schemes, graphics keep 3:1. Painted widgets ask while painting and repaint when :data:`changed` is emitted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui import assets

Scheme = Literal["system", "light", "dark"]

LIGHT = {
    "window": "#F5F4F0",
    "surface": "#FEFDFB",
    "sunken": "#F5F3EE",
    "raised": "#FFFFFF",
    "hover": "#F3F1EC",
    "selected": "#E4EFEF",
    "rule": "#E3DFD7",
    "rule-strong": "#CDC8BD",
    "border": "#928C80",
    "text": "#24221E",
    "text-2": "#5C5850",
    "text-3": "#706B61",
    "accent": "#155E69",
    "accent-hover": "#0F4B54",
    "on-accent": "#FFFFFF",
    "green": "#2A7445",
    "amber": "#B67906",
    "amber-text": "#855300",
    "red": "#B7382A",
    "blue": "#2765AE",
    "grey": "#857F74",
    "green-soft": "#E3F0E6",
    "amber-soft": "#F8ECD2",
    "red-soft": "#F8E2DD",
    "blue-soft": "#E0EBF7",
    "grey-soft": "#EFEDE8",
    "track-1": "#ECE9E3",
    "track-2": "#DFDBD2",
    "track-3": "#CFCABF",
    "desk": "#E9E7E1",
    "shadow": "#2424221E",
    "paper": "#FFFFFF",
    "ink": "#000000",
}
DARK = {
    "window": "#171614",
    "surface": "#1F1E1B",
    "sunken": "#1A1917",
    "raised": "#2A2824",
    "hover": "#282622",
    "selected": "#1F383B",
    "rule": "#33312C",
    "rule-strong": "#4B483F",
    "border": "#7E786C",
    "text": "#ECE8E0",
    "text-2": "#C0BAAE",
    "text-3": "#A49E92",
    "accent": "#7DC1C7",
    "accent-hover": "#97D0D5",
    "on-accent": "#0C2A2E",
    "green": "#77C290",
    "amber": "#E3B250",
    "amber-text": "#E3B250",
    "red": "#F18D7C",
    "blue": "#86B8EE",
    "grey": "#938D81",
    "green-soft": "#21372A",
    "amber-soft": "#3D3118",
    "red-soft": "#472A25",
    "blue-soft": "#1F3348",
    "grey-soft": "#2B2925",
    "track-1": "#2B2925",
    "track-2": "#38352F",
    "track-3": "#49463E",
    "desk": "#121110",
    "shadow": "#80000000",
    "paper": "#FFFFFF",
    "ink": "#000000",
}

#: Text sizes in pixels (Qt scales them), each with the height of its line in :data:`LINE`.
SMALL, BODY, TITLE, FIGURE = 12, 14, 20, 32
LINE = {SMALL: 16, BODY: 20, TITLE: 28, FIGURE: 40}

#: Spacing on the grid of 8; ``HALF`` inside a control.
HALF, SPACE, PANEL_PADDING, PAGE_PADDING = 4, 8, 16, 24
CELL_PADDING = 8

#: Heights and widths of the frame.
RAIL_WIDTH, RAIL_ITEM, TOP_BAR, STATUS_LINE, PAGE_HEAD, ACTION_BAR = 72, 56, 48, 24, 64, 56
DETAILS_WIDTH, REVIEW_LIST_WIDTH, SHEETS_LIST_WIDTH, SEARCH_WIDTH = 288, 296, 304, 264

#: Heights of rows: entry and overview, scorecard and lists, explanation tree, review list, header.
ROW_TALL, ROW, ROW_TREE, ROW_LIST, HEADER, HEADER_OF_TWO = 40, 32, 24, 56, 32, 56

#: Heights of controls and corner radii.
CONTROL, CONTROL_SMALL, CONTROL_INLINE, CHECK, BADGE, COUNTER, TOAST, NOTICE = 32, 28, 24, 16, 20, 16, 40, 28
RADIUS_SMALL, RADIUS, RADIUS_DIALOG = 4, 6, 8

#: Smallest window.
SMALLEST = (1180, 640)

_FAMILIES = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC")
_SHEET_TITLE = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun")
_SHEET_BODY = ("SimSun", "宋体", "Noto Serif CJK SC", "Source Han Serif SC")


class _Notifier(QObject):
    changed = Signal()


class _Shown:
    """What is on the screen now; replaced as a whole when the scheme changes."""

    dark = False
    follows_system = True
    colours: dict[str, QColor]


_notifier = _Notifier()
#: Emitted after the scheme changed and colours, palette and style sheet are the new ones.
changed = _notifier.changed


def is_dark() -> bool:
    """Say whether the dark scheme is shown."""
    return _Shown.dark


def tokens() -> dict[str, str]:
    """Give the table of the scheme shown now, token → ``#rrggbb``."""
    return DARK if _Shown.dark else LIGHT


def color(token: str) -> QColor:
    """Give the colour of ``token`` in the scheme shown now; do not change the returned object."""
    return _Shown.colours[token]


@cache
def font(size: int = BODY, bold: bool = False) -> QFont:
    """Give the interface font at ``size`` pixels with figures of equal width; do not change the returned object."""
    result = QFont([*_FAMILIES, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()])
    result.setPixelSize(size)
    result.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    if size >= FIGURE:
        result.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.5)
    return result


@cache
def sheet_font(size: int, bold: bool = False, title: bool = False) -> QFont:
    """Give the font of an official sheet at ``size`` pixels of its painter: 小标宋 for ``title``, else 宋体."""
    result = QFont(list(_SHEET_TITLE if title else _SHEET_BODY))
    result.setStyleHint(QFont.StyleHint.Serif)
    result.setPixelSize(size)
    result.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return result


def has_chinese_font() -> bool:
    """Say whether any installed font writes simplified Chinese. Needs a running application."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def install(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress ``app``: style, font, palette and style sheet; "system" follows the system's scheme from now on.

    May be called again at any time to change the scheme.
    """
    hints = QGuiApplication.styleHints()
    _Shown.follows_system = scheme == "system"
    if app.property("perftrack-dressed") is None:
        app.setProperty("perftrack-dressed", True)
        app.setStyle("Fusion")
        app.setFont(font())
        hints.colorSchemeChanged.connect(_follow_system)
    # Asking Qt for the scheme also darkens what we do not draw: title bar and the system's own dialogs.
    wishes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    if scheme == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(wishes[scheme])
    _show(hints.colorScheme() == Qt.ColorScheme.Dark if scheme == "system" else scheme == "dark")


def _follow_system(scheme: Qt.ColorScheme) -> None:
    if _Shown.follows_system and (scheme == Qt.ColorScheme.Dark) != _Shown.dark:
        _show(scheme == Qt.ColorScheme.Dark)


def _show(dark: bool) -> None:
    _use(dark)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(palette())
        app.setStyleSheet(style_sheet())
    changed.emit()


def _use(dark: bool) -> None:
    _Shown.dark = dark
    _Shown.colours = {token: QColor(value) for token, value in tokens().items()}


@contextmanager
def on_paper() -> Iterator[None]:
    """Colours for paper while something is drawn on it: the light scheme on white, whatever the screen shows."""
    dark = _Shown.dark
    _use(False)
    _Shown.colours["surface"] = _Shown.colours["paper"]
    try:
        yield
    finally:
        _use(dark)


def style_sheet() -> str:
    """Fill the style template with the colours shown now."""
    result = assets.style_template().replace("@scheme@", "dark" if _Shown.dark else "light")
    for token, value in tokens().items():
        result = result.replace(f"@{token}@", value)
    return result


def palette() -> QPalette:
    """Give the palette of the scheme shown now, for what the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    table = {
        role.Window: "window",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Button: "raised",
        role.Text: "text",
        role.WindowText: "text",
        role.ButtonText: "text",
        role.BrightText: "on-accent",
        role.PlaceholderText: "text-3",
        role.Highlight: "selected",
        role.HighlightedText: "text",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Mid: "rule",
        role.Dark: "rule-strong",
        role.Light: "raised",
        role.Midlight: "hover",
        role.Shadow: "rule-strong",
    }
    for of, token in table.items():
        result.setColor(of, color(token))
    for of in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(group.Disabled, of, color("text-3"))
    return result


_use(False)
assets.use_colours(lambda token: tokens()[token])
