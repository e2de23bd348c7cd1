-- Which lines of an earlier IEP go on beside a later one, because the later IEP's file tells nothing of their service (rules 3)?
-- No file since tells the line again either. Grain: one row a line. Parameters: $district, $known, $as_of.
-- Columns: line_no, unconfirmed_since (the first day of the later IEP).
-- uses: base/lines, base/windows, base/ieps, base/lines_told, base/batches_now
select l.line_no, min(x.iep_start) as unconfirmed_since
from lines as l
join windows as w on w.line_no = l.line_no
left join (
    select distinct p.student_id, p.plan_type, p.esy, p.iep_id, p.iep_start from ieps as p
) as o on o.student_id = l.student_id and o.plan_type = l.plan_type and o.esy = l.esy and o.iep_id = l.iep_id
join (
    select p.student_id, p.plan_type, p.esy, p.iep_id, p.iep_start, s.last_seq
    from (select distinct i.student_id, i.plan_type, i.esy, i.iep_id, i.iep_start from ieps as i) as p
    join (
        select t.student_id, t.plan_type, t.esy, t.iep_id, max(n.batch_seq) as last_seq
        from lines_told as t
        join batches_now as n on n.batch_id = t.batch_id
        group by t.student_id, t.plan_type, t.esy, t.iep_id
    ) as s on s.student_id = p.student_id and s.plan_type = p.plan_type and s.esy = p.esy and s.iep_id = p.iep_id
) as x
    on
        x.student_id = l.student_id and x.plan_type = l.plan_type and x.esy = l.esy
        and x.iep_start > coalesce(o.iep_start, l.start_day) and x.iep_start <= w.window_to and x.iep_start <= $as_of
where
    not exists (
        select 1 from ieps as y
        where
            y.student_id = x.student_id and y.plan_type = x.plan_type and y.esy = x.esy and y.iep_id = x.iep_id
            and y.service = l.service
    )
    and not exists (
        select 1
        from batch_rows_listed as r
        join batches_now as n on n.batch_id = r.batch_id
        where
            r.district = $district and r.dataset = 'service_lines' and r.action <> 'remove' and r.row_key = l.row_key
            and r.known_from <= $known and (r.known_to is null or r.known_to > $known) and n.batch_seq > x.last_seq
    )
group by l.line_no
