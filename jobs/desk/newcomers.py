"""The one door by which somebody new comes on file: by a whole name, and beside those who may be the same person."""

from collections.abc import Collection

from models.errors import AlikeOnFile, NotWholeName
from models.names.letters import tidy
from models.people.entries import look_alikes
from models.records import Participant
from models.store import Store


def is_whole(name: str) -> bool:
    """Whether it looks like a whole name; some people have one word, and then somebody says so."""
    return len([word for word in tidy(name).split() if sum(map(str.isalpha, word)) > 1]) > 1


def alike(store: Store, person: Participant) -> list[Participant]:
    """Who on file may be this person, the most alike first."""
    return [other for other, _ in look_alikes(store, person)]


def check_new(store: Store, person: Participant, seen: Collection[str], *, is_all: bool) -> None:
    """
    :param seen: ids of those who were shown beside the new person, and whom nobody meant
    :param is_all: somebody said that this is the whole name
    :raises NotWholeName, AlikeOnFile: and nobody is registered
    """
    if not is_all and not is_whole(person.name):
        raise NotWholeName(name=person.name)
    known = store.identities
    shown = {known.canonical(one) for one in seen}
    others = [one for one in alike(store, person) if known.canonical(one.id) not in shown]
    if others:
        raise AlikeOnFile(name=person.name, other=others[0].name)
