"""What stands on paper can be searched and copied, and the files are sound."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from documents.page import A4_PORTRAIT, Paper
from documents.text.fonts import text_face
from tests.conftest import tool
from tests.documents.test_ink import LINES

WORDS = re.compile(r"[A-Za-zÀ-ɏ]+|[\u0620-\u065f\u0670-\u06d5\u06ee-\u06ef\u06fa-\u06ff\u200c]+|[0-9٠-٩]+")
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LEAST = 80 / 89


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventeen lines of two scripts, one below the other."""
    path = tmp_path_factory.mktemp("page") / "mixed.pdf"
    with path.open("wb") as stream:
        paper = Paper(stream, A4_PORTRAIT, title="Mixed", language="ar")
        for place, line in enumerate(LINES):
            paper.text(20, 280 - place * 12, line, text_face(), 14)
        paper.next_page()
        paper.save()
    return path


def words_of(text: str) -> list[str]:
    return WORDS.findall(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))


def found_in(text: str) -> float:
    wanted = [word for line in LINES for word in words_of(line)]
    there = set(words_of(text))
    return sum(word in there for word in wanted) / len(wanted)


def test_words_are_found_by_poppler(page: Path):
    command = [tool("pdftotext"), "-enc", "UTF-8", page, "-"]
    assert found_in(subprocess.run(command, capture_output=True, text=True, check=True).stdout) >= LEAST


def test_words_are_found_by_pdfium(page: Path):
    assert found_in(pypdfium2.PdfDocument(page)[0].get_textpage().get_text_range()) >= LEAST


def test_the_file_is_sound(page: Path):
    subprocess.run([tool("qpdf"), "--check", page], capture_output=True, check=True)
