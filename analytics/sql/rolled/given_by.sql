-- Who gave how much of the lines that name no provider (rules 12)?
-- Grain: one row a line, day from $made_from on and provider. Columns: line_no, calendar, session_date, week_no (of school_weeks), provider_id, given_minutes,
-- session_rows.
-- uses: base/lines, base/chosen_lines, base/all_placed, base/days, rolled/school_weeks
select
    l.line_no, l.calendar, p.session_date, w.week_no, p.provider_id, sum(p.given_minutes) as given_minutes,
    count(*) as session_rows
from lines as l
join chosen_lines as c on c.line_no = l.line_no
join all_placed as p on p.line_no = l.line_no and p.provider_id is not null
join days as d on d.day = p.session_date
join school_weeks as w on w.calendar = l.calendar and w.week = d.week
where l.provider_id is null and p.session_date >= $made_from
group by l.line_no, l.calendar, p.session_date, w.week_no, p.provider_id
order by p.session_date
