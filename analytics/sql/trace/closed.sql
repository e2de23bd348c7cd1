-- On which weekdays between two days does a line's school have no students in attendance?
-- Grain: one row a day. Parameters: $line_no, $span_from, $span_to. Columns: day, week.
-- uses: base/lines, base/day_facts
select f.day, f.week
from lines as l
join day_facts as f on f.calendar = l.calendar and not f.is_open and f.weekday < 6
where l.line_no = $line_no and f.day between $span_from and $span_to
order by f.day
