"""The words of the program, for screen, paper and messages alike; only literals are marked with ``N_``."""

from resources.words.spoken import LANGUAGES, N_, OWN_NAMES, Words, WordsMissing, words_for

__all__ = ["LANGUAGES", "N_", "OWN_NAMES", "Words", "WordsMissing", "words_for"]
