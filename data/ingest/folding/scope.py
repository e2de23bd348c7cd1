"""Which stored rows a file speaks for: those it lacks are missing, and a replace takes them out (design, import).

Sessions: its dates from first to last, its services, its providers and those of the batches of its shape that it
replaces (which share a provider with it, or name none). Other files: the stored rows of the same shape, of lines
those of its services and, in the same way, of its providers. A file whose bytes were read otherwise before takes out
what only that reading brought.
"""

import duckdb

from data.ingest.folding import rows, standing
from data.ingest.folding.ends import SNAPSHOTS
from data.ingest.folding.fold import Batch
from data.store.connect import DISTRICT

_ENOUGH = 5
"""Fewer rows in common may be two lists of a few children."""
_MOST = 0.8
"""The share of the rows on file that a list must have again to be the same one under other headings."""


def find(cur: duckdb.DuckDBPyConnection, dataset: str, stored: str, same_shape: bool) -> None:
    """``spoken_for``: the keys of the rows of ``stored`` (SQL in the standing form) that the file speaks for."""
    conditions = ["true"]
    day = rows.DATE_OF.get(dataset)
    file = f"resolved_{dataset}"
    if day:
        conditions.append(f"t.{day} between (select min({day}) from {file}) and (select max({day}) from {file})")
    if "service" in rows.columns(dataset):
        conditions.append(f"t.service in (select service from {file})")
    shape = _of_its_kind(dataset) if same_shape and dataset in SNAPSHOTS else f"t.shape in (select shape from {file})"
    if same_shape or dataset != "sessions":
        conditions.append(shape)
    by_provider = dataset != "providers" and "provider_id" in rows.columns(dataset)
    provider = "t.provider_id" if by_provider else "null as provider_id"
    cur.execute(
        f"create or replace temp table candidates as select t.row_key, t.group_key, t.row_hash, t.shape, t.batch_id, "
        f"t.aside, {provider} from {stored} as t where {' and '.join(conditions)}"
    )
    named = _providers(file, shape) if by_provider else "true"
    cur.execute(
        f"create or replace temp table spoken_for as select t.row_key, t.group_key, t.row_hash, t.shape, t.aside "
        f"from candidates as t where {named}"
    )


def _of_its_kind(dataset: str) -> str:
    """SQL: whether a stored row ``t`` of a snapshot is of the file's shapes, was told under one of them by an earlier file,
    or is of a shape that the file continues (``continues``)."""
    mine = f"(select shape from resolved_{dataset})"
    told = (
        "select b.row_key from batch_rows as b join batches as o on o.district = b.district and o.batch_id = b.batch_id "
        f"where b.district = '{DISTRICT}' and b.dataset = '{dataset}' and o.state = 'in_force' and b.action <> 'remove' "
        f"and b.shape in {mine}"
    )
    return f"(t.shape in {mine} or t.shape in (select shape from continues) or t.row_key in ({told}))"


def _find_continued(cur: duckdb.DuckDBPyConnection, dataset: str, stored: str) -> None:
    """``continues``: the shapes of which the file has nearly all rows again, of its services and providers: its headings
    changed (decision 0212)."""
    within = [
        f"(t.{one} is null or t.{one} in (select {one} from resolved_{dataset}))"
        for one in ("service", "provider_id")
        if one in rows.columns(dataset)
    ]
    cur.execute(
        "create or replace temp table continues as select t.shape "
        f"from {stored} as t left join placed_{dataset} as p on p.row_key = t.row_key where {' and '.join(within) or 'true'} "
        f"group by t.shape having count(p.row_key) >= greatest({_ENOUGH}, {_MOST} * count(*))"
    )


def _providers(file: str, shape: str) -> str:
    replaced = (
        f"select t.batch_id from candidates as t where {shape} and (t.provider_id in (select provider_id from {file}) "
        f"or t.provider_id is null and exists (select 1 from {file} where provider_id is null))"
    )
    return (
        f"(t.provider_id in (select provider_id from {file} union select t.provider_id from candidates as t "
        f"where {shape} and t.batch_id in ({replaced})) "
        f"or t.provider_id is null and {shape} and t.batch_id in ({replaced}))"
    )


def find_earlier(cur: duckdb.DuckDBPyConnection, dataset: str, stored: str, batch: Batch) -> None:
    """``spoken_for``: the rows of ``stored`` that the file's bytes brought when they were read otherwise, and that no
    other file has."""
    mine = (
        "select e.batch_id from batches as e join batches as b on b.district = e.district and b.sha256 = e.sha256 "
        "where b.district = $d and b.batch_id = $b and e.state = 'in_force' and e.batch_seq < $seq"
    )
    told = (
        "select r.row_key from batch_rows as r join batches as o on o.district = r.district and o.batch_id = r.batch_id "
        "where r.district = $d and r.dataset = $n and r.record_no is not null and o.state = 'in_force' "
        "and o.batch_seq < $seq and r.batch_id"
    )
    cur.execute(
        f"create or replace temp table spoken_for as select t.row_key, t.group_key, t.row_hash, t.shape, t.aside "
        f"from {stored} as t where t.row_key in ({told} in ({mine})) and t.row_key not in ({told} not in ({mine}))",
        {"d": DISTRICT, "b": batch.batch_id, "n": dataset, "seq": batch.seq},
    )


def take_out(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """``removed``, and out of what stands: the rows that the file speaks for, or brought before, and lacks."""
    if batch.mode == "replace":
        find(cur, dataset, standing.name(dataset), same_shape=False)
    else:
        find_earlier(cur, dataset, standing.name(dataset), batch)
    cur.execute(
        f"create or replace temp table removed as select s.row_key, s.row_hash, s.shape from spoken_for as s "
        f"where s.row_key not in (select row_key from placed_{dataset})"
    )
    cur.execute(f"delete from {standing.name(dataset)} where row_key in (select row_key from removed)")


def missing(cur: duckdb.DuckDBPyConnection, dataset: str) -> dict[str, int]:
    """Shape -> stored rows of that shape, or of one that it continues, that the file speaks for and doesn't have; call it
    before writing."""
    if dataset in SNAPSHOTS:
        _find_continued(cur, dataset, standing.in_force(dataset))
    find(cur, dataset, standing.in_force(dataset), same_shape=True)
    if dataset in SNAPSHOTS:
        cur.execute(
            f"update spoken_for set shape = (select min(shape) from resolved_{dataset}) "
            f"where shape not in (select shape from resolved_{dataset})"
        )
    if dataset == "sessions":
        cur.execute(
            "update spoken_for as t set shape = c.own_shape from (select shape, min(own_shape) as own_shape from continued "
            "group by shape) as c where c.shape = t.shape"
        )
    if dataset in rows.TOLD_AGAIN:
        cur.execute("delete from spoken_for where row_key in (select row_key from moved)")
    found = cur.execute(
        f"select shape, count(*) from spoken_for where aside is distinct from 'twin' and row_key not in "
        f"(select row_key from placed_{dataset}) group by shape"
    ).fetchall()
    return {str(shape): int(count) for shape, count in found}


def in_words(cur: duckdb.DuckDBPyConnection, dataset: str) -> str:
    """What a replace by this file takes as the whole truth, and how many rows of it are taken out (``removed``)."""
    columns, file = rows.columns(dataset), f"resolved_{dataset}"
    parts = []
    if day := rows.DATE_OF.get(dataset):
        span = cur.execute(f"select min({day}), max({day}) from {file}").fetchone() or (None, None)
        parts.append(
            f"from {span[0]:%B} {span[0].day} to {span[1]:%B} {span[1].day}, {span[1].year}" if span[0] else ""
        )
    if "service" in columns:
        found = cur.execute(f"select distinct service from {file} where service is not null order by 1").fetchall()
        parts.append(f"for {', '.join(str(service) for (service,) in found)}")
    if "provider_id" in columns and dataset != "providers":
        row = cur.execute(f"select count(distinct provider_id) from {file}").fetchone() or (0,)
        noun = "provider" if row[0] == 1 else "providers"
        parts.append(f"of its {row[0]} {noun} and those whose rows it replaces" if row[0] else "")
    row = cur.execute("select count(*) from removed").fetchone() or (0,)
    where = " ".join(part for part in parts if part) or "of this kind of file"
    noun = dataset.replace("_", " ")
    return f"This file is the whole truth for {noun} {where}: {row[0]:,} rows on file that it lacks are taken out."
