"""Which texts begin as a formula does, told in SQL for whole columns."""

import duckdb

from data.ingest import checks

SIGNS, BREAKS = "=+-@", "\t\n\r"
SPACES = " \u00a0\u2003\u3000"
"""Spaces that a spreadsheet passes over before a sign."""


def is_formula(text: str) -> bool:
    return text.lstrip(SPACES)[:1] in tuple(SIGNS) or text[:1] in tuple(BREAKS)


def test_every_first_letter_is_told_as_it_is_one_by_one() -> None:
    letters = [chr(code) for code in (*range(1, 0x180), 0x2003, 0x3000, 0x4E2D, 0x1F600)]
    texts = [before + letter + "1" for letter in letters for before in ("", *SPACES)] + ["", "A", "0", "=", "-5"]
    asked = checks.FORMULA.format(column="text")
    with duckdb.connect() as con:
        con.execute("create table texts as select unnest(?) as text", [texts])
        told = dict(con.execute(f"select text, {asked} from texts").fetchall())
    assert {text for text, hit in told.items() if hit} == {text for text in texts if is_formula(text)}
    assert told["\u00a0=1"] and told["\t1"] and not told["A1"]
