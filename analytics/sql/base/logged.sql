-- Of which months has each file in force log rows, waiting ones too (rules 2a)?
-- Grain: one row a batch, service, provider and month. Parameters: $district, $known.
-- Columns: batch_id, batch_seq, service, provider_id, month_start, row_count.
-- uses: base/batches_now
-- materialized
select g.batch_id, b.batch_seq, g.service, g.provider_id, g.month_start, sum(g.row_count) as row_count
from batch_logs as g
join batches_now as b on b.batch_id = g.batch_id
where
    g.district = $district and g.known_from <= $known and (g.known_to is null or g.known_to > $known)
group by g.batch_id, b.batch_seq, g.service, g.provider_id, g.month_start
