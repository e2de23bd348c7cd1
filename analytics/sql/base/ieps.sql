-- When does each IEP start, and which services occur in the files that brought it (rules 3)?
-- Grain: one row an IEP and service. Parameters: $district, $known.
-- Columns: student_id, plan_type, esy, iep_id, iep_start, service.
-- uses: base/lines, base/batches_now
select i.student_id, i.plan_type, i.esy, i.iep_id, i.iep_start, b.service
from (
    select l.student_id, l.plan_type, l.esy, l.iep_id, min(l.start_day) as iep_start
    from lines as l
    where l.iep_id is not null
    group by l.student_id, l.plan_type, l.esy, l.iep_id
) as i
join (
    select distinct l.student_id, l.plan_type, l.esy, l.iep_id, t.service
    from lines as l
    join batch_rows as r on r.district = $district and r.dataset = 'service_lines' and r.row_key = l.row_key
    join batches_now as n on n.batch_id = r.batch_id
    join (
        select distinct o.batch_id, x.service
        from batch_rows as o
        join lines as x on x.row_key = o.row_key
        where o.district = $district and o.dataset = 'service_lines' and o.action <> 'remove'
    ) as t on t.batch_id = r.batch_id
    where l.iep_id is not null and r.action <> 'remove'
) as b on b.student_id = i.student_id and b.plan_type = i.plan_type and b.esy = i.esy and b.iep_id = i.iep_id
