-- Which months of lines may say something else from $made_from on: a period of theirs settles, a cycle closes or gets a session, days that
-- aren't loaded or have lapsed end, on that day or later?
-- Grain: one row an edition and month. Columns: line_no (the edition's number), month.
-- uses: rolled/editions, rolled/period_ends, rolled/changes, rolled/pieces, rolled/cycle_ends, rolled/told
select c.line_no, c.month
from changes as c
join period_ends as n on n.line_no = c.line_no and n.period_key = c.period_key and n.settles_on >= $made_from
where c.filled_minutes = 0
union
select e.edition_no, p.month
from pieces as p
join editions as e on e.line_no = p.line_no and p.start_day < e.to_day
join period_ends as n on n.line_no = e.edition_no and n.period_key = p.period_key and n.settles_on >= $made_from
where p.is_covered and not p.is_lapsed
union
select e.edition_no, p.month
from pieces as p
join editions as e on e.line_no = p.line_no
where p.is_lapsed = p.is_covered and p.end_day >= $made_from
union
select e.edition_no, y.month
from cycle_ends as y
join editions as e on e.line_no = y.line_no
where y.closes_on >= $made_from and y.required_sessions is not null
union
select t.line_no, y.month
from told as t
join cycle_ends as y on y.line_no = t.of_line and y.cycle_key = t.cycle_key and y.required_sessions is not null
where t.is_counted and t.session_date >= $made_from
