-- When was the last upload of session logs, and what was the state before it? The files of one day are one upload.
-- Grain: one row, or none without a log. Parameters: $district, $known.
-- Columns: uploaded_on (a day), known_before (the number of the event before its first; 0: nothing was before).
-- uses: base/batches_now
select d.uploaded_on, min(e.event_seq) - 1 as known_before
from (
    select max(cast(x.happened_at as date)) as uploaded_on
    from events as x
    join batches_now as b on b.batch_id = x.batch_id
    where
        x.district = $district and x.kind = 'import'
        and exists (select 1 from batch_logs as g where g.district = $district and g.batch_id = b.batch_id)
) as d
join events as e
    on e.district = $district and e.kind = 'import' and cast(e.happened_at as date) = d.uploaded_on
group by d.uploaded_on
