"""1,000 certificates against a plain ReportLab canvas with ready codes and pre-shaped text."""

import io
from datetime import date

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources
from benchmarks import Figure, interleaved
from documents import qr
from documents.certificate import CertificateEntry, CertificateFrame, Signature, render
from models.signing import proof_text
from resources.words import LANGUAGES, words_for

_COUNT, _ROUNDS = 1_000, 5
_TEXTS = {"en": "Migration crisis management", "ar": "إدارة أزمات الهجرة", "ckb": "بەڕێوەبردنی قەیرانی کۆچ"}


def _entries() -> list[CertificateEntry]:
    key = bytes(range(32))
    return [
        CertificateEntry(
            name_latin=f"Karwan Ahmed {number}",
            name_arabic=f"كاروان أحمد {number}",
            number=f"ERB-2015-09-A-{number:04}",
            second_language="ar",
            proof=proof_text(key, {1: f"ERB-2015-09-A-{number:04}", 2: "ERB-2015-09", 3: f"Karwan Ahmed {number}"}),
        )
        for number in range(_COUNT)
    ]


def _frame() -> CertificateFrame:
    logo = resources.path("sample", "logo.png").read_bytes()
    signature = Signature(name=_TEXTS, position=_TEXTS)
    return CertificateFrame(
        title=_TEXTS, place=_TEXTS, first_day=date(2015, 9, 13), last_day=date(2015, 9, 16), hours=24,
        issuer=_TEXTS, funding=_TEXTS, signatures=(signature, signature), logos=(logo,),
    )  # fmt: skip


def _peer(entries: list[CertificateEntry], codes: list[qr.Code]) -> None:
    canvas = Canvas(io.BytesIO(), pagesize=(842, 595), pageCompression=1)
    canvas.beginForm("static")
    for place in range(20):
        canvas.setFont("Peer", 12)
        canvas.drawString(60, 560 - place * 24, _TEXTS["en"])
    canvas.rect(28, 28, 786, 539)
    canvas.drawImage(str(resources.path("sample", "logo.png")), 60, 480, 90, 50)
    canvas.endForm()
    for entry, code in zip(entries, codes, strict=True):
        canvas.doForm("static")
        canvas.setFont("Peer", 26)
        canvas.drawCentredString(421, 380, entry.name_latin)
        canvas.drawCentredString(421, 340, entry.name_arabic)
        canvas.setFont("Peer", 8)
        canvas.drawCentredString(700, 60, entry.number)
        operators: list[str] = canvas._code  # type: ignore[attr-defined]
        operators.append(
            f"q 85 0 0 85 680 60 cm BI /W {code.size} /H {code.size} /IM true /BPC 1 /D [1 0] /F /AHx ID "
            f"{code.rows.hex()}> EI Q"
        )
        canvas.showPage()
    canvas.save()


def run() -> list[Figure]:
    pdfmetrics.registerFont(TTFont("Peer", str(resources.path("fonts", "NotoSansArabic-Regular.ttf"))))
    entries, frame = _entries(), _frame()
    words = {language: words_for(language) for language in LANGUAGES}
    codes = [qr.encode(entry.proof) for entry in entries]
    ratio = interleaved(lambda: render(io.BytesIO(), frame, entries, words), lambda: _peer(entries, codes), _ROUNDS)
    return [Figure("1,000 certificates : plain canvas with ready codes", ratio, 3.0)]
