"""Every font that a document lists is inside it: it looks alike on every machine, and print shops take it."""

import io
import re
import zlib

import pytest

from documents.page import A4_PORTRAIT, Paper
from documents.text.fonts import text_face
from jobs.certificates.printing import gather
from jobs.papers.printing import preview_paper
from jobs.papers.registry import KINDS
from models import errors
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend


def fonts_of(pdf: bytes) -> tuple[set[bytes], set[bytes]]:
    """All base fonts that are named anywhere, and those whose file is inside."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    text = pdf
    for one in streams:
        try:
            text += zlib.decompress(one)
        except zlib.error:
            continue
    named = set(re.findall(rb"/BaseFont\s*/([^\s/>]+)", text))
    inside = {
        name
        for block in re.findall(rb"/FontDescriptor\b.*?>>|<<[^<]*?/FontFile2[^>]*>>", text, re.DOTALL)
        if b"/FontFile2" in block
        for name in re.findall(rb"/FontName\s*/([^\s/>]+)", block)
    }
    return named, inside


def test_an_empty_document_lists_no_font():
    stream = io.BytesIO()
    paper = Paper(stream, A4_PORTRAIT, title="", language="en")
    paper.place()
    paper.next_page()
    paper.save()
    assert fonts_of(stream.getvalue()) == (set(), set())


def test_a_text_brings_its_font():
    stream = io.BytesIO()
    paper = Paper(stream, A4_PORTRAIT, title="", language="en")
    paper.place()
    paper.text(20, 20, "Erbil أربيل", text_face(), 12)
    paper.next_page()
    paper.save()
    named, inside = fonts_of(stream.getvalue())
    assert named == inside
    assert len(named) == 1


@pytest.mark.parametrize("language", ["en", "ckb"])
def test_every_paper_and_certificate_holds_the_fonts_that_it_lists(store, training, language: str):
    attend(store, training, "Karwan Ahmed Omar", 4)
    made = {"certificate": gather(store, training.id).pdf()}
    for kind in KINDS:
        try:
            made[kind.key] = preview_paper(store, roster.load(store, training.id), kind.key, words_for(language))
        except errors.NothingToPrint:
            continue
    assert len(made) > 8
    for key, pdf in made.items():
        named, inside = fonts_of(pdf)
        assert named, key
        assert named == inside, key
