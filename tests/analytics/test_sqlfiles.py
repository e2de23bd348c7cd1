"""SQL files: composed by name, bound by what they need, and written in the dialect of both engines."""

import re
from datetime import date
from pathlib import Path

import pytest

from analytics import figures, ledger, lists, policies, sqlfiles, statements
from data.store import Store

NAMES = sorted(str(path.relative_to(statements.FOLDER).with_suffix("")) for path in statements.FOLDER.rglob("*.sql"))
ONE_ENGINE_ONLY = [
    r"\bqualify\b", r"group by all\b", r"order by all\b", r"\bexclude\b", r"\breplace\s*\(\s*select", r"\blist_",
    r"\bstruct_",
    r"\barg_max\b", r"\barg_min\b", r"\bany_value\b", r"\bmedian\b", r"\bstrptime\b", r"\bstrftime\b", r"\btry_cast\b",
    r"\bunnest\b", r"\basof\b", r"\bdatediff\b", r"\bdate_diff\b", r"\bisodow\(", r"\bdayofweek\b", r"\bifnull\b",
    r"\biff?\(",
    r"\blambda\b", r"from range\(", r"\bsemi join\b", r"\banti join\b", r"\bhugeint\b", r"\bdouble\b(?! precision)",
]  # fmt: skip


CACHES = [function for function in vars(statements).values() if hasattr(function, "cache_clear")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(statements, "FOLDER", tmp_path)
    for cached in CACHES:
        cached.cache_clear()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.sql").write_text("-- $not_a_parameter in a comment\nselect $x as n\n")
    (tmp_path / "a" / "two.sql").write_text("-- uses: a/one\n-- materialized\nselect n + 1 as n from one;\n")
    (tmp_path / "a" / "three.sql").write_text(
        "-- uses: a/two, a/one\nselect two.n * one.n as n from two cross join one"
    )
    yield tmp_path
    for cached in CACHES:
        cached.cache_clear()


def test_steps_come_before_what_needs_them(folder: Path) -> None:
    assert statements.steps("a/three") == ("a/one", "a/two")


def test_a_composed_file_runs_with_only_the_parameters_it_needs(folder: Path, store: Store) -> None:
    assert statements.parameters("a/three") == {"x"}
    with store.cursor() as cur:
        assert sqlfiles.rows(cur, "a/three", {"x": 4, "day": date(2026, 1, 1)}) == [((4 + 1) * 4,)]


def test_a_missing_parameter_or_file_is_named(folder: Path, store: Store) -> None:
    with store.cursor() as cur, pytest.raises(KeyError, match="x"):
        sqlfiles.rows(cur, "a/three", {})
    with pytest.raises(KeyError, match="a/four"):
        statements.text("a/four")


def test_a_step_is_read_from_a_stored_table_until_it_starts_over(folder: Path, store: Store) -> None:
    """a/two is 4 + 1 by itself; the table says 10."""
    with store.cursor() as cur:
        cur.execute("create temp table told as select 10 as n")
        sqlfiles.read_stored(cur, "told", "a/two", {"x": 4})
        assert [sqlfiles.rows(cur, "a/three", {"x": x}) for x in (4, 5)] == [[(10 * 4,)], [(6 * 5,)]]
        sqlfiles.start_over(cur)
        assert [sqlfiles.rows(cur, "a/three", {"x": x}) for x in (4, 5)] == [[(5 * 4,)], [(6 * 5,)]]
        assert cur.execute("select n from told").fetchall() == [(10,)]


def test_what_stands_in_braces_is_written_out(folder: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    """A column of each of a list, and a choice that holds a value whole, or everything where nothing is chosen."""
    monkeypatch.setitem(lists.LISTS, "sides", ("front", "back"))
    (folder / "a" / "short.sql").write_text(
        "select {sides: sum(t.*) + max(t.*)}, count(*) as n from (values (1, 20, 'ab'), (2, 30, 'b')) as t(front, back, name) "
        "where {t.name in $names}"
    )
    assert statements.text("a/short").startswith(
        "select sum(t.front) + max(t.front) as front, sum(t.back) + max(t.back) as back, count(*)"
    )
    with store.cursor() as cur:
        assert sqlfiles.rows(cur, "a/short", {"names": ""}) == [(1 + 2 + 2, 20 + 30 + 30, 2)]
        assert sqlfiles.rows(cur, "a/short", {"names": figures.wrapped(["b", "c"])}) == [(2 + 2, 30 + 30, 1)]
        assert sqlfiles.rows(cur, "a/short", {"names": figures.wrapped(["abc"])}) == [(None, None, 0)]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_what_it_answers_and_keeps_to_the_common_dialect(name: str) -> None:
    text = statements.text(name)
    code = re.sub(r"--.*", "", text).lower()
    assert text.startswith("--"), "the header says the question, the grain, the parameters and the columns"
    assert [pattern for pattern in ONE_ENGINE_ONLY if re.search(pattern, code)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_header_names_the_parameters_that_its_file_has(name: str) -> None:
    """One by one, or as the viewer's choice, the keys asked for, the policies, one a reason, or those of another file."""
    head = " ".join(line.removeprefix("-- ") for line in statements.text(name).splitlines() if line.startswith("--"))
    own = {one for one in statements.own_parameters(name) if f"${one}" not in head}
    for told, named in (
        ("viewer's choice", sqlfiles.WHOLE), ("those of base/chosen_lines", sqlfiles.WHOLE), ("$by_", ledger.by_flags(())),
        ("keys asked for", ledger.by_flags(())), ("policies", policies.NUMBERS), ("one a reason", policies.REASONS),
        ("columns: those of", own),
    ):  # fmt: skip
        own -= set(named) if told in head else set()
    assert own == set()
