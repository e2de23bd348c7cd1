-- What was expected and given in each month of a credit period, once nothing more changes (rules 5)?
-- Grain: one row an edition, period and month that isn't kept. Columns: those of ledger/cells, with line_no the edition's number.
-- uses: rolled/changes, rolled/pieces, rolled/editions, rolled/kept_months
-- materialized
select
    u.line_no, u.period_key, u.month, sum(u.expected_minutes) as expected_minutes, sum(u.dated_minutes) as dated_minutes,
    sum(u.given_sessions) as given_sessions
from (
    select
        c.line_no, c.period_key, c.month, cast(0 as double precision) as expected_minutes, c.dated_minutes, c.given_sessions
    from changes as c
    where c.filled_minutes = 0
    union all
    select e.edition_no, p.period_key, p.month, p.rate * (p.clock_to - p.clock_from), 0, 0
    from pieces as p
    join editions as e on e.line_no = p.line_no and p.start_day < e.to_day
    where p.is_covered and not p.is_lapsed
) as u
left join kept_months as k on k.line_no = u.line_no and k.month is not distinct from u.month
where k.line_no is null
group by u.line_no, u.period_key, u.month
