"""1,000 certificates against the leanest ReportLab canvas that prints the same, and what more of them cost."""

import io
import os
import subprocess
import sys
from datetime import date
from functools import cache
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

import resources
from benchmarks import Figure, interleaved, seconds
from documents import qr
from documents.certificates.drawing import Looks, render
from documents.certificates.values import CertificateEntry, CertificateFrame, Signature, wordings
from documents.text.fonts import text_face, title_face
from documents.text.pen import Align, Pen
from models.certificates import designs
from models.certificates.proof_codes import sign
from models.paper import Orientation, PaperSize, page_size
from resources.words import LANGUAGES, words_for

_COUNT, _MANY, _ROUNDS = 1_000, 10_000, 5
_TEXTS = {"en": "Migration crisis management", "ar": "إدارة أزمات الهجرة", "ckb": "بەڕێوەبردنی قەیرانی کۆچ"}
_SIZE = page_size(PaperSize.A4, Orientation.LANDSCAPE)
# What getrusage calls the most memory of a process includes its parent's, from before it became another program.
_PEAK = """
from benchmarks import certificates
certificates.print_many({}, open("/dev/null", "wb"))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@cache
def _entries(count: int) -> tuple[CertificateEntry, ...]:
    key = bytes(range(32))
    made = []
    for number in range(count):
        text, name = f"ERB-2015-09-KXM-{number:04}", f"Karwan Ahmed {number}"
        proof = sign(key, {1: text, 2: "ERB-2015-09", 3: name, 6: _TEXTS["en"], 9: _TEXTS["en"]})
        made.append(
            CertificateEntry(
                name_latin=name, name_arabic=f"كاروان أحمد {number}", number=text, second_language="ar", proof=proof
            )
        )
    return tuple(made)


def _frame() -> CertificateFrame:
    signature = Signature(name=_TEXTS, position=_TEXTS)
    spoken = {language: wordings(words_for(language)) for language in LANGUAGES}
    return CertificateFrame(
        title=_TEXTS, programme=_TEXTS, place=_TEXTS, venue=_TEXTS, donor=_TEXTS,
        first_day=date(2015, 9, 13), last_day=date(2015, 9, 16), hours=24, issuer=_TEXTS, funding=_TEXTS,
        signatures=(signature, signature),
        wordings={kind: {one: spoken[one][kind] for one in LANGUAGES} for kind in spoken["en"]},
        pictures={"logo": resources.path("sample", "logo.png").read_bytes()},
    )  # fmt: skip


def print_many(count: int, stream: BinaryIO) -> None:
    design = designs.parse(resources.path("designs", "side-by-side.json").read_bytes())
    elements = design.on(PaperSize.A4, Orientation.LANDSCAPE)
    words = {language: words_for(language) for language in LANGUAGES}
    looks = Looks(elements=elements, size=_SIZE, frame=_frame())
    render(stream, [(looks, one) for one in _entries(count)], words)


def _printed(count: int) -> bytes:
    stream = io.BytesIO()
    print_many(count, stream)
    return stream.getvalue()


def _reference(count: int) -> bytes:
    """The static part as one form; per page two shaped names, a number, and the code as an image mask."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(842, 595), pageCompression=1)
    pen = Pen(canvas)
    canvas.beginForm("static")
    for place in range(20):
        pen.text(60, 560 - place * 24, _TEXTS["en" if place % 2 else "ar"], text_face(), 12)
    canvas.rect(28, 28, 786, 539)
    canvas.drawImage(str(resources.path("sample", "logo.png")), 60, 480, 90, 50, mask="auto")
    canvas.endForm()
    operators: list[str]
    for entry in _entries(count):
        canvas.doForm("static")
        pen.text(421, 380, entry.name_latin, title_face(bold=True), 26, align=Align.CENTRE)
        pen.text(421, 340, entry.name_arabic, text_face(bold=True), 26, align=Align.CENTRE)
        pen.text(700, 60, entry.number, text_face(), 8, align=Align.CENTRE)
        code = qr.encode(entry.proof)
        operators = canvas._code  # type: ignore[attr-defined]
        operators.append(
            f"q 85 0 0 85 680 60 cm BI /W {code.size} /H {code.size} /IM true /BPC 1 /D [1 0] /F /AHx ID "
            f"{code.rows.hex()}> EI Q"
        )
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _peak(count: int) -> int:
    """Kilobytes of memory of a process of its own."""
    command = [sys.executable, "-c", _PEAK.format(count)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ).stdout)


def run() -> list[Figure]:
    _entries(_MANY)
    _printed(10)
    same = interleaved(lambda: _printed(_COUNT), lambda: _reference(_COUNT), _ROUNDS)
    few, many = min(seconds(lambda: _printed(_COUNT)) for _ in range(3)), seconds(lambda: _printed(_MANY))
    a_page = (len(_printed(2 * _COUNT)) - len(_printed(_COUNT))) / _COUNT
    figures = [
        Figure("1,000 certificates : the leanest canvas", same, 1.3),
        Figure("a page of 10,000 : a page of 1,000", many / _MANY / (few / _COUNT), 1.1),
        Figure("bytes of a page beyond the fixed part : 1,400", a_page / 1400, 1.0),
    ]
    if sys.platform.startswith("linux"):
        figures.append(Figure("memory at 10,000 certificates : 130 MB", _peak(_MANY) / 1024 / 130, 1.0))
    return figures
