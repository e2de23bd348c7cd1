-- On which days may each regular school year have ended, where its calendar may list days of a summer after it (decision 0675): the last day
-- listed, the last before more than a week without school in or after May, the last of its last grading period?
-- Grain: one row a calendar, school year and such day. Columns: calendar, school_year, last_day.
-- uses: base/days, base/attended_days, base/grading, base/stretches
select s.calendar, s.school_year, max(s.last_day) as last_day
from stretches as s
group by s.calendar, s.school_year
union
select s.calendar, s.school_year, s.last_day
from stretches as s
where s.first_day < make_date(s.school_year + 1, 6, 1) and s.last_day >= make_date(s.school_year + 1, 5, 1)
union
select a.calendar, g.school_year, max(a.day)
from (select p.school_year, max(p.end_date) as ends_on from grading as p group by p.school_year) as g
join days as d on d.school_year = g.school_year and d.day <= g.ends_on
join attended_days as a on a.day = d.day
group by a.calendar, g.school_year
