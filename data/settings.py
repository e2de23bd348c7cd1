"""What a person sets in the browser: policies of a school year, and marks such as "set-up was seen"."""

import duckdb

from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

SETUP_SEEN = "setup_seen"


def set_policy(store: Store, school_year: str, policy: str, value: str, who: str) -> None:
    """Store a district's choice for a school year ("2025-26"); figures follow at once, the version before is kept.

    The value is stored as it is: ``analytics.policies.checked`` says whether the policy can have it. Setting the value
    that stands already changes nothing, and records nothing.
    """
    where = {"d": DISTRICT, "y": school_year, "p": policy}
    with store.transaction() as cur:
        row = cur.execute(
            "select value from policies where district = $d and school_year = $y and policy = $p and known_to is null",
            where,
        ).fetchone()
        if row is not None and row[0] == value:
            return
        event = next_event(cur, "policy", who)
        cur.execute(
            "update policies set known_to = $e where district = $d and school_year = $y and policy = $p "
            "and known_to is null",
            where | {"e": event},
        )
        cur.execute(
            "insert into policies values ($d, $y, $p, $v, $n, $w, $e, null)",
            where | {"v": value, "n": now(), "w": who, "e": event},
        )


def policies(cur: duckdb.DuckDBPyConnection, school_year: str) -> list[tuple[str, str, str, str]]:
    """Every choice of a school year, the latest first: policy, value, when (UTC, "2026-01-09 14:03"), who."""
    return cur.execute(
        "select policy, value, strftime(set_at, '%Y-%m-%d %H:%M'), set_by from policies "
        "where district = ? and school_year = ? order by known_from desc",
        [DISTRICT, school_year],
    ).fetchall()


def set_setting(store: Store, setting: str, value: str, who: str) -> None:
    """Store a mark of the district that shapes no figure."""
    with store.transaction() as cur:
        cur.execute(
            "insert into settings values (?, ?, ?, ?, ?) on conflict do update set value = excluded.value, "
            "set_at = excluded.set_at, set_by = excluded.set_by",
            [DISTRICT, setting, value, now(), who],
        )


def setting(cur: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """The value of a mark; None where nobody set it."""
    row = cur.execute("select value from settings where district = ? and setting = ?", [DISTRICT, name]).fetchone()
    return None if row is None else str(row[0])
