-- Of which months has each file in force log rows, waiting ones too (rules 2a)?
-- Grain: one row a batch, service, kind, provider and month. Parameters: $district.
-- Columns: batch_id, batch_seq, service, kind (by the student's lines where the log says none), provider_id, month_start,
-- row_count, last_day.
-- uses: base/batches_now, base/agreed_kinds
-- materialized
select
    g.batch_id, b.batch_seq, g.service, coalesce(g.kind, a.kind, 'direct') as kind, g.provider_id, g.month_start,
    sum(g.row_count) as row_count, max(g.last_day) as last_day
from batch_logs as g
join batches_now as b on b.batch_id = g.batch_id
left join agreed_kinds as a on a.student_id = g.student_id and a.service = g.service
where g.district = $district
group by g.batch_id, b.batch_seq, g.service, coalesce(g.kind, a.kind, 'direct'), g.provider_id, g.month_start
