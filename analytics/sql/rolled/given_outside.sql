-- Which minutes were given outside any mandate (rules 4)? Sessions before the student's first line of the service are apart;
-- where no line is on file, nothing is outside.
-- Grain: one row a student, service, day from $made_from on, month, school and provider. Columns: student_id, service, session_date, month (of
-- the day it counts on), school and provider_id (the session's), given_minutes.
-- uses: base/lines, base/all_placed, base/days
select
    p.student_id, p.service, p.session_date, d.month, p.school, p.provider_id, sum(p.given_minutes) as given_minutes
from all_placed as p
join days as d on d.day = p.counts_on
left join (
    select l.student_id, l.service, min(l.start_day) as first_day from lines as l group by l.student_id, l.service
) as f on f.student_id = p.student_id and f.service = p.service
where
    p.line_no is null and p.session_date >= $made_from and p.status in ('delivered', 'partial', 'make_up') and coalesce(p.counts_on >= f.first_day, true)
    and exists (select 1 from lines as l)
group by p.student_id, p.service, p.session_date, d.month, p.school, p.provider_id
order by p.session_date
