-- When does each IEP start, and which services occur in the files that brought it (rules 3)?
-- Grain: one row an IEP and service.
-- Columns: student_id, plan_type, esy, iep_id, iep_start, service.
-- uses: base/lines, base/lines_told
select i.student_id, i.plan_type, i.esy, i.iep_id, i.iep_start, b.service
from (
    select l.student_id, l.plan_type, l.esy, l.iep_id, min(l.start_day) as iep_start
    from lines as l
    where l.iep_id is not null
    group by l.student_id, l.plan_type, l.esy, l.iep_id
) as i
join (
    select distinct t.student_id, t.plan_type, t.esy, t.iep_id, o.service
    from lines_told as t
    join (select distinct x.batch_id, x.service from lines_told as x) as o on o.batch_id = t.batch_id
    where t.iep_id is not null
) as b on b.student_id = i.student_id and b.plan_type = i.plan_type and b.esy = i.esy and b.iep_id = i.iep_id
