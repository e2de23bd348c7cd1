"""Invented people, schools and services."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.shapes.composed.chooser import Chooser

STUDENTS = (
    ("Almgren", "Tova"), ("Bexley-Moor", "Ida"), ("Castellan", "Ruy"), ("Dunmore", "Faye"), ("Eastlake", "Noor"),
    ("Van Riel", "Pim"), ("O'Shaye", "Cian"), ("Gantry", "Lu"), ("Hollis", "Mateo"), ("De la Fuente", "Sol"),
    ("Ingram", "Bea"), ("Jurek", "Oskar"),
)  # fmt: skip
PROVIDERS = (("Marlow", "Greta"), ("Okafor", "Chidi"), ("Petrov", "Anya"), ("Quillan", "Roy"))
SCHOOLS = ("Alder Elementary", "Birch Middle School", "Cedar High School", "Dogwood Academy")
IDS: dict[str, Callable[[int], str]] = {
    "0105501": lambda number: f"0{105501 + 7 * number}",
    "S-1021": lambda number: f"S-{1021 + 3 * number}",
    "900123456": lambda number: str(900123456 + 11 * number),
    "48213": lambda number: str(48213 + number),
    "AB12345": lambda number: f"AB{12345 + 5 * number}",
}
SERVICES: dict[str, dict[str, str]] = {
    "OT": {
        "Occupational Therapy": "Occupational Therapy", "OT": "OT", "450 - Name": "450 - Occupational Therapy",
        "Name (Code)": "Occupational Therapy (OT)", "Name Services": "Occupational Therapy Services",
        "NAME": "OCCUPATIONAL THERAPY", "Code - Name": "OT - Occupational Therapy",
    },
    "SLP": {
        "Occupational Therapy": "Speech-Language Therapy", "OT": "SLP", "450 - Name": "415 - Language and speech",
        "Name (Code)": "Speech/Language Therapy (SLP)", "Name Services": "Speech and Language Services",
        "NAME": "SPEECH/LANGUAGE", "Code - Name": "ST - Speech Therapy",
    },
    "PT": {
        "Occupational Therapy": "Physical Therapy", "OT": "PT", "450 - Name": "460 - Physical Therapy",
        "Name (Code)": "Physical Therapy (PT)", "Name Services": "Physical Therapy Services", "NAME": "PHYSICAL THERAPY",
        "Code - Name": "PT - Physical Therapy",
    },
    "COUNSELING": {
        "Occupational Therapy": "Counseling", "OT": "Counseling", "450 - Name": "510 - Individual counseling",
        "Name (Code)": "Counseling Services", "Name Services": "Counseling Services", "NAME": "COUNSELING",
        "Code - Name": "COUN - Counseling",
    },
}  # fmt: skip
"""Service -> form -> its words."""


@dataclass(frozen=True)
class Person:
    """Somebody, by the id that the file may give."""

    last: str
    first: str
    id: str

    @property
    def name(self) -> str:
        """As the truth has it."""
        return f"{self.last}, {self.first}"


def students(chooser: Chooser, count: int) -> list[Person]:
    """Some students with ids of one form."""
    form = chooser.of("form of ids", IDS)
    found = chooser.random.sample(range(len(STUDENTS)), count)
    return [Person(*STUDENTS[number], form(number)) for number in found]


def providers(chooser: Chooser, count: int) -> list[Person]:
    """Some providers with ids."""
    found = chooser.random.sample(range(len(PROVIDERS)), count)
    return [Person(*PROVIDERS[number], f"E{301 + number}") for number in found]
