-- Which lines in force does the calendar that they follow stop short of: it ends before the as-of date, or before the May of its
-- school year, or an IEP year runs past it, whose days can then only be counted by the calendar year (rules 2)? A line without an end
-- of its own runs as long as the calendar does, and so past it too.
-- Grain: one row a line. Parameters: $as_of; as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, base/lines, base/years
select
    {finding: t.*}
from told_lines as t
join lines as l on l.line_no = t.line_no
join (select y.calendar, max(y.last_day) as last_day from years as y group by y.calendar) as c on c.calendar = l.calendar
where
    $as_of >= t.window_from
    and (
        $as_of <= t.window_to and t.window_to > c.last_day
        or l.end_date is null and t.window_to = l.end_day and t.window_to = c.last_day
    )
    and (c.last_day < $as_of or extract(month from c.last_day) not in (5, 6, 7) or l.cycle_name = 'iep_year')
order by t.student_id, t.day, t.source_row
