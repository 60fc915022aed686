"""The form of the rules for the certificate: a field for every kind of rule."""

from functools import partial

from jobs.trainings.rules import edit_rule, shown_rule
from models import typed
from models.records import Programme
from models.training.rules import RULES, RuleKind
from resources.words import Words
from ui.widgets.editors import Editor, SwitchEditor, TextEditor
from ui.widgets.forms import Form
from ui.workplace import Workplace


def rule_form(workplace: Workplace) -> Form[Programme]:
    words, store = workplace.words, workplace.store
    return Form(
        workplace,
        Programme,
        tuple(RULES),
        store.programmes.find,
        partial(edit_rule, store),
        {key: _editor(kind, words) for key, kind in RULES.items()},
        labels={key: words.say(kind.label) for key, kind in RULES.items()},
        shown=shown_rule,
    )


def _editor(kind: RuleKind, words: Words) -> Editor:
    if kind.instead_of:
        return SwitchEditor(words.say(kind.label))
    return TextEditor(typed.percent if kind.is_percent else typed.optional_number)
