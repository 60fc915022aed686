"""ElementForm: the fields of the chosen element, made from its declaration; each change shows at once."""

import dataclasses
import typing
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QVBoxLayout, QWidget

from jobs.certificates.trying import printables, unknown_values
from models.certificates.designs import CodeElement, Element, PictureElement, PictureSource, TextElement
from resources.words import Words
from resources.words.codes import code_word, kind_of
from resources.words.fields import field_word
from ui.designs.draft import Draft
from ui.designs.fields import ColourField, NumberField, TextField
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField

_PLACE = ("x", "y", "width", "height")
_UNITS = {"size": "pt", "weight": "pt", "lines": ""}
_LANGUAGES = (1, 2, 3)
Field = NumberField | ChoiceField | ColourField | TextField | QCheckBox


class ElementForm(QWidget):
    """:param choose_picture: asks for a picture; calls back with what the design holds of it"""

    def __init__(self, words: Words, draft: Draft, choose_picture: Callable[[Callable[[str], None]], None]) -> None:
        super().__init__()
        self._words = words
        self._draft = draft
        self._choose_picture = choose_picture
        self._fields: dict[str, Field] = {}
        self._type: type[Element] | None = None
        self._problem = parts.problem_label()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        draft.chosen.connect(self.reload)
        draft.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        element = self._draft.element
        if self._type is not (type(element) if element else None):
            self._build(element)
        if element is None:
            return
        for name, field in self._fields.items():
            value = getattr(element, name)
            if isinstance(field, QCheckBox):
                field.setChecked(value)
            else:
                field.show_value(value)
        if isinstance(element, PictureElement):
            self._choose.setVisible(element.source is PictureSource.OWN)
        self._tell(element)

    def _tell(self, element: Element) -> None:
        unknown = unknown_values(element.text) if isinstance(element, TextElement) else []
        text = self._words.say("“{name}” is no value; it is printed as it stands.", name=unknown[0]) if unknown else ""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _build(self, element: Element | None) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._fields = {}
        self._type = type(element) if element else None
        self._problem = parts.problem_label()
        if element is None:
            hint = self._words.say("Choose something on the page to change it.")
            self._layout.addWidget(parts.label(hint, "muted", wrap=True))
            return
        box = QWidget()
        form = QFormLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        hints = typing.get_type_hints(type(element))
        for name in (one.name for one in dataclasses.fields(element)):
            if name not in _PLACE and name not in {"png", "picture"}:
                field = self._add(name, hints[name])
                form.addRow("" if isinstance(field, QCheckBox) else self._label(name), field)
                if name == "text":
                    form.addRow(self._problem)
        if isinstance(element, PictureElement):
            self._choose = parts.button(self._words.say("Choose a picture…"))
            self._choose.clicked.connect(partial(self._choose_picture, partial(self._set, "png")))
            form.addRow(self._choose)
        self._layout.addWidget(box)
        self._layout.addWidget(self._place_box(element))
        self._layout.addStretch(1)

    def _place_box(self, element: Element) -> QWidget:
        """Where it stands and how large it is, in pairs; of a code, which is square, one side."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        names = _PLACE[:3] if isinstance(element, CodeElement) else _PLACE
        for place, name in enumerate(names):
            row, column = divmod(place, 2)
            field = self._add(name, float)
            caption = parts.label(self._label(name))
            caption.setBuddy(field)
            grid.addWidget(caption, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
        return box

    def _label(self, name: str) -> str:
        return field_word(self._words, "element", name)

    def _add(self, name: str, annotation: Any) -> Field:
        field = self._field(name, annotation)
        field.setAccessibleName(self._label(name))
        if isinstance(field, QCheckBox):
            field.clicked.connect(partial(self._set, name))
        else:
            field.edited.connect(partial(self._set, name))
        self._fields[name] = field
        return field

    def _field(self, name: str, annotation: Any) -> Field:
        words = self._words
        if name == "text":
            return TextField(words, printables(words))
        if name in {"colour", "second"}:
            return ColourField(words)
        if name == "language":
            return ChoiceField([(one, code_word(words, "text_language", str(one))) for one in _LANGUAGES])
        if annotation is bool:
            return QCheckBox(self._label(name))
        if issubclass(annotation, StrEnum):
            kind = kind_of(annotation)
            return ChoiceField([(one, code_word(words, kind, one)) for one in annotation])
        return NumberField(name, _UNITS.get(name, "mm"))

    def _set(self, name: str, value: Any) -> None:
        element = self._draft.element
        if element is None:
            return
        changes: dict[str, Any] = {name: value}
        if isinstance(element, CodeElement) and name == "width":
            changes["height"] = value
        self._draft.put(replace(element, **changes), f"field-{name}")

    def start(self) -> None:
        """At the first field."""
        for field in self._fields.values():
            field.setFocus()
            return


def element_words(element: Element, words: Words) -> str:
    """An element in a few words: what it is, and what it says."""
    kind = code_word(words, "element_kind", element.KIND)
    if isinstance(element, TextElement):
        known = dict(printables(words))
        text = element.text.strip()
        said = known.get(text[1:-1], text) if text.startswith("{") and text.count("{") == 1 else text
        language = code_word(words, "text_language", str(element.language))
        return f"{' '.join(said.split())} · {language}" if said else kind
    if isinstance(element, PictureElement):
        return f"{kind}: {code_word(words, 'picture_source', element.source)}"
    return kind
