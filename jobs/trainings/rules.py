"""The rules of a programme as the plan page edits them: one field for each kind that this version knows."""

from dataclasses import replace

from models.errors import FromNewerVersion
from models.records import Programme, Rule
from models.store import Store
from models.training.rules import RULES, known_kind

_Rules = tuple[Rule, ...]


def shown_rule(programme: Programme, kind: str) -> int | bool | None:
    """The threshold; of a kind that stands in the place of another, whether it does."""
    if RULES[kind].instead_of:
        return any(_is_of(rule, {kind}) for rule in programme.rules)
    return next((rule.threshold for rule in programme.rules if _is_of(rule, _family(kind))), None)


def edit_rule(store: Store, programme_id: str, kind: str, value: int | bool | None) -> None:
    """Set what is asked for; nothing or 0 takes the rule away. Rules that this version does not know stay.

    :raises FromNewerVersion: when it cannot read them at all; nothing is changed
    """
    with store.step("plan") as step:
        programme = store.programmes.get(programme_id)
        if "rules" in programme.unread:
            raise FromNewerVersion()
        rules = programme.rules
        if RULES[kind].instead_of:
            rules = _switched(rules, RULES[kind].instead_of, kind, is_on=bool(value))
        else:
            rules = _with_threshold(rules, kind, int(value or 0))
        step.change(Programme, programme_id, {"rules": tuple(sorted(rules, key=_place))})


def _family(kind: str) -> set[str]:
    """A kind and those that may stand in its place."""
    return {kind, *(key for key, one in RULES.items() if one.instead_of == kind)}


def _is_of(rule: Rule, kinds: set[str]) -> bool:
    return rule.kind in kinds and known_kind(rule) is not None


def _with_threshold(rules: _Rules, kind: str, threshold: int) -> _Rules:
    family = _family(kind)
    own = next((rule for rule in rules if _is_of(rule, family)), Rule(kind))
    others = tuple(rule for rule in rules if rule is not own)
    if threshold:
        return (replace(own, threshold=threshold), *others)
    return tuple(rule for rule in others if not _is_of(rule, family))


def _switched(rules: _Rules, usual: str, other: str, *, is_on: bool) -> _Rules:
    """The rule of the one kind as a rule of the other; a training file may hold both, and then one goes."""
    old, new = (usual, other) if is_on else (other, usual)
    own = next((rule for rule in rules if _is_of(rule, {old})), Rule(old, 1))
    return (replace(own, kind=new), *(rule for rule in rules if not _is_of(rule, {usual, other})))


def _place(rule: Rule) -> int:
    """Two laptops with the same rules have them in the same order."""
    return list(RULES).index(rule.kind) if rule.kind in RULES else len(RULES)
