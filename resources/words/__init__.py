"""The words of the program, for screen, paper and messages alike; only literals are marked with ``N_``."""

from resources.words.languages import LANGUAGES, SOURCE, Language
from resources.words.marking import N_
from resources.words.spoken import Words, WordsMissing, words_for

__all__ = ["LANGUAGES", "N_", "SOURCE", "Language", "Words", "WordsMissing", "words_for"]
