"""Fields save themselves, one change per field; what cannot be read stays visible and is not saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from models.people import entries
from models.records import Training
from models.texts import Text
from resources.words.fields import field_word
from tests.ui.test_first_run import click
from ui.widgets.date_editor import DateEditor
from ui.widgets.editors import ChoiceEditor, LongTextEditor, SwitchEditor, TextEditor


@pytest.fixture
def plan(program, open_tab):
    return open_tab("plan")


def field(page, name: str):
    """By the name that a screen reader says; the first of that name."""
    kinds = (TextEditor, LongTextEditor, DateEditor, ChoiceEditor, SwitchEditor)
    return next(one for one in page.findChildren(object) if isinstance(one, kinds) and one.accessibleName() == name)


def type_into(editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def training_of(program) -> Training:
    return program.workplace.store.trainings.all()[0]


def test_one_change_per_field_and_none_per_letter(program, plan):
    store, training = program.workplace.store, training_of(program)
    before = len(store.history(training.id))
    editor = field(plan, "Title in English")
    type_into(editor, "A new title")
    assert len(store.history(training.id)) == before
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [dict(change.sets) for change in store.history(training.id)[before:]] == [{"title_en": "A new title"}]
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert len(store.history(training.id)) == before + 1


def test_leaving_a_field_saves_it(program, plan):
    type_into(field(plan, "Code"), "ERB-2")
    field(plan, "Hours").setFocus()
    assert training_of(program).code == "ERB-2"


def test_what_is_no_number_stays_and_is_not_saved(program, plan):
    editor = field(plan, "Hours")
    type_into(editor, "many")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "many"
    assert training_of(program).hours == 24
    assert "Please type a whole number." in [label.text() for label in plan.findChildren(QLabel) if label.isVisible()]
    type_into(editor, "18")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).hours == 18
    assert "Please type a whole number." not in [one.text() for one in plan.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("typed", ["٣٠", "۳۰", "30"])
def test_digits_of_all_kinds_are_numbers(program, plan, typed):
    editor = field(plan, "Hours")
    editor.setText(typed)
    editor.setModified(True)
    editor.editingFinished.emit()
    assert training_of(program).hours == 30


def test_a_date_is_kept_and_reads_from_the_left_in_arabic(program, open_tab):
    program.choose_language("ar")
    plan = open_tab("plan")
    editor = field(plan, "اليوم الأول")
    assert editor.text() == "2015-09-13"
    type_into(editor, "2015-09-12")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "2015-09-12"
    assert editor.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert training_of(program).start.isoformat() == "2015-09-12"


def test_a_last_day_before_the_first_is_told_below_its_field_and_not_saved(program, plan):
    editor = field(plan, "Last day")
    type_into(editor, "2015-09-01")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).end.isoformat() == "2015-09-16"
    assert editor.text() == "2015-09-01"
    assert any("comes before the first day" in one.text() for one in plan.findChildren(QLabel) if one.isVisible())


def test_a_choice_is_saved_at_once(program, plan):
    editor = field(plan, "Governorate")
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert training_of(program).place == editor.value()


def test_what_is_typed_is_saved_before_the_language_changes(program, plan):
    type_into(field(plan, "Title in English"), "Half a title")
    program.choose_language("ckb")
    assert training_of(program).title["en"] == "Half a title"


def test_what_is_typed_is_saved_when_the_window_closes(program, plan, qtbot):
    folder = program.workplace.store.folder
    type_into(field(plan, "Title in English"), "Last words")
    with qtbot.waitSignal(program.workplace.background.ended):
        program.window.close()
    assert not program.window.isVisible()
    from models.opening import open_register

    with open_register(folder) as again:
        assert again.trainings.all()[0].title["en"] == "Last words"
        assert again.safekeeping.last_backup is not None


def test_another_change_shows_but_does_not_disturb_what_is_being_typed(program, plan):
    store = program.workplace.store
    editor = field(plan, "Title in English")
    type_into(editor, "My own")
    with store.step("edit") as step:
        step.change(Training, training_of(program).id, {"title": Text(en="From elsewhere"), "code": "NEW"})
    assert editor.text() == "My own"
    assert field(plan, "Code").text() == "NEW"


def test_undo_brings_the_old_text_back_into_the_field(program, plan):
    editor = field(plan, "Code")
    type_into(editor, "WRONG")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    program.shell.status.undo()
    assert editor.text() == "ERB-2015-09"


def test_a_wheel_over_a_choice_changes_nothing(program, plan):
    editor = field(plan, "Governorate")
    before = editor.currentIndex()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, event)
    assert editor.currentIndex() == before


def test_a_day_is_added_with_the_hours_of_the_last(program, plan):
    store, training = program.workplace.store, training_of(program)
    click(plan, "Add a day")
    sessions = [one for one in store.sessions.where(training_id=training.id) if one.day.day == 17]
    assert [(one.start, one.end) for one in sessions] == [("09:00", "12:00"), ("13:30", "16:30")]
    assert training_of(program).end.day == 17


def test_an_institution_typed_in_another_language_is_the_one_on_file(program, open_tab):
    page = open_tab("participants")
    store = program.workplace.store
    before = store.institutions.count()
    editor = field(page, "Institution")
    enrolment = page.chosen.enrolment
    for name, known in (("وزارة الصحة", True), ("Centre of Nobody Knows", False)):
        type_into(editor, "")
        editor.setText(name)
        editor.setModified(True)
        editor.editingFinished.emit()
        found = store.institutions.get(store.enrolments.get(enrolment.id).institution_id)
        assert (found.name["en"] == "Ministry of Health") is known
    assert store.institutions.count() == before + 1


def test_a_name_that_somebody_typed_is_no_proposal_any_more(program, open_tab):
    page = open_tab("participants")
    store = program.workplace.store
    person = next(one for one in store.participants.all() if one.latin_proposed)
    page.choose(person.id)
    editor = field(page, "Name in Latin letters")
    type_into(editor, "Zaynab Husayn")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    changed = entries.person(store, person.id)
    assert changed is not None
    assert (changed.name_latin, changed.latin_proposed) == ("Zaynab Husayn", False)


def test_signs_that_nobody_sees_are_removed_and_it_is_said(program, plan):
    told: list[str] = []
    program.workplace.messages.told.connect(told.append)
    editor = field(plan, "Title in English")
    editor.setFocus()
    editor.selectAll()
    editor.insert("A \u202enew\u200b title")
    editor.setModified(True)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).title["en"] == editor.text() == "A new title"
    assert told == ["Signs that nobody can see were removed from what you typed."]


def test_what_is_too_long_stays_whole_and_is_not_saved(program, plan):
    editor, before = field(plan, "Title in English"), training_of(program).title
    editor.setFocus()
    editor.setText("A" * 1_000)
    editor.setModified(True)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "A" * 1_000
    assert training_of(program).title == before
    assert any("200" in label.text() for label in plan.findChildren(QLabel) if label.isVisible())


def test_a_target_of_nobody_is_kept_and_shown(program, plan):
    words = program.workplace.words
    editor = field(plan, field_word(words, "training", "target_women"))
    type_into(editor, "0")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).target_women == 0
    assert editor.text() == "0"
