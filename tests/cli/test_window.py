"""open and demo: the window where there is a display, pictures and sheets where there is none."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from perftrack.cli import demo as demo_module
from perftrack.domain.plans import Department
from perftrack.services import bundled
from perftrack.services.importing import sample
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run, one_sentence
from tests.factories import TickingClock


class Window:
    """A window that is only remembered."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, str | None]] = []

    def __call__(self, path: Path | None, language: str | None) -> int:
        self.opened.append((path, language))
        return 0


class Artist:
    """Draws nothing and says that it drew one page."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Path, str]] = []

    def __call__(self, path: Path, out: Path, language: str) -> Sequence[Path]:
        self.asked.append((path, out, language))
        return [out / "overview.png"]


@pytest.mark.usefixtures("with_display")
def test_that_a_first_word_that_is_no_command_is_a_file(db: Path, run: Run) -> None:
    window = Window()
    for words in ((db,), ("open", db), ("--lang", "zh_CN", db), (db, "--lang", "zh_CN")):
        assert run(*words, open_window=window)[0] == 0
    assert run(open_window=window)[0] == 0
    assert window.opened == [(db, None), (db, None), (db, "zh_CN"), (db, "zh_CN"), (None, None)]


@pytest.mark.usefixtures("with_display")
def test_that_the_status_of_the_window_is_ours(run: Run) -> None:
    assert run(open_window=lambda path, language: 7)[0] == 7


@pytest.mark.usefixtures("with_display")
def test_that_a_file_that_is_missing_is_refused_without_a_window(tmp_path: Path, run: Run) -> None:
    window = Window()
    status, _, error = run(tmp_path / "scor", open_window=window)
    assert (status, one_sentence(error), window.opened) == (1, True, [])


@pytest.mark.usefixtures("headless")
def test_that_no_window_is_tried_without_a_display(db: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()
    status, _, error = run(db, open_window=window)
    assert (status, one_sentence(error), window.opened) == (1, True, [])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run(db, open_window=window)[0] == 0


@pytest.mark.usefixtures("headless")
def test_that_the_demo_without_a_display_draws_and_exports(tmp_path: Path, run: Run) -> None:
    out, artist = tmp_path / "a" / "demo", Artist()
    status, said, _ = run("demo", "--out", out, draw_pages=artist, open_window=Window())
    assert status == 0
    assert artist.asked == [(out / "sample.perftrack", out / "pictures", "en")]
    assert len(list((out / "sheets").glob("*.xlsx"))) == 19
    assert str(out / "pictures") in said
    assert str(out / "sheets") in said


@pytest.mark.usefixtures("with_display")
def test_that_the_demo_opens_the_window_unless_pictures_are_asked_for(tmp_path: Path, run: Run) -> None:
    window, artist = Window(), Artist()
    assert run("demo", "--out", tmp_path, open_window=window, draw_pages=artist)[0] == 0
    assert (window.opened, artist.asked) == ([(tmp_path / "sample.perftrack", None)], [])
    assert run("demo", "--out", tmp_path, "--pictures", open_window=window, draw_pages=artist)[0] == 0
    assert (len(window.opened), len(artist.asked)) == (1, 1)


@pytest.mark.usefixtures("with_display")
def test_that_the_demo_uses_its_file_again_and_never_somebody_elses(tmp_path: Path, run: Run) -> None:
    window = Window()
    run("demo", "--out", tmp_path, open_window=window)
    path = tmp_path / "sample.perftrack"
    before = path.read_bytes()
    assert run("demo", "--out", tmp_path, open_window=window)[0] == 0
    assert path.read_bytes() == before
    path.unlink()
    Workspace.create(path, Department("自己的"), clock=TickingClock()).close()
    mine = path.read_bytes()
    status, _, error = run("demo", "--out", tmp_path, open_window=window)
    assert (status, one_sentence(error), path.read_bytes()) == (1, True, mine)
    path.write_bytes(b"mine")
    assert run("demo", "--out", tmp_path, open_window=window)[0] == 1
    assert path.read_bytes() == b"mine"


@pytest.mark.usefixtures("with_display")
def test_that_the_demo_makes_a_new_folder_each_time(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_module.tempfile, "tempdir", str(tmp_path))
    window = Window()
    run("demo", open_window=window)
    run("demo", open_window=window)
    first, second = (path for path, _ in window.opened)
    assert first != second
    assert first is not None
    assert first.parent.parent == tmp_path


def test_that_the_sample_is_a_package_that_imports(tmp_path: Path) -> None:
    path = tmp_path / "sample.perftrack"
    assert sample.provide_sample(path, clock=TickingClock())
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.is_sample
        assert len(workspace.plans(2024)) == len(bundled.sample_package()["plans"])
