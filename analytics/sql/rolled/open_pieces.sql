-- By which clock does each edition of a line accrue in its credit periods that settle after $made_from?
-- Grain: one row an edition and days in a row of one period and month that are loaded and in force. Columns: line_no (the edition's number), period_key,
-- month, is_long (as in period_ends), clock_no, rate, clock_from, clock_to, start_day (as in pieces).
-- Parameters: $made_from.
-- uses: rolled/pieces, rolled/editions, rolled/period_ends
-- materialized
select
    n.line_no, n.period_key, p.month, n.is_long, p.clock_no, p.rate, p.clock_from, p.clock_to, p.start_day
from period_ends as n
join editions as e on e.edition_no = n.line_no
join pieces as p on p.line_no = e.line_no and p.period_key = n.period_key and p.start_day < e.to_day
where n.settles_on > $made_from and p.is_covered and not p.is_lapsed
