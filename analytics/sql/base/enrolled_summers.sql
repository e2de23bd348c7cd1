-- Whose enrolment ends with a school year, as every student's does on many rosters: on its last day of school, the day after or June 30?
-- For lines of the extended year it goes on through the summer (decision 0626).
-- Grain: one row a student's span of enrolment and calendar. Columns: student_id, enrolled_to, calendar, summer_to (at most August 31, before
-- the next school year and the student's next enrolment).
-- uses: base/lines, base/years, base/enrolment
select e.student_id, e.enrolled_to, y.calendar, least(make_date(y.ends_in, 8, 31), y.next_first - 1, e.next_from - 1) as summer_to
from (select distinct l.student_id, l.school_calendar from lines as l where l.esy) as x
join (
    select
        n.student_id, n.enrolled_to,
        lead(n.enrolled_from) over (partition by n.student_id order by n.enrolled_from) as next_from
    from enrolment as n
) as e on e.student_id = x.student_id
join (
    select
        s.calendar, s.last_day, cast(s.school_year as integer) + 1 as ends_in,
        lead(s.first_day) over (partition by s.calendar order by s.school_year) as next_first
    from years as s
    where s.last_day is not null
) as y on y.calendar = x.school_calendar and e.enrolled_to in (y.last_day, y.last_day + 1, make_date(y.ends_in, 6, 30))
where coalesce(y.next_first - 1, e.enrolled_to) >= e.enrolled_to
