"""The chores: which ones open a window, and what a built program must not leave out."""

from pathlib import Path

import pytest

from build_spec import notices, tasks
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("arguments", "is_window"),
    [
        ([], True), (["--register", "x"], True), (["--language", "ar", "--register", "x"], True),
        (["trainings"], False), (["--register", "x", "trainings"], False), (["--version"], False),
    ],
)  # fmt: skip
def test_only_the_window_asks_for_libraries_of_a_screen(arguments: list[str], is_window: bool):
    assert tasks.opens_window(arguments) is is_window


def test_every_chore_is_explained(capsys: pytest.CaptureFixture[str]):
    assert tasks.main([]) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said and chore.__doc__ for name, chore in tasks.CHORES.items())
    assert tasks.main(["nonsense"]) == 2


def test_the_notices_name_every_part_that_is_shipped():
    text = notices.notices()
    names = notices.locked_names(ROOT / "requirements" / "runtime.txt")
    assert len(names) > 20
    for name in set(names) - notices.NOT_SHIPPED:
        assert name.casefold().replace("-", "_") in text.casefold().replace("-", "_"), name
    for licence in ("GNU Lesser General Public License", "SIL Open Font License", "Apache", "MIT"):
        assert licence in text


def test_a_part_that_is_not_installed_here_is_left_out():
    assert notices.section("no-such-package-at-all") == ""


def test_the_built_folder_gets_every_folder_of_resources():
    """A new folder of resources that the build forgets would only be missed on somebody's laptop."""
    text = (ROOT / "build_spec" / "sijil.spec").read_text(encoding="utf-8")
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir() and not any(path.glob("__*__*"))}
    assert [name for name in sorted(folders) if name not in text] == []
    files = {path.name for path in (ROOT / "resources").iterdir() if path.is_file() and path.suffix != ".py"}
    assert [name for name in sorted(files) if name not in text] == []
    assert Path(ROOT / "LICENSE").is_file()
