"""Set-up on a fresh machine: what is checked, what is said when something is missing."""

import zipfile
from pathlib import Path

import pytest

from build_spec import provision, tasks


def test_a_font_with_a_wrong_sum_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    wheel = tmp_path / "fonts.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for original, _ in provision.FONT_FILES.values():
            archive.writestr(f"static/{original}", b"another font")
    monkeypatch.setattr(provision, "FONTS", tmp_path)
    with pytest.raises(provision.SetupFailed, match="nothing was installed"):
        provision.unpack_fonts(wheel)
    assert not list(tmp_path.glob("*.ttf"))


def test_missing_libraries_are_named_exactly(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provision.sys, "platform", "linux")
    missing = provision.missing_packages({"libnothing-at-all.so.9": "libnothing9"}, {"/no/such/file": "some-data"})
    assert missing == ["libnothing9", "some-data"]
    monkeypatch.setattr(provision.shutil, "which", lambda name: None)
    with pytest.raises(provision.SetupFailed, match="sudo apt-get install libnothing9 some-data"):
        provision.install_packages(missing)


def test_other_systems_need_no_debian_packages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provision.sys, "platform", "win32")
    assert provision.missing_packages({"libnothing.so": "x"}, {}) == []


def test_an_old_python_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provision, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(provision.SetupFailed, match=r"needs Python 99\.0"):
        provision.ensure_environment()


def test_done_steps_are_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provision, "VENV", tmp_path)
    provision.mark_done("step", "stamp")
    assert provision.is_done("step", "stamp")
    assert not provision.is_done("step", "other stamp")


def test_an_unknown_chore_is_wrong_use(capsys: pytest.CaptureFixture[str]):
    assert tasks.main(["nonsense"]) == 2
    assert tasks.main(["--help"]) == 0
    assert "demo" in capsys.readouterr().out
