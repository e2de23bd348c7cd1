-- What is expected in the periods up to the last one that has a make-up without a date, at each moment?
-- Grain: one row a moment and credit period. Columns: line_no (the moment's number), period_key, expected_minutes.
-- uses: rolled/moments, rolled/editions, rolled/pieces
-- materialized
select m.moment_no as line_no, p.period_key, sum(p.rate * (p.clock_to - p.clock_from)) as expected_minutes
from moments as m
join editions as e on e.edition_no = m.line_no
join pieces as p on p.line_no = e.line_no and p.is_covered and not p.is_lapsed and p.period_key <= m.last_period
group by m.moment_no, p.period_key
