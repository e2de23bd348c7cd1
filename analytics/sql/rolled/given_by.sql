-- Who gave how much of the lines that name no provider (rules 12)?
-- Grain: one row a line, day from $made_from on and provider, of weeks with instructional days. Columns: those of base/givers, week_no (of school_weeks).
-- Parameters: $made_from.
-- uses: base/givers, rolled/school_weeks
select
    g.line_no, g.student_id, g.calendar, g.session_date, g.week, w.week_no, g.provider_id, g.given_minutes, g.session_rows
from givers as g
join school_weeks as w on w.calendar = g.calendar and w.week = g.week
where g.session_date >= $made_from
order by g.session_date
