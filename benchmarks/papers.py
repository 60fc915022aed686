"""An attendance sheet of 10,000 rows against ReportLab's own table, and against the leanest drawing of the same."""

import io
import random
import statistics
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from benchmarks import Figure, interleaved, seconds
from documents.attendance_sheet import (
    AttendanceSheet,
    LaidOutSheet,
    SheetColumn,
    SheetGroup,
    SheetPart,
    SheetRow,
    SheetSession,
)
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Pen
from jobs import demo
from jobs.papers.printing import preview_paper
from models import opening
from models.names.known import known_names
from models.paper import Orientation, PaperSize, page_size
from models.training import roster
from resources.words import words_for

_ROWS, _ROUNDS = 10_000, 3
_MM = 72 / 25.4
_INSTITUTIONS = ("Ministry of Health", "Erbil Governorate", "وزارة الداخلية", "Al-Amal", "دهوك")
_POSITIONS = ("Head of unit", "Physician", "مسؤول برنامج", "Legal adviser")


@cache
def _rows(count: int) -> tuple[tuple[str, ...], ...]:
    chance = random.Random(7)  # noqa: S311
    made = []
    for _ in range(count):
        three = chance.sample(known_names(), 3)
        latin, arabic = (" ".join(getattr(one, script) for one in three) for script in ("latin", "arabic"))
        made.append((latin, arabic, chance.choice(_INSTITUTIONS), chance.choice(_POSITIONS)))
    return tuple(made)


def _ours() -> bytes:
    columns = (SheetColumn("Name", 0.38), SheetColumn("Name", 0.34), SheetColumn("Institution", 0.36),
               SheetColumn("Position", 0.26))  # fmt: skip
    sheet = AttendanceSheet(
        programme="Programme", contract_number="1", title="Training", place="Erbil", funding="",
        size=page_size(PaperSize.A4, Orientation.LANDSCAPE), columns=columns,
        groups=(SheetGroup(tuple(SheetRow(row) for row in _rows(_ROWS))),),
        parts=(SheetPart(when="13 September 2015", sessions=(SheetSession("9:00"), SheetSession("13:00"))),),
    )  # fmt: skip
    stream = io.BytesIO()
    LaidOutSheet(sheet, words_for("en")).draw(stream, lambda page: f"TS1:7K2M9QXA:{page}:T")
    return stream.getvalue()


def _canvas() -> bytes:
    """The grid as one form per document, every cell one line of text, nothing measured, nothing wrapped."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=landscape(A4), pageCompression=1)
    pen = Pen(canvas)
    edges = [10, 20, 72, 118, 166, 201, 236, 287]
    canvas.beginForm("grid")
    for place in range(19):
        canvas.line(10 * _MM, (184 - 9.5 * place) * _MM, 287 * _MM, (184 - 9.5 * place) * _MM)
    for x in edges:
        canvas.line(x * _MM, 13 * _MM, x * _MM, 184 * _MM)
    canvas.endForm()
    face = text_face()
    for start in range(0, _ROWS, 17):
        canvas.doForm("grid")
        for place, row in enumerate(_rows(_ROWS)[start : start + 17]):
            y = (178 - 9.5 * place) * _MM
            for x, text in zip(edges, (str(start + place + 1), *row), strict=False):
                pen.text((x + 1.6) * _MM, y, text, face, 9, base=layout.LTR)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _long_table(*, wraps: bool = False) -> bytes:
    """Latin letters only: it cannot join Arabic ones.

    :param wraps: with paragraphs in its cells, as a table needs whose texts may be longer than their columns
    """
    stream = io.BytesIO()
    document = SimpleDocTemplate(stream, pagesize=landscape(A4))
    rows: list[Any] = [["No.", "Name", "Name", "Institution", "Position", "9:00", "13:00"]]
    style_of_cells = getSampleStyleSheet()["BodyText"]
    for number, row in enumerate(_rows(_ROWS), start=1):
        texts = (row[0], row[0], "Ministry of Health", "Head of unit")
        cells = [Paragraph(text, style_of_cells) for text in texts] if wraps else texts
        rows.append([str(number), *cells, "", ""])
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("FONTSIZE", (0, 0), (-1, -1), 9)])
    document.build([LongTable(rows, repeatRows=1, style=style)])
    return stream.getvalue()


def _report_time() -> float:
    """Seconds for the report of the Erbil training, 35 people."""
    with tempfile.TemporaryDirectory() as scratch:
        demo.run(Path(scratch), lambda text: None)
        with opening.open_register(Path(scratch) / demo.REGISTER_NAME) as opened:
            training, words = opened.trainings.all()[0], words_for("ar")
            times = [
                seconds(lambda: preview_paper(opened, roster.load(opened, training.id), "report", words))
                for _ in range(7)
            ]
    return statistics.median(times)


def run() -> list[Figure]:
    _rows(_ROWS)
    for warm_up in (_ours, _canvas):
        warm_up()
    lean = interleaved(_ours, _canvas, _ROUNDS)
    own = min(seconds(_ours) for _ in range(_ROUNDS))
    strings, paragraphs = seconds(_long_table), seconds(lambda: _long_table(wraps=True))
    return [
        Figure("sheet of 10,000 rows : the leanest canvas", lean, 1.3),
        Figure("sheet of 10,000 rows : an eighth of a LongTable that wraps", own * 8 / paragraphs, 1.0),
        Figure("sheet of 10,000 rows : an eighth of a LongTable that does not", own * 8 / strings, 1.0),
        Figure("report of 35 people : 300 ms", _report_time() / 0.3, 1.0),
    ]
