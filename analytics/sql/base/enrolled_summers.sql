-- Whose enrolment ends with a school year, as every student's does on many rosters: on its last day of school, the day after or June 30?
-- For lines of the extended year it goes on through the summer (decisions 0626 and 0675).
-- Grain: one row a student's span of enrolment and calendar. Columns: student_id, enrolled_to, calendar, summer_to (at most August 31, before
-- the next school year, which is the one that goes on into September, and the student's next enrolment).
-- uses: base/lines, base/stretches, base/year_ends, base/enrolment
select
    e.student_id, e.enrolled_to, y.calendar,
    min(least(make_date(y.school_year + 1, 8, 31), z.first_day - 1, e.next_from - 1)) as summer_to
from (select distinct l.student_id, l.school_calendar from lines as l where l.esy) as x
join (
    select
        n.student_id, n.enrolled_to,
        lead(n.enrolled_from) over (partition by n.student_id order by n.enrolled_from) as next_from
    from enrolment as n
) as e on e.student_id = x.student_id
join year_ends as y
    on
        y.calendar = x.school_calendar
        and e.enrolled_to in (y.last_day, y.last_day + 1, make_date(y.school_year + 1, 6, 30))
left join (
    select s.calendar, s.school_year, min(s.first_day) as first_day
    from stretches as s
    where s.first_day <= make_date(s.school_year, 9, 30) and s.last_day >= make_date(s.school_year, 9, 1)
    group by s.calendar, s.school_year
) as z on z.calendar = y.calendar and z.school_year = y.school_year + 1
where coalesce(z.first_day - 1, e.enrolled_to) >= e.enrolled_to
group by e.student_id, e.enrolled_to, y.calendar
