"""What a list says and nobody can read is told, with its row and as it is written."""

from pathlib import Path

from jobs.lists.importing import import_list
from jobs.lists.unclear_words import unclear_lines
from models.store import Store
from models.training.roster import load
from resources.words import words_for


def test_births_in_any_spelling_are_understood_or_told(store: Store, training, tmp_path: Path):
    births = {"Sara Azad": "9/13/85", "Karwan Ali": "13-9-85", "Maryam Nabil": "31050", "Layla Omar": "١٤٠٥ هـ"}
    path = tmp_path / "list.csv"
    path.write_text("\n".join(["Name,Year of birth", *(f"{name},{birth}" for name, birth in births.items())]), "utf-8")
    report = import_list(store, path, training.id)
    known = {one.participant.name_latin: one.participant.birth_year for one in load(store, training.id).attendees}
    assert known == {"Sara Azad": 1985, "Karwan Ali": 1985, "Maryam Nabil": 1985, "Layla Omar": None}
    assert [(one.row, one.text) for one in report.unclear] == [(5, "١٤٠٥ هـ")]
    (line,) = unclear_lines(report, words_for("en"))
    assert line.startswith("Row 5, ")
    assert "١٤٠٥ هـ" in line
    assert "Hijri" in line


def test_a_column_of_the_program_that_holds_something_else_is_told(store: Store, training, tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Year of birth,Year of birth\nSara Azad,1985,soon\n", "utf-8")
    report = import_list(store, path, training.id)
    assert [(one.row, one.heading, one.text, one.reason) for one in report.unclear] == [
        (2, "Year of birth", "soon", "value")
    ]
