-- Which lines in force does a newer file of the same shape no longer have (rules 3)? They count until someone says.
-- Grain: one row a line. Parameters: $as_of, $district, as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, base/lines, base/batches_now
select
    {finding: t.*}
from told_lines as t
join (
    select
        r.row_key, max(n.batch_seq) as last_seq, min(r.shape) as shape
    from batch_rows as r
    join batches_now as n on n.batch_id = r.batch_id
    where r.district = $district and r.dataset = 'service_lines' and r.action <> 'remove'
    group by r.row_key
) as m on m.row_key = t.row_key
join (
    select r.shape, l.service, max(n.batch_seq) as last_seq
    from batch_rows as r
    join batches_now as n on n.batch_id = r.batch_id
    join lines as l on l.row_key = r.row_key
    where r.district = $district and r.dataset = 'service_lines' and r.action <> 'remove'
    group by r.shape, l.service
) as s on s.shape = m.shape and s.service = t.service and s.last_seq > m.last_seq
where
    $as_of between t.window_from and t.window_to
    and not exists (
        select 1 from batch_ends as e
        join batches_now as n on n.batch_id = e.batch_id
        where
            e.district = $district and e.dataset = 'service_lines' and e.row_key = t.row_key and e.answer <> 'asked'
            and n.batch_seq > m.last_seq
    )
order by t.student_id, t.day, t.source_row
