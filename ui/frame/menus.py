"""The menus of the top bar: the office's file, the year, language and appearance."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from perftrack.domain.access import Act, Actor
from perftrack.domain.people import Person
from ui import assets, languages, preferences, theme
from ui.actions import COMMANDS, Actions
from ui.settings import Settings


def below(menu: QMenu, anchor: QWidget) -> None:
    """Open ``menu`` below ``anchor``; it goes away by itself."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
    first = next((action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None)
    if first is not None and anchor.hasFocus():
        menu.setActiveAction(first)


def file_menu(
    actions: Actions, settings: Settings, current: Path | None, go: Callable[[Path], object], parent: QWidget
) -> QMenu:
    """New, open, import, sample; forms for leads; the files opened last; close."""
    menu = QMenu(parent)
    for key in ("new", "open", "import", "sample"):
        action = actions[key]
        action.setIcon(assets.icon(COMMANDS[key].icon))
        menu.addAction(action)
    menu.addSeparator()
    for key in ("collect_write", "collect_read"):
        action = actions[key]
        action.setIcon(assets.icon(COMMANDS[key].icon))
        menu.addAction(action)
    others = [path for path in settings.recent() if path != current]
    if others:
        menu.addSection(QCoreApplication.translate("Menus", "Opened last"))
        menu.addSeparator()
        for path in others:
            entry = menu.addAction(path.stem.replace("&", "&&"))
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda _checked=False, path=path: go(path))
        menu.setToolTipsVisible(True)
    menu.addSeparator()
    menu.addAction(actions["close"])
    return menu


def year_menu(years: tuple[int, ...], current: int, go: Callable[[int], object], parent: QWidget) -> QMenu:
    """The years of the file, the newest first."""
    menu = QMenu(parent)
    for year in reversed(years):
        entry = menu.addAction(year_words(year))
        entry.setCheckable(True)
        entry.setChecked(year == current)
        entry.triggered.connect(lambda _checked=False, year=year: go(year))
    return menu


def year_words(year: int) -> str:
    """A fiscal year in words: 2024 年."""
    return QCoreApplication.translate("Menus", "%1", "fiscal year").replace("%1", str(year))


def language_menu(settings: Settings, choose: Callable[[str], object], parent: QWidget) -> QMenu:
    """The system's language, Chinese, English."""
    words = {"system": QCoreApplication.translate("Menus", "As the system"), **languages.OWN_NAMES}
    return _choice(words, settings.text("language", "system"), choose, parent)


def scheme_menu(settings: Settings, choose: Callable[[str], object], parent: QWidget) -> QMenu:
    """The system's appearance, light, dark."""
    return _choice(
        {key: scheme_words(key) for key in get_args(theme.Scheme)}, preferences.scheme_of(settings), choose, parent
    )


def scheme_words(scheme: str) -> str:
    """An appearance in words."""
    match scheme:
        case "light":
            return QCoreApplication.translate("Menus", "Light")
        case "dark":
            return QCoreApplication.translate("Menus", "Dark")
        case _:
            return QCoreApplication.translate("Menus", "As the system")


def preferences_menu(
    settings: Settings, choose_language: Callable[[str], object], choose_scheme: Callable[[str], object],
    parent: QWidget,
) -> QMenu:  # fmt: skip
    """Language and appearance in one."""
    menu = QMenu(parent)
    for title, part in (
        (QCoreApplication.translate("Menus", "Language"), language_menu(settings, choose_language, menu)),
        (QCoreApplication.translate("Menus", "Appearance"), scheme_menu(settings, choose_scheme, menu)),
    ):
        part.setTitle(title)
        menu.addMenu(part)
    return menu


#: How many people the menu names itself; more are found in the list that opens.
_NAMED = 8


def person_menu(
    actor: Actor, people: Sequence[Person], role: Callable[[Person], str], act: Callable[[str, str], object],
    parent: QWidget,
) -> QMenu:  # fmt: skip
    """Who may take over, signing out, the own password, setting people up; in an undivided file only the last.

    ``act`` is called with ``become``, ``choose``, ``sign_out``, ``password`` or ``set_up``, and the id of a person.
    """
    menu = QMenu(parent)

    def add(words: str, key: str, person_id: str = "", icon: str = "") -> QAction:
        entry = menu.addAction(words)
        if icon:
            entry.setIcon(assets.icon(icon))
        entry.triggered.connect(lambda _checked=False: act(key, person_id))
        return entry

    active = [person for person in people if person.active]
    if not active:
        add(QCoreApplication.translate("Menus", "Set up people…"), "set_up")
        return menu
    if len(active) <= _NAMED:
        for person in active:
            words = person_words(person, role(person)).replace("&", "&&")
            entry = add(words, "become", person.id, "lock" if person.has_password else "")
            entry.setCheckable(True)
            entry.setChecked(person.id == actor.person_id)
    else:
        add(QCoreApplication.translate("Menus", "Switch person…"), "choose")
    menu.addSeparator()
    if actor.person_id:
        add(QCoreApplication.translate("Menus", "My password…"), "password")
        add(QCoreApplication.translate("Menus", "Sign out"), "sign_out")
    manage = QCoreApplication.translate("Menus", "Manage people…")
    look = QCoreApplication.translate("Menus", "See people…")
    add(manage if actor.may(Act.SET_UP) else look, "set_up")
    return menu


def person_words(person: Person | Actor, role: str) -> str:
    """A person with the role, where the name does not say it already: 某人 · 项目负责人."""
    return role if person.name == role or not person.name else f"{person.name} · {role}"


def _choice(words: dict[str, str], current: str, choose: Callable[[str], object], parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for key, word in words.items():
        entry = QAction(word, menu)
        entry.setCheckable(True)
        entry.setChecked(key == current)
        entry.triggered.connect(lambda _checked=False, key=key: choose(key))
        group.addAction(entry)
        menu.addAction(entry)
    return menu
