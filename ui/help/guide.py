"""The guide in the window: F1 opens it at the page about where somebody is; also as a PDF."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QMarginsF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QDialog, QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget

import resources
from models.storage.files import write_whole
from resources.words import Words
from ui.looks.sizes import px
from ui.messages import Messages
from ui.widgets import parts
from ui.window.where import Where

PAGES = ("start", "plan", "lists", "desk", "attendance", "certificates", "documents", "scores", "people", "safety",
         "keys")  # fmt: skip
_OF_TABS = {"participants": "lists"}
_OF_SECTIONS = {"people": "people", "settings": "safety"}
_SIZE, _LIST = (900, 640), 220
_MARGIN = 14
_AROUND = 56  # pixels beside a picture: margins and the scroll bar
_DOTS, _PAPER_MARGIN, _PAPER_WIDTH = 96, 18.0, 640  # per inch; millimetres; pixels of the text


def page_about(where: Where) -> str:
    """The page of the guide for a place in the window."""
    if where.training_id:
        return _OF_TABS.get(where.tab, where.tab) or "plan"
    return _OF_SECTIONS.get(where.section, "plan")


def source(language: str, page: str) -> str:
    """A page as it is written, in Markdown."""
    return resources.guide(language, f"{page}.md").read_text(encoding="utf-8")


def title(language: str, page: str) -> str:
    return source(language, page).splitlines()[0].removeprefix("# ")


def fill(document: QTextDocument, text: str, language: str, *, rtl: bool) -> None:
    """Put Markdown into a document, every paragraph in the direction of the language."""
    option = document.defaultTextOption()
    option.setTextDirection(parts.direction(rtl=rtl))
    document.setDefaultTextOption(option)
    document.setBaseUrl(QUrl.fromLocalFile(f"{resources.guide(language)}/"))
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    _space(document, rtl=rtl)


def _space(document: QTextDocument, *, rtl: bool) -> None:
    """Lines with air between them."""
    document.setDocumentMargin(_MARGIN)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat()
        form.setLayoutDirection(parts.direction(rtl=rtl))
        form.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(7)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(form)
        block = block.next()


class GuideText(QTextBrowser):
    """Pictures are as wide as there is room."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = self.document().baseUrl().resolved(QUrl(name)).toLocalFile()
        return _fitted(path, self.viewport().width() - _AROUND)


def _fitted(path: str, width: int) -> QImage:
    picture = QImage(path)
    if picture.isNull() or picture.width() <= width:
        return picture
    return picture.scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)


class Guide(QDialog):
    """Beside the window, so that it can be read while working."""

    def __init__(self, words: Words, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._messages = words, messages
        say = words.say
        self.setWindowTitle(say("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Pages of the guide"))
        self.list.addItems([title(words.language, page) for page in PAGES])
        self.list.setMinimumWidth(px(_LIST))
        self.list.setWordWrap(True)
        self.text = GuideText()
        self.text.setAccessibleName(say("Guide"))
        self.text.setOpenExternalLinks(False)
        self.list.currentRowChanged.connect(self._show)
        save = parts.button(say("Save as PDF…"), style="quiet")
        save.clicked.connect(self._on_save)
        close = parts.button(say("Close"))
        close.clicked.connect(self.close)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self.text)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(both, 1)
        layout.addWidget(parts.row(save, None, close))
        self.resize(QSize(*map(px, _SIZE)).boundedTo(self.screen().availableSize()))

    def show_page(self, page: str) -> None:
        self.show()
        self.raise_()
        self.list.setCurrentRow(PAGES.index(page))
        self.text.setFocus()

    def _show(self, row: int) -> None:
        text = source(self._words.language, PAGES[row])
        fill(self.text.document(), text, self._words.language, rtl=self._words.is_rtl)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_save(self) -> None:
        name = f"{self._words.say('Guide')}.pdf"
        path = self._messages.file_to_write(self._words.say("Save as PDF"), name, "PDF (*.pdf)")
        if path is not None:
            save_pdf(path, self._words)
            self._messages.tell(self._words.say("Written: {path}", path=path.name))


def save_pdf(path: Path, words: Words) -> None:
    """The whole guide on A4, each page of it on a new sheet.

    :raises DiskFull, NotWritable: and no half-written file stays
    """
    document = QTextDocument()
    texts = [source(words.language, page) for page in PAGES]
    for name in re.findall(r"\]\((\S+)\)", "\n".join(texts)):
        picture = _fitted(str(resources.guide(words.language, name)), _PAPER_WIDTH)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
    fill(document, "\n\n".join(texts), words.language, rtl=words.is_rtl)
    _break_before_titles(document)
    paper = QBuffer()
    paper.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(paper)
    writer.setTitle(words.say("Guide"))
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*([_PAPER_MARGIN] * 4)), QPageLayout.Unit.Millimeter)
    document.setPageSize(writer.pageLayout().paintRectPixels(_DOTS).size().toSizeF())
    document.print_(writer)
    paper.close()
    write_whole(path, bytes(paper.data().data()))


def _break_before_titles(document: QTextDocument) -> None:
    cursor = QTextCursor(document)
    block = document.begin().next()
    while block.isValid():
        if block.blockFormat().headingLevel() == 1:
            form = QTextBlockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(form)
        block = block.next()
