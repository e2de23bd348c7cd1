"""Invented names, from many places; no list of real people stands behind them."""

import random

FIRST_NAMES = (
    "Abena", "Adriel", "Aiko", "Alma", "Amadou", "Anahí", "Anneke", "Ariadne", "Bashir", "Beatriz", "Bodhi", "Bryn",
    "Caius", "Camila", "Chidi", "Coralie", "Dalia", "Dario", "Deniz", "Dimitri", "Eamon", "Elif", "Emeka", "Esperanza",
    "Farah", "Felix", "Fiadh", "Giang", "Greta", "Hana", "Hugo", "Ilse", "Imani", "Ivo", "Jamal", "Jiho",
    "Joaquín", "Juno", "Kaia", "Kamala", "Kenji", "Kiran", "Laszlo", "Leilani", "Linh", "Lucía", "Mahina", "Malik",
    "Marisol", "Mateus", "Mei", "Mirela", "Nadia", "Nayeli", "Niko", "Noor", "Odalys", "Omari", "Oren", "Otis",
    "Paloma", "Petra", "Priya", "Quinn", "Rafael", "Reza", "Rhea", "Rosalind", "Sanjay", "Saoirse", "Selam", "Sione",
    "Sven", "Tala", "Tariq", "Thandi", "Tobias", "Tuyet", "Uma", "Valentina", "Viggo", "Wren", "Xiomara", "Yara",
    "Yusuf", "Zainab", "Zoltan", "Zuri",
)  # fmt: skip
LAST_NAMES = (
    "Abara", "Adeyinka", "Almquist", "Alvarado Ruiz", "Amari", "Anyango", "Arboleda", "Ashdown", "Balogun-Price",
    "Banerji", "Barrowman", "Begaye", "Bellweather", "Bianchetti", "Bjornsen", "Bonaventure", "Brannock", "Bui",
    "Cárdenas", "Calloway", "Castellan", "Chaudhry", "Cho", "Cisneros", "Coldwater", "Cordero", "Dang", "De la Vega",
    "Delacroix", "Dembele", "Desjardin", "Dragomir", "Dunmore", "Ekwueme", "Eskildsen", "Espinal", "Fakhoury",
    "Fairweather", "Farquhar", "Ferreira", "Fonoti", "Gallardo", "Gebre", "Ghorbani", "Greenhalgh", "Guerrero-Lane",
    "Habibi", "Hallström", "Hashemi", "Hawkstone", "Hidalgo", "Hoang", "Holloway", "Huang", "Ibarra", "Ihejirika",
    "Inoue", "Iyer", "Jacinto", "Jankowiak", "Jaramillo", "Kahale", "Kalani", "Kapoor", "Karimi", "Kassem",
    "Kawamoto", "Kendrick-Ode", "Kowalczyk", "Kumar", "Lagerfeldt", "Lam", "Langford", "Larue", "Leclair", "Lomax",
    "Lozano", "Mabry", "Macauley", "Mahfouz", "Marchetti", "Mbeki-Stone", "Mendonça", "Mirza", "Moanaroa", "Montoya",
    "Murakami", "Nakai", "Narang", "Ndiaye", "Nwosu", "O'Dwyer", "Oduya", "Olander", "Orozco", "Osei", "Pacheco",
    "Paik", "Palomar", "Papadakis", "Pelletier", "Petrov", "Pham", "Quispe", "Radcliffe-Wu", "Rahimi", "Raman",
    "Redfeather", "Rinaldi", "Rousseau", "Saavedra", "Sakamoto", "Salgado", "Sandoval", "Sato", "Seidel", "Shevchenko",
    "Silvera", "Sorensen", "Sundaram", "Szabo", "Tadesse", "Takeda", "Tamayo", "Tesfaye", "Thibodeau", "Tran",
    "Tsosie", "Uchida", "Underhill", "Urrutia", "Valdivia", "Van der Wal", "Varga", "Vasquez", "Villareal", "Voss",
    "Wakefield", "Wanjiru", "Whitlock", "Xiong", "Yamada", "Yazzie", "Yoon", "Zamora", "Zhao", "Zielinski", "Zubiri",
)  # fmt: skip


def pairs(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """That many distinct (family name, given name)."""
    every = [(last, first) for last in LAST_NAMES for first in FIRST_NAMES]
    return rng.sample(every, count)
