"""The words that districts use for each code, from words.toml."""

from functools import cache

from data.contracts.listed import listed


@cache
def phrases(topic: str) -> dict[str, str]:
    """Phrase in plain form -> code, for a topic such as ``service`` or ``outcome``; empty where there is no such topic."""
    codes = listed("words").get(topic, {})
    return {phrase: code for code, phrases_of in codes.items() for phrase in phrases_of}


@cache
def spellings() -> dict[str, str]:
    """How a word of a heading is written -> the word that it is told as, from spellings.toml."""
    return {other: word for word, others in listed("spellings").items() for other in others}
