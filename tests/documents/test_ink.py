"""The ink of mixed lines in our PDF against Qt's own rendering of the same font."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout, QTextOption
from reportlab.pdfgen.canvas import Canvas

from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Pen
from ui.looks import fonts

SIZE, WIDTH, HEIGHT, SCALE = 24, 640, 60, 2
LINES = [
    "شارك محمد أحمد (Mohammed Ahmed) في دورة Excel 2019", "لە ڕێکەوتی ١٣–١٦ی ئەیلوولی ٢٠١٥ لە هەولێر",
    "تاريخ ٢٣/١١/٢٠٢٦", "بەڕێوەبەرایەتی گشتی", "دڵشاد ڤیان ژاڵە گوڵان چۆمان پێشەوا", "Certificate of Attendance",
    "– Ministry of Health –", "أحمد/Ahmed", "وزارة الصحة (Ministry of Health)", "لا إله إلا الله", "بَرنامَجٌ مُهِمٌّ",
    "ئەحمەد – Erbil – هەولێر", "نێرینە ٥٠٪، مێینە ٥٠٪", "هه‌ولێر و سلێمانی", "Şêrko Çiya Gözde", "محمد ١٢ و 12",
    "«گەشەپێدان» (٢٤ کاتژمێر)",
]  # fmt: skip


def ours(text: str) -> Image.Image:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT))
    Pen(canvas).text(10, 20, text, text_face(), SIZE)
    canvas.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    image = document[0].render(scale=SCALE).to_pil().convert("L")
    document.close()
    return image


def of_qt(text: str) -> Image.Image:
    font = QFont(fonts.load("NotoSansArabic-Regular"))
    font.setPixelSize(SIZE * SCALE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    shaped = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    is_rtl = layout.Paragraph(text, text_face(), None).base == layout.RTL
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    shaped.setTextOption(option)
    shaped.beginLayout()
    line = shaped.createLine()
    line.setLineWidth(WIDTH * SCALE)
    shaped.endLayout()
    shaped.draw(painter, QPointF(10 * SCALE, (HEIGHT - 20) * SCALE - line.ascent()))
    painter.end()
    return Image.frombytes(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine()
    )


def agreement(one: Image.Image, other: Image.Image) -> float:
    """The share of ink that lies within two pixels (a third of a point) of the other's, the worse way."""
    shares = []
    for left, right in ((one, other), (other, one)):
        ink = left.point(lambda value: 255 if value < 110 else 0)
        near = right.point(lambda value: 255 if value < 160 else 0).filter(ImageFilter.MaxFilter(5))
        total = ink.histogram()[255]
        shares.append(1 - ImageChops.subtract(ink, near).histogram()[255] / total)
    return min(shares)


@pytest.mark.parametrize("text", LINES)
def test_ink_is_that_of_qt(qapp, text: str):
    assert agreement(ours(text), of_qt(text)) >= 0.995


def test_reversed_digits_would_be_seen(qapp):
    assert agreement(ours("تاريخ ٢٣/١١/٢٠٢٦"), of_qt("تاريخ ٦٢٠٢/١١/٣٢")) < 0.95
