-- After which imports, undos and settings can the ledger be read?
-- Grain: one row an event, in order. Parameters: $district.
-- Columns: event_seq, kind, day (the file's load date, else the day of the event), batch_id, file_name (null: no file), done_by,
-- happened_at (UTC).
select
    e.event_seq, e.kind, coalesce(case when e.kind = 'import' then b.load_date end, cast(e.happened_at as date)) as day,
    e.batch_id, b.file_name, e.done_by, e.happened_at
from events as e
left join batches as b on b.district = e.district and b.batch_id = e.batch_id
where e.district = $district
order by e.event_seq
