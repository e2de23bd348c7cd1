"""The words that districts use for each code, from words.toml."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def phrases(topic: str) -> dict[str, str]:
    """Phrase in plain form -> code, for a topic such as ``service`` or ``outcome``; empty where there is no such topic."""
    topics = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {phrase: code for code, listed in topics.get(topic, {}).items() for phrase in listed}


@cache
def spellings() -> dict[str, str]:
    """How a word of a heading is written -> the word that it is told as, from spellings.toml."""
    listed = tomllib.loads(Path(__file__).with_name("spellings.toml").read_text(encoding="utf-8"))
    return {other: word for word, others in listed.items() for other in others}
