"""Papers list people in the order of their language."""

import re
from io import BytesIO
from random import Random

import pypdfium2

from jobs.papers.lists import ListOptions
from jobs.papers.printing import preview_paper
from models.records import Enrolment, Institution, Participant
from models.records.codes import NameLanguage
from models.records.enrolments import enrolment_id
from models.store import Store
from models.texts import Text
from models.training import roster
from resources.words import words_for

NAMES = ["ئاراس", "ئەحمەد", "ئومێد", "بەختیار", "پەیمان", "چیا", "رۆژان", "ڕێبین", "زانا", "گۆران", "یوسف"]
"""In the order of the Kurdish alphabet."""


def order_on_paper(store: Store, training_id: str, options: ListOptions) -> list[str]:
    """The ends of the phone numbers, which a PDF gives back as they were typed."""
    made = preview_paper(store, roster.load(store, training_id), "participants", words_for("ckb"), options)
    text = pypdfium2.PdfDocument(BytesIO(made))[0].get_textpage().get_text_range()
    return re.findall(r"964750(\d\d)00000", text)


def test_kurdish_names_stand_in_their_order_whatever_the_order_of_registration(store: Store, training):
    places = list(enumerate(NAMES, start=10))
    Random(1).shuffle(places)
    with store.step() as step:
        step.add(*(Institution(id=f"i{n}", name=Text(ckb=f"بەشی {n}")) for n in (2, 10)))
        for place, name in places:
            person = Participant(
                id=f"p{place}", name_arabic=name, name_language=NameLanguage.SORANI, phone=f"+964750{place}00000"
            )
            own = enrolment_id(person.id, training.id)
            institution = "i2" if place < 20 else "i10"
            step.add(
                person,
                Enrolment(id=own, participant_id=person.id, training_id=training.id, institution_id=institution),
            )
    in_order = [str(n) for n in range(10, 10 + len(NAMES))]
    assert order_on_paper(store, training.id, ListOptions()) == in_order
    assert order_on_paper(store, training.id, ListOptions(by_institution=True)) == in_order
