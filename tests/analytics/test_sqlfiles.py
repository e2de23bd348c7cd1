"""SQL files: composed by name, bound by what they need, and written in the dialect of both engines."""

import re
from datetime import date
from pathlib import Path

import pytest

from analytics import sqlfiles
from data.store import Store

NAMES = sorted(str(path.relative_to(sqlfiles.FOLDER).with_suffix("")) for path in sqlfiles.FOLDER.rglob("*.sql"))
ONE_ENGINE_ONLY = [
    r"\bqualify\b", r"group by all\b", r"order by all\b", r"\bexclude\b", r"\breplace\s*\(\s*select", r"\blist_",
    r"\bstruct_",
    r"\barg_max\b", r"\barg_min\b", r"\bany_value\b", r"\bmedian\b", r"\bstrptime\b", r"\bstrftime\b", r"\btry_cast\b",
    r"\bunnest\b", r"\basof\b", r"\bdatediff\b", r"\bdate_diff\b", r"\bisodow\(", r"\bdayofweek\b", r"\bifnull\b",
    r"\biff?\(",
    r"\blambda\b", r"from range\(", r"\bsemi join\b", r"\banti join\b", r"\bhugeint\b", r"\bdouble\b(?! precision)",
]  # fmt: skip


CACHES = [function for function in vars(sqlfiles).values() if hasattr(function, "cache_clear")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sqlfiles, "FOLDER", tmp_path)
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
    assert sqlfiles.steps("a/three") == ("a/one", "a/two")


def test_a_composed_file_runs_with_only_the_parameters_it_needs(folder: Path, store: Store) -> None:
    assert sqlfiles.parameters("a/three") == {"x"}
    with store.cursor() as cur:
        assert sqlfiles.rows(cur, "a/three", {"x": 4, "day": date(2026, 1, 1)}) == [((4 + 1) * 4,)]


def test_a_missing_parameter_or_file_is_named(folder: Path, store: Store) -> None:
    with store.cursor() as cur, pytest.raises(KeyError, match="x"):
        sqlfiles.rows(cur, "a/three", {})
    with pytest.raises(KeyError, match="a/four"):
        sqlfiles.text("a/four")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_what_it_answers_and_keeps_to_the_common_dialect(name: str) -> None:
    text = sqlfiles.text(name)
    code = re.sub(r"--.*", "", text).lower()
    assert text.startswith("--"), "the header says the question, the grain, the parameters and the columns"
    assert [pattern for pattern in ONE_ENGINE_ONLY if re.search(pattern, code)] == []
