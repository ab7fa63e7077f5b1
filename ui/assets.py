"""The one door from the window to what is shipped in ``resources``: icons, the style template, translations.

Colours are not known here. :mod:`ui.theme`, which stands above this module, lends them through :func:`use_colours`.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from resources import FOLDER

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

#: Stroke in units of the 24 grid by size in pixels: small icons need a heavier line to look equally dark.
_STROKES = ((12, "2.6"), (16, "2.0"), (20, "1.6"))
_FULL_STROKE = "1.5"

_colour_of: list[Callable[[str], str]] = []


def use_colours(colour_of: Callable[[str], str]) -> None:
    """Take the function that turns a colour token into ``#rrggbb`` for the scheme shown now."""
    _colour_of[:] = [colour_of]


def icon(name: str, size: int = 16, token: str = "text-2", disabled: str = "text-3") -> QIcon:
    """Give the icon ``name`` at ``size`` logical pixels, drawn in the colour ``token``.

    The icon holds today's colours: ask again when ``ui.theme.changed`` is emitted. Asking twice is free.
    """
    colour_of = _colour_of[0]
    return _icon(name, size, colour_of(token), colour_of(disabled), colour_of("on-accent"), _ratios())


def pixmap(name: str, size: int = 16, token: str = "text-2", ratio: float = 0.0) -> QPixmap:
    """Give the icon ``name`` as a picture for ``ratio`` device pixels per pixel (0: the sharpest screen)."""
    colour_of = _colour_of[0]
    return _pixmap(name, size, colour_of(token), colour_of("on-accent"), ratio or _ratios()[-1])


def icon_names() -> tuple[str, ...]:
    """Name every icon there is, in alphabetical order."""
    folder = FOLDER / "icons"
    return tuple(sorted(entry.name.removesuffix(".svg") for entry in folder.iterdir() if entry.name.endswith(".svg")))


@cache
def style_template() -> str:
    """Read the style sheet with its ``@token@`` marks still open, except the folder of its pictures."""
    folder = FOLDER / "styles"
    return (folder / "app.qss").read_text("utf-8").replace("@pictures@", folder.as_posix())


def translation_path(language: str) -> Path:
    """Say where the compiled translation for ``language`` (``zh_CN``, ``en``) is, whether or not it exists."""
    return FOLDER / "i18n" / f"perftrack_{language}.qm"


def _ratios() -> tuple[float, ...]:
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}))


@cache
def _icon(name: str, size: int, colour: str, disabled: str, on_colour: str, ratios: tuple[float, ...]) -> QIcon:
    result = QIcon()
    for ratio in ratios:
        result.addPixmap(_pixmap(name, size, colour, on_colour, ratio))
        result.addPixmap(_pixmap(name, size, disabled, on_colour, ratio), QIcon.Mode.Disabled)
    return result


@cache
def _pixmap(name: str, size: int, colour: str, on_colour: str, ratio: float) -> QPixmap:
    renderer = _renderer(name, size, colour, on_colour)
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    with QPainter(result) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return result


@cache
def _source(name: str) -> str:
    return (FOLDER / "icons" / f"{name}.svg").read_text("utf-8")


def _renderer(name: str, size: int, colour: str, on_colour: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer  # late: a window without icons on its first page need not load it

    stroke = next((width for limit, width in _STROKES if size <= limit), _FULL_STROKE)
    text = _source(name).replace('stroke-width="1.5"', f'stroke-width="{stroke}"')
    text = text.replace('"#fff"', f'"{on_colour}"').replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))
