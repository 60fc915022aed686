"""Institutions as the cards of the plan name and offer them."""

from models.sorting import choices_in_order
from ui.workplace import Workplace


def institution_name(workplace: Workplace, institution_id: str) -> str:
    found = workplace.store.institutions.find(institution_id) if institution_id else None
    return workplace.words.of(found) if found else "–"


def institution_choices(workplace: Workplace) -> list[tuple[str, str]]:
    """(id, name), by name; none of them first."""
    words = workplace.words
    names = [(one.id, words.of(one)) for one in workplace.store.institutions.all()]
    return [("", "–"), *choices_in_order(names, words.language)]
