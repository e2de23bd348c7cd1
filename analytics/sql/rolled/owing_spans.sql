-- What is to be made up of each credit period of a line once nothing more changes in it (rules 5)?
-- Grain: one row a line, period with a month that isn't kept, and span of as-of dates from $made_from on. Columns: line_no, period_key, from_day,
-- to_day (the first as-of date after it), make_up_minutes and unaccounted_minutes (as in ledger/periods; 0: never closed, or nothing).
-- uses: ledger/periods, rolled/period_ends, rolled/editions
select x.line_no, x.period_key, x.from_day, x.to_day, x.make_up_minutes, x.unaccounted_minutes
from (
    select
        e.line_no, p.period_key, greatest(n.settles_on, e.from_day, $made_from) as from_day, e.to_day, p.make_up_minutes,
        p.unaccounted_minutes
    from periods as p
    join period_ends as n on n.line_no = p.line_no and n.period_key = p.period_key
    join editions as e on e.edition_no = p.line_no
) as x
where x.from_day < x.to_day
order by x.line_no
