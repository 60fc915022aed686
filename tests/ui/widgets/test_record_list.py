"""Lists of records sort each column as its language and its values do."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.record_list import Column, RecordList

ROWS = [("یوسف", 10), ("ئاراس", 9), ("پەیمان", 10), ("چیا", 1)]


@pytest.fixture
def table(qtbot: QtBot) -> RecordList[tuple[str, int]]:
    columns: list[Column[tuple[str, int]]] = [
        Column("Name", lambda row: row[0]),
        Column("Session", lambda row: f"Session {row[1]}"),
        Column("Both", lambda row: row[0], lambda row: (row[1], -ROWS.index(row))),
    ]
    made: RecordList[tuple[str, int]] = RecordList(columns, "People", lambda row: row[0], "ckb")
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    return made


def shown(table: RecordList[tuple[str, int]]) -> list[int]:
    model = table.model()
    return [[row[0] for row in ROWS].index(model.index(place, 0).data()) for place in range(len(ROWS))]


@pytest.mark.parametrize(("column", "order"), [(0, [1, 2, 3, 0]), (1, [3, 1, 0, 2]), (2, [3, 1, 2, 0])])
def test_a_column_sorts_by_language_by_number_or_by_what_it_says(table, column: int, order: list[int]):
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert shown(table) == order
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    if column != 1:
        assert shown(table) == order[::-1]
