"""A short list with its form, for records of a training that are added and taken away one by one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from models.fields import Record
from models.record_table import RecordTable
from ui.looks.sizes import px
from ui.widgets.forms import Form
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

R = TypeVar("R", bound=Record)
SHORT = 170


def short_list(
    workplace: Workplace,
    table: RecordTable[R],
    title: str,
    columns: Sequence[Column[R]],
    form: Form[R],
    add: tuple[str, Callable[[], R]],
) -> ListAndForm[R]:
    """
    :param add: what the button says, and a new record, which is saved here
    """
    words = workplace.words

    def save_new() -> str:
        made = add[1]()
        workplace.add("plan", made)
        return made.id

    def remove(record_id: str) -> None:
        workplace.change("plan", table.record_type, record_id, {"removed": True})

    made = ListAndForm(workplace, columns, form, title, (add[0], save_new), (words.say("Remove"), remove))
    made.table.setMinimumHeight(px(SHORT))
    return made
