"""DesignsDialog: which design a training's certificates have, on which paper; and what is made of designs."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from jobs.certificates import designs
from jobs.certificates.designs import NamedDesign
from jobs.certificates.trying import specimen, trials_for
from jobs.trainings import editing
from models.paper import Orientation, PaperSize
from models.records import Training
from models.store import News, Store
from models.training.roster import Roster
from ui.background import Progress
from ui.designs.designer import DesignerDialog
from ui.designs.pictures import PicturesDialog
from ui.designs.wordings import WordingsDialog
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.asking import ask_text
from ui.widgets.dialogs import Dialog
from ui.widgets.forms import Form, form_over
from ui.widgets.preview import Drawing, Preview, picture_of
from ui.workplace import Workplace

_LOOKS = ("certificate_kind", "paper", "orientation")
_KINDS = {"design", "training", "wording", "issuer", "programme", "signatory", "picture"}


class DesignsDialog(Dialog):
    """The chosen design is the one that is printed; everything saves itself."""

    SIZE: ClassVar[tuple[int, int]] = (900, 540)

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._training_id = training_id
        self._designs: list[NamedDesign] = []
        self.setWindowTitle(self._words.say("Design and paper"))
        self.list = QListWidget()
        self.list.setAccessibleName(self._words.say("Designs"))
        self.list.currentRowChanged.connect(self._on_row)
        self.preview = Preview(self._words.say("Preview of the design"))
        self._drawing: Drawing[QImage] = Drawing(workplace.background, self, self.preview.show_page)
        self._looks: Form[Training] = form_over(workplace, workplace.store.trainings, _LOOKS, action="plan")
        self._build()
        workplace.changed.connect(self._on_changed)
        self.reload()

    def _build(self) -> None:
        say = self._words.say
        acts: dict[str, tuple[str, Callable[[], object]]] = {
            "adjust": (say("Adjust…"), self._on_adjust),
            "duplicate": (say("Duplicate"), self._on_duplicate),
            "rename": (say("Rename…"), self._on_rename),
            "remove": (say("Remove"), self._on_remove),
            "import": (say("Import…"), self._on_import),
            "export": (say("Export…"), self._on_export),
        }
        self.actions_: dict[str, QPushButton] = {}
        for name, (text, act) in acts.items():
            self.actions_[name] = parts.button(text, style="" if name == "adjust" else "quiet")
            self.actions_[name].clicked.connect(act)
        one = self.actions_
        left = parts.column(
            self.list,
            parts.row(one["adjust"], one["duplicate"], None),
            parts.row(one["rename"], one["remove"], None),
            parts.row(one["import"], one["export"], None),
            spacing=4,
        )
        left.setFixedWidth(px(260))
        texts = parts.button(say("Texts…"))
        pictures = parts.button(say("Logos and signatures…"))
        texts.clicked.connect(self._on_texts)
        pictures.clicked.connect(self._on_pictures)
        right = parts.column(self.preview, self._looks)
        inside = right.layout()
        assert inside is not None
        inside.setStretch(0, 1)  # type: ignore[attr-defined]
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        both = parts.row(left, right, spacing=14)
        layout = QVBoxLayout(self.room)
        layout.addWidget(both, 1)
        self.foot.addWidget(parts.row(texts, pictures, None, close))

    @property
    def _training(self) -> Training:
        return self._workplace.store.trainings.get(self._training_id)

    @property
    def _chosen(self) -> NamedDesign | None:
        row = self.list.currentRow()
        return self._designs[row] if 0 <= row < len(self._designs) else None

    def _on_changed(self, news: News) -> None:
        if news.keys() & _KINDS:
            self.reload()

    def reload(self) -> None:
        training = self._training
        self._designs = designs.all_designs(self._workplace.store, self._words)
        keys = [one.key for one in self._designs]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([one.name for one in self._designs])
        self.list.setCurrentRow(keys.index(training.design) if training.design in keys else 0)
        self.list.blockSignals(False)
        self._looks.show_record(training)
        self._show_actions()
        self._make_preview()

    def _show_actions(self) -> None:
        chosen = self._chosen
        for name in ("rename", "remove"):
            self.actions_[name].setEnabled(chosen is not None and chosen.is_own)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._designs):
            self._use(self._designs[row].key)

    def _use(self, key: str) -> None:
        if key != self._training.design:
            editing.edit_training(self._workplace.store, self._training_id, "design", key)
        else:
            self.reload()

    # What somebody does

    def _on_adjust(self) -> None:
        """A ready design stays as it is: its copy is adjusted."""
        chosen = self._chosen
        if chosen is None:
            return
        key = chosen.key if chosen.is_own else self._copy(chosen)
        record = self._workplace.store.designs.get(key)
        DesignerDialog(self._workplace, self._training_id, record, self).open()

    def _copy(self, chosen: NamedDesign) -> str:
        name = self._words.say("{name} (copy)", name=chosen.name)
        made = designs.duplicate(self._workplace.store, chosen.key, name)
        self._use(made.id)
        return made.id

    def _on_duplicate(self) -> None:
        if self._chosen is not None:
            self._copy(self._chosen)

    def _on_rename(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.is_own:
            say = self._words.say
            rename = partial(designs.rename, self._workplace.store, chosen.key)
            ask_text(self, say("Rename the design"), say("Name of the design"), rename, chosen.name)

    def _on_remove(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.is_own:
            designs.remove(self._workplace.store, chosen.key)
            self._use(designs.READY[0])

    def _on_import(self) -> None:
        path = self._workplace.messages.file_to_open(self._words.say("Import a design"), self._kinds)
        if path is not None:
            self._use(designs.take_in(self._workplace.store, path).id)

    def _on_export(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        say = self._words.say
        name = f"{chosen.name}{designs.ENDING}"
        path = self._workplace.messages.file_to_write(say("Export the design"), name, self._kinds)
        if path is not None:
            path = path if path.suffix else path.with_suffix(designs.ENDING)
            designs.hand_out(self._workplace.store, chosen.key, path)
            self._workplace.messages.tell(say("Written: {path}", path=path.name))

    @property
    def _kinds(self) -> str:
        return f"{self._words.say('Certificate designs')} (*{designs.ENDING})"

    def _on_texts(self) -> None:
        training = self._training
        WordingsDialog(self._workplace, training.programme_id, training.certificate_kind, self).open()

    def _on_pictures(self) -> None:
        PicturesDialog(self._workplace, self._training_id, self).open()

    # Preview

    def _make_preview(self) -> None:
        training = self._training
        who = trials_for(self._words)[0]
        found = self._workplace.roster(training.id)
        self._drawing.want(partial(_picture, found, who, training.design, training.paper, training.orientation))


def _picture(
    found: Roster, who: str, key: str, paper: PaperSize, orientation: Orientation, store: Store, progress: Progress
) -> QImage:
    made = specimen(store, found, who)
    return picture_of(made.pdf(designs.load_or_usual(store, key).on(paper, orientation), paper, orientation))
