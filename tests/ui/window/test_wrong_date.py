"""A computer whose date lies before the last change is asked to be put right; whoever goes on may."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from models import opening
from models.records import Training


def test_opening_says_that_the_date_of_the_computer_is_wrong(empty_program, tmp_path):
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    made, _ = opening.create(tmp_path / "records" / "register", wall=lambda: tomorrow)
    with made, made.step() as step:
        step.add(Training(id="t", code="T"))
    empty_program.start()
    box = QApplication.activeModalWidget()
    assert "Please put the computer's date right" in box.text()
    box.accept()
    assert empty_program.store is not None
    assert empty_program.store.trainings.count() == 1


def test_nothing_is_said_where_the_date_is_credible(program):
    assert QApplication.activeModalWidget() is None
