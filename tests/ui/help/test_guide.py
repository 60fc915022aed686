"""The guide: the same in three languages, true to the window, opened by F1 where somebody is; on paper, as a site."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import resources
from build_spec import site
from models import errors
from resources.words import LANGUAGES, words_for
from tests.ui.looking import cut_off, nameless
from tests.ui.test_first_run import click
from ui import tour
from ui.help.guide import PAGES, Guide, page_about, save_pdf, source, title
from ui.training.desk.missing import MissingDialog
from ui.training.view import TABS
from ui.window.program import Program
from ui.window.where import Where

EVERYWHERE = {Where("trainings"): "plan", Where("people"): "people", Where("settings"): "safety"}


def shape(text: str) -> list[str]:
    """What kind of line follows which, and how many words of the window stand in it."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [f"{re.match(r'#+|-|!|[0-9]+|', line)[0]} {line.count('**') // 2}" for line in lines]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_the_same_in_three_languages(page: str):
    assert shape(source("ar", page)) == shape(source("en", page)) == shape(source("ckb", page))


def test_there_is_no_page_beside_these():
    for language in LANGUAGES:
        assert {one.stem for one in resources.guide(language).iterdir()} == {*PAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_bold_stands_in_the_window(language: str):
    """Words that the guide names are those that the program says."""
    said = {words_for(language).say(text) for text in _catalogue()}
    bold = {text for page in PAGES for text in re.findall(r"\*\*(.+?)\*\*", source(language, page))}
    assert len(bold) > 60
    assert bold - said == set()


def _catalogue() -> set[str]:
    from babel.messages.pofile import read_po

    with resources.path("translations", "ar", "LC_MESSAGES", "sijil.po").open("rb") as file:
        return {str(one.id) for one in read_po(file) if one.id and isinstance(one.id, str)}


def test_every_picture_is_there():
    for language in LANGUAGES:
        for page in PAGES:
            for name in re.findall(r"\]\((\S+)\)", source(language, page)):
                assert resources.guide(language, name).resolve().is_file(), name


def guide_of(program: Program) -> Guide:
    tour.settle(program)
    (guide,) = program.window.findChildren(Guide)
    return guide


def press_f1(of: QWidget) -> None:
    of.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(of, Qt.Key.Key_F1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_f1_opens_the_page_about_where_somebody_is(program: Program, open_tab, training_here, language: str):
    program.choose_language(language)
    places = EVERYWHERE | {Where("trainings", training_here.id, tab): page_about(Where("", "t", tab)) for tab in TABS}
    for where, page in places.items():
        program.shell.go(where)
        press_f1(program.window)
        guide = guide_of(program)
        assert guide.list.currentRow() == PAGES.index(page)
        assert guide.text.toPlainText().startswith(title(language, page))
        assert nameless(guide) == []
        assert cut_off(guide) == []


def test_f1_works_in_a_dialog_and_before_there_are_records(program: Program, training_here, open_tab):
    open_tab("attendance")
    dialog = MissingDialog(program.workplace, training_here.id, program.window)
    dialog.open()
    press_f1(dialog)
    assert guide_of(program).list.currentRow() == PAGES.index("attendance")


def test_f1_on_the_first_page(empty_program: Program):
    press_f1(empty_program.window)
    assert guide_of(empty_program).list.currentRow() == PAGES.index("start")


def test_another_language_closes_the_guide_of_before(program: Program):
    press_f1(program.window)
    assert guide_of(program).isVisible()
    program.choose_language("ar")
    tour.settle(program)
    assert not any(one.isVisible() for one in program.window.findChildren(Guide))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper(qapp: QApplication, letters: None, tmp_path: Path, language: str):
    path = tmp_path / "guide.pdf"
    save_pdf(path, words_for(language))
    assert len(pypdfium2.PdfDocument(path)) >= len(PAGES)


def test_paper_that_cannot_be_written_leaves_nothing(qapp: QApplication, letters: None, tmp_path: Path):
    (tmp_path / "stick").write_bytes(b"")
    with pytest.raises(errors.NotWritable):
        save_pdf(tmp_path / "stick" / "guide.pdf", words_for("en"))
    assert [one.name for one in tmp_path.iterdir()] == ["stick"]


def test_the_guide_is_saved_from_the_window(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: tmp_path / "guide.pdf")
    press_f1(program.window)
    click(guide_of(program), "Save as PDF…")
    assert (tmp_path / "guide.pdf").read_bytes().startswith(b"%PDF")


def test_as_a_site(qapp: QApplication, letters: None, tmp_path: Path):
    assert site.write(tmp_path) == 33
    for language in LANGUAGES:
        text = (tmp_path / language / "desk.html").read_text(encoding="utf-8")
        assert f'lang="{language}" dir="{"ltr" if language == "en" else "rtl"}"' in text
        assert f"<title>{words_for(language).say('Sijil')} – {title(language, 'desk')}</title>" in text
        assert (tmp_path / f"guide-{language}.pdf").is_file()
        for link in re.findall(r'(?:href|src)="([^"#]+)"', text):
            assert (tmp_path / language / link).resolve().is_file(), link
