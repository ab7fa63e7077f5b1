"""The language of the window: the system's or the user's wish, changed without a restart."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui import assets

LANGUAGES = ("zh_CN", "en")
#: How each language calls itself; never translated.
OWN_NAMES = {"zh_CN": "中文", "en": "English"}

_installed: list[QTranslator] = []


def system_language() -> str:
    """The first of the system's languages that we speak; English if we speak none of them."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


def resolve(wish: str | None) -> str:
    """The language for a wish: ``zh_CN``, ``en``, or anything else for the system's."""
    return wish if wish in LANGUAGES else system_language()


def use(language: str) -> None:
    """Speak ``language`` in the whole window from now on; every widget is told by Qt itself."""
    app = QCoreApplication.instance()
    if app is None:
        return
    QLocale.setDefault(QLocale(language))
    before = list(_installed)
    _installed.clear()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name in (f"{qt_folder}/qtbase_{language}.qm", str(assets.translation_path(language))):
        translator = QTranslator(app)
        if translator.load(name):
            app.installTranslator(translator)
            _installed.append(translator)
    for translator in before:
        app.removeTranslator(translator)
        translator.deleteLater()
