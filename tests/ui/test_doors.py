"""The doors of the window: settings, alerts, crash reports, languages, the session."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QMessageBox, QSplitter, QTableView, QWidget

from perftrack.errors import UserError
from perftrack.services.changes import Changes
from tests.ui.windows import QUIET, settings_at
from ui import crash, languages
from ui.alerts import Alerts
from ui.models.waiting import WaitingTable
from ui.session import Session

pytestmark = QUIET


@pytest.fixture
def settings(tmp_path):
    return settings_at(tmp_path)


def test_what_was_kept_comes_back_as_what_it_was(settings):
    settings.keep("text", "总览")
    settings.keep("number", 3)
    settings.keep("flag", True)
    settings.keep("blob", QByteArray(b"\x00\x01"))
    assert settings.text("text") == "总览"
    assert settings.number("number") == 3
    assert settings.flag("flag") is True
    assert settings.blob("blob") == QByteArray(b"\x00\x01")


def test_what_does_not_read_is_forgotten(settings):
    settings.keep("number", "three")
    settings.keep("blob", "no blob")
    assert settings.number("number", 7) == 7
    assert settings.blob("blob").isEmpty()
    assert settings.text("nothing", "default") == "default"


def test_the_files_opened_last_are_those_still_there_newest_first(settings, tmp_path):
    paths = [tmp_path / f"{i}.perftrack" for i in range(10)]
    for path in paths:
        path.touch()
        settings.opened(path)
    settings.opened(paths[5])
    paths[9].unlink()
    recent = settings.recent()
    assert recent[0] == paths[5]
    assert paths[9] not in recent
    assert len(recent) == len(set(recent)) <= 8


def test_settings_outlive_the_program(settings, tmp_path):
    settings.keep_place("file", 2024, 3)
    settings._store.sync()
    again = QSettings(settings._store.fileName(), QSettings.Format.IniFormat)
    assert type(settings)(again).place("file") == (2024, 3)


def test_splitters_and_columns_come_back_as_they_were_left(qtbot, settings):
    def build():
        splitter, table = QSplitter(), QTableView()
        qtbot.addWidget(splitter)
        splitter.addWidget(QWidget())
        splitter.addWidget(table)
        table.setModel(WaitingTable(table))
        splitter.resize(800, 400)
        splitter.show()
        settings.remember_splitter("page", splitter, [300, 500])
        settings.remember_columns("table", table.horizontalHeader())
        return splitter, table.horizontalHeader()

    splitter, header = build()
    header.resizeSection(1, 222)
    splitter.setSizes([500, 300])
    splitter.splitterMoved.emit(500, 1)
    sizes = splitter.sizes()
    again, header = build()
    assert again.sizes() == sizes
    assert header.sectionSize(1) == 222


def test_a_toast_says_one_sentence_and_offers_one_act(qtbot, qapp):
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(800, 600)
    area.show()
    alerts, done = Alerts(area), []
    alerts.use_area(area)
    alerts.say("Stored", "Undo", lambda: done.append(True))
    assert alerts._toast.isVisible()
    qtbot.mouseClick(alerts._toast._action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not alerts._toast.isVisible()


@pytest.mark.parametrize(("button", "expected"), [("Replace", ["done"]), ("Cancel", [])])
def test_a_question_is_answered_without_stopping_the_program(qtbot, button, expected):
    area = QWidget()
    qtbot.addWidget(area)
    area.show()
    alerts, done = Alerts(area), []
    alerts.use_area(area)
    box = alerts.ask("Replace 6 plans?", "Replace", lambda: done.append("done"), danger=True)
    assert isinstance(box, QMessageBox)
    assert done == []
    next(one for one in box.buttons() if one.text().replace("&", "") == button).click()
    assert done == expected


def test_what_is_refused_changes_nothing_and_is_said(qapp, settings):
    session, said, announced = Session(settings), [], []
    session.alerts.said.connect(said.append)
    session.events.changed.connect(lambda *what: announced.append(what))

    def refuse():
        raise UserError("nothing_to_undo")

    assert session.perform(refuse) is None
    assert said == [session.speaker.error(UserError("nothing_to_undo"))]
    assert announced == []


def test_changes_are_announced_with_whoever_began_them_and_nothing_is_not(qapp, settings):
    session, announced = Session(settings), []
    session.events.changed.connect(lambda *what: announced.append(what))
    changes = Changes("import", structure=True)
    session.perform(lambda: changes, "me")
    session.perform(lambda: Changes("record_actual"), "me")
    assert announced == [(changes, "me")]


def test_pending_work_adds_up_over_the_window(qapp, settings):
    session, told = Session(settings), []
    session.pending_changed.connect(lambda: told.append(session.pending))
    session.set_pending("entry", 2, refused=1)
    session.set_pending("plans", 1)
    session.set_pending("entry", 0)
    session.set_pending("never", 0)
    assert told[:3] == [(2, 1), (3, 1), (1, 0)]


def test_a_fault_of_ours_leaves_a_report_and_a_sentence(qapp, tmp_path):
    moment = datetime(2024, 10, 14, 9, 0, tzinfo=UTC)
    try:
        raise ZeroDivisionError("a share of nothing")
    except ZeroDivisionError as error:
        path = crash.write_report(error, tmp_path / "crashes", moment)
    text = path.read_text(encoding="utf-8")
    assert "a share of nothing" in text
    assert "test_doors.py" in text
    assert str(path) in crash.sentence(path)


def test_faults_are_told_when_nobody_caught_them(qapp, tmp_path, monkeypatch, capsys):
    import sys

    said = []
    monkeypatch.setattr(crash, "report_folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(said.append, lambda: datetime(2024, 10, 14, 9, 0, tzinfo=UTC))
    crash.raise_unheard(ValueError("broken"))
    assert len(said) == 1
    assert "broken" in capsys.readouterr().err
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(("wish", "spoken"), [("zh_CN", "zh_CN"), ("en", "en")])
def test_a_wish_for_a_language_is_followed(wish, spoken):
    assert languages.resolve(wish) == spoken


def test_without_a_wish_the_systems_language_is_spoken():
    assert languages.resolve("system") == languages.system_language()
    assert languages.system_language() in languages.LANGUAGES


def test_both_languages_speak_their_own_words(qapp):
    languages.use("zh_CN")
    assert QCoreApplication.translate("Pages", "Overview") == "总览"
    languages.use("en")
    assert QCoreApplication.translate("Pages", "Overview") == "Overview"
