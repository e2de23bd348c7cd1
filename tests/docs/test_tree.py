"""What may stand in the project's tree: never a database, whose rows could be children's."""

import subprocess
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[2]
MARK = b"DUCK"  # a DuckDB file says so in its ninth to twelfth byte


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[8:] == MARK


def test_no_database_is_kept_in_the_tree() -> None:
    tracked = [path for path in _tracked() if path.is_file()]
    assert len(tracked) > 100
    assert [path.name for path in tracked if _is_database(path)] == []


def test_a_database_is_known_by_its_mark(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "any name")).close()
    assert _is_database(tmp_path / "any name")
