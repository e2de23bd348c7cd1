-- Does every record of every file in force stand in exactly one count?
-- Grain: one row a sheet whose counts don't add up to the records read. Parameters: $district. Columns: file_name, source_sheet, dataset, rows_read,
-- counted.
select
    b.file_name, s.source_sheet, s.dataset, s.rows_read,
    s.rows_new + s.rows_changed + s.rows_unchanged + s.rows_duplicate + s.rows_rejected + s.rows_waiting + s.rows_ignored
        as counted
from batch_sheets as s
join batches as b on b.district = s.district and b.batch_id = s.batch_id
where
    s.district = $district
    and s.rows_read
    <> s.rows_new + s.rows_changed + s.rows_unchanged + s.rows_duplicate + s.rows_rejected + s.rows_waiting
    + s.rows_ignored
order by b.file_name, s.source_sheet, s.dataset
