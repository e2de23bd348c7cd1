-- From which day on does the roster say what it says on the as-of date?
-- Grain: one row. Parameters: $as_of. Column: day (0001-01-01: it never changed before).
-- uses: base/roster_days
select coalesce(max(d.day), date '0001-01-01') as day
from roster_days as d
where d.day <= $as_of
