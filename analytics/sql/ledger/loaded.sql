-- To when are the logs of each service loaded, and which services have lines but no log (rules 2a)?
-- Grain: one row a service of a line or log. Parameters: $services.
-- Columns: service, covered_from, covered_to (null: no log), is_limited (only some providers' or schools' lines), lines.
-- uses: base/lines, base/coverage
select
    s.service, c.covered_from, c.covered_to, coalesce(c.is_limited, false) as is_limited, coalesce(n.lines, 0) as lines
from (
    select x.service from coverage as x
    union
    select l.service from lines as l where l.in_ledger
) as s
left join (
    select
        x.service, min(x.covered_from) as covered_from, max(x.covered_to) as covered_to,
        bool_and(x.provider_id is not null or x.school is not null) as is_limited
    from coverage as x
    group by x.service
) as c on c.service = s.service
left join (
    select l.service, count(*) as lines from lines as l where l.in_ledger group by l.service
) as n on n.service = s.service
where {s.service in $services}
order by s.service
