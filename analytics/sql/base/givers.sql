-- Who gave how much of the lines that name no provider (rules 12)? Whatever the as-of date.
-- Grain: one row a line, day and provider. Columns: line_no, student_id, calendar, session_date, week, provider_id, given_minutes, session_rows.
-- uses: base/lines, base/all_placed, base/days
-- materialized
select
    l.line_no, l.student_id, l.calendar, p.session_date, d.week, p.provider_id, sum(p.given_minutes) as given_minutes,
    count(*) as session_rows
from lines as l
join all_placed as p on p.line_no = l.line_no and p.provider_id is not null
join days as d on d.day = p.session_date
where l.provider_id is null
group by l.line_no, l.student_id, l.calendar, p.session_date, d.week, p.provider_id
