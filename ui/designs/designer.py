"""DesignerDialog: the page of a design to be arranged, with a live picture of what will be printed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jobs.certificates import designs
from jobs.certificates.trying import Specimen, own_picture, specimen, trials_for
from models.certificates.designs import (
    CodeElement,
    Design,
    Element,
    FrameElement,
    LineElement,
    PictureElement,
    PictureSource,
    TextElement,
)
from models.paper import Orientation, PaperSize
from models.records import CertificateDesign
from models.sorting import choices_in_order
from models.store import Store
from models.training.roster import Roster
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.background import Progress
from ui.designs.canvas import Canvas
from ui.designs.draft import Draft
from ui.designs.element_form import ElementForm, element_words
from ui.designs.element_list import ElementList
from ui.designs.zoomed import Zoomed
from ui.looks.sizes import px
from ui.messages import PICTURE_FILES
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.dialogs import Dialog
from ui.widgets.preview import Drawing, picture_of
from ui.workplace import Workplace

_SAVED_AFTER = 2000  # milliseconds without a change
_SIZE = (1180, 720)
_NEW: dict[str, Element] = {
    "text": TextElement(x=100, y=95, width=97, height=12, text="…"),
    "picture": PictureElement(x=128, y=85, width=40, height=25),
    "own_picture": PictureElement(x=128, y=85, width=40, height=25, source=PictureSource.OWN),
    "line": LineElement(x=100, y=105, width=97, height=0),
    "frame": FrameElement(x=100, y=80, width=97, height=50),
    "code": CodeElement(x=132, y=89),
}


class DesignerDialog(Dialog):
    """Everything saves itself: after a pause, and on closing."""

    def __init__(self, workplace: Workplace, training_id: str, record: CertificateDesign, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._training_id = training_id
        self._record = record
        training = workplace.store.trainings.get(training_id)
        self.draft = Draft(designs.load(workplace.store, record.id), training.orientation)
        self._saved = self.draft.design
        self._specimen: Specimen | None = None
        self.setWindowTitle(self._words.say("Design: {name}", name=record.name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        room = parent.window().size()
        self.resize(max(_SIZE[0], round(room.width() * 0.96)), max(_SIZE[1], round(room.height() * 0.94)))
        if (screen := self.screen()) is not None:
            self.resize(self.size().boundedTo(screen.availableSize()))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAVED_AFTER)
        self._pause.timeout.connect(self.save)
        self._build()
        self._drawing: Drawing[QImage] = Drawing(workplace.background, self, self.canvas.show_page)
        self.draft.changed.connect(self._on_changed)
        self.draft.chosen.connect(self._on_chosen)
        self._show_actions()
        self._list.show_elements()
        self._load_specimen(self._who.value())

    # Building

    def _build(self) -> None:
        words = self._words
        describe = partial(element_words, words=words)
        self.canvas = Canvas(self.draft, self._workplace.theme.colours, words.say("Page of the design"), describe)
        self._area = Zoomed(self.canvas)
        self._list = ElementList(words, self.draft)
        self.form = ElementForm(words, self.draft, self._choose_picture)
        self.canvas.edit_wanted.connect(self.form.start)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(parts.column(parts.label(self._list.accessibleName(), "muted", wrap=True), self._list))
        right.addWidget(parts.scrolled(_margins(self.form)))
        right.setSizes([190, 420])
        right.setChildrenCollapsible(False)
        right.setMinimumWidth(px(330))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self._area)
        both.addWidget(right)
        both.setStretchFactor(0, 1)
        both.setSizes([840, 330])
        both.setChildrenCollapsible(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        hint = words.say(
            "Drag, or use the arrow keys: 1 mm, with Ctrl 0.1 mm, with Shift the size. Alt switches snapping off."
        )
        said = parts.wide_label("muted")
        said.setText(hint)
        layout = QVBoxLayout(self.room)
        layout.addWidget(self._build_tools())
        layout.addWidget(both, 1)
        self.foot.addWidget(parts.row(said, close))

    def _build_tools(self) -> QWidget:
        say = self._words.say
        add = parts.button(say("Add"), self._workplace.theme, "add")
        menu = QMenu(add)
        for name, element in _NEW.items():
            menu.addAction(code_word(self._words, "element_kind", name)).triggered.connect(
                partial(self._add, name, element)
            )
        parts.let_choose(add, menu)
        self._tools: dict[str, QPushButton] = {}
        tools: dict[str, tuple[str, str, Callable[[], object]]] = {
            "undo": (say("Undo"), "Ctrl+Z", self.draft.undo),
            "redo": (say("Redo"), "Ctrl+Shift+Z", self.draft.redo),
            "duplicate": (say("Duplicate"), "Ctrl+D", self.draft.duplicate),
            "remove": (say("Remove"), "", self.draft.remove),
            "up": (say("Bring forward"), "Ctrl+]", partial(self.draft.move, 1)),
            "down": (say("Send back"), "Ctrl+[", partial(self.draft.move, -1)),
        }
        for name, (text, keys, act) in tools.items():
            self._tools[name] = parts.button(text, style="quiet")
            self._tools[name].setToolTip(keys)
            self._tools[name].clicked.connect(act)
            if keys:
                QShortcut(QKeySequence(keys), self, act)
        self._turn = ChoiceField([(one, code_word(self._words, "orientation", one)) for one in Orientation])
        self._turn.setAccessibleName(field_word(self._words, "training", "orientation"))
        self._turn.show_value(self.draft.orientation)
        self._turn.edited.connect(self._on_turn)
        self._who = ChoiceField(self._people())
        self._who.setAccessibleName(say("Shown with"))
        self._who.setMinimumContentsLength(14)
        self._who.edited.connect(self._load_specimen)
        closer, wider = parts.button("+"), parts.button("−")
        closer.setAccessibleName(say("Larger"))
        wider.setAccessibleName(say("Smaller"))
        for button, by, keys in ((wider, -1, "Ctrl+-"), (closer, 1, "Ctrl++")):
            button.setToolTip(f"{button.accessibleName()} ({keys})")
            button.clicked.connect(partial(self._area.zoom, by))
            QShortcut(QKeySequence(keys), self, partial(self._area.zoom, by))
        return parts.flow(add, *self._tools.values(), self._turn, self._who, wider, closer, spacing=4)

    def _people(self) -> list[tuple[str, str]]:
        """Trials first, then real people."""
        words = self._words
        found = self._workplace.roster(self._training_id)
        people = [(one.enrolment.id, one.participant.name_in(words.language)) for one in found.attendees]
        trials: list[tuple[str, str]] = [(one, code_word(words, "trial", one)) for one in trials_for(words)]
        return trials + choices_in_order(people, words.language)

    # What somebody does

    def _add(self, name: str, element: Element) -> None:
        if name != "own_picture":
            self.draft.add(element)
            self.form.start()
            return
        assert isinstance(element, PictureElement)
        self._choose_picture(lambda png: self.draft.add(PictureElement(
            x=element.x, y=element.y, width=element.width, height=element.height, source=PictureSource.OWN, png=png
        )))  # fmt: skip

    def _choose_picture(self, then: Callable[[str], None]) -> None:
        path = self._workplace.messages.file_to_open(self._words.say("Choose a picture"), PICTURE_FILES)
        if path is not None:
            then(own_picture(path))

    def _on_turn(self, orientation: Orientation) -> None:
        self.draft.turn(orientation)
        self._area.fit()

    def _on_chosen(self) -> None:
        self._turn.show_value(self.draft.orientation)
        self._show_actions()

    def _on_changed(self) -> None:
        self._show_actions()
        self._draw()
        self._pause.start()

    def _show_actions(self) -> None:
        draft = self.draft
        top = len(draft.elements) - 1
        enabled = {
            "undo": draft.can_undo,
            "redo": draft.can_redo,
            "up": draft.place is not None and draft.place < top,
            "down": draft.place is not None and draft.place > 0,
        }
        for name, button in self._tools.items():
            button.setEnabled(enabled.get(name, draft.element is not None))

    # The picture

    def _load_specimen(self, who: str) -> None:
        work = partial(_load, self._workplace.roster(self._training_id), who)
        self._workplace.background.run(self, work, self._on_specimen)

    def _on_specimen(self, found: Specimen) -> None:
        self._specimen = found
        self._draw()

    def _draw(self) -> None:
        if self._specimen is not None:
            self._drawing.want(partial(_picture, self._specimen, self.draft.elements, self.draft.orientation))

    # Saving

    @property
    def design(self) -> Design:
        return self.draft.design

    def save(self) -> None:
        """What changed since the last time."""
        self._pause.stop()
        if self.draft.design != self._saved:
            designs.save(self._workplace.store, self._record.id, self.draft.design)
            self._saved = self.draft.design

    def done(self, result: int) -> None:
        self.save()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        super().closeEvent(event)


def _margins(inside: QWidget) -> QWidget:
    box = parts.column(inside)
    layout = box.layout()
    assert layout is not None
    layout.setContentsMargins(2, 2, 10, 2)
    return box


def _load(found: Roster, who: str, store: Store, progress: Progress) -> Specimen:
    return specimen(store, found, who)


def _picture(
    found: Specimen, elements: tuple[Element, ...], orientation: Orientation, store: Store, progress: Progress
) -> QImage:
    return picture_of(found.pdf(elements, PaperSize.A4, orientation, as_designed=True))
