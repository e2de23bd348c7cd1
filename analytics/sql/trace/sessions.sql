-- Which sessions count for a line, with the row of the file that each came from?
-- Grain: one row a session. Parameters: $district, $known, $line_no. Columns: row_key, session_id, session_date, counts_on, month, period_key, status, reason,
-- given_minutes, missed_minutes, logged_minutes (as on the row), setting, session_grouping, is_undated, school_year, source_file, source_sheet, source_row.
-- uses: ledger/bookings
select
    b.row_key, s.session_id, b.session_date, b.counts_on, b.month, b.period_key, b.status, b.reason, b.given_minutes,
    b.missed_minutes, cast(s.minutes as double precision) as logged_minutes, s.setting, s.session_grouping, b.is_undated,
    b.school_year, f.file_name as source_file, s.source_sheet, s.source_row
from bookings as b
join sessions as s
    on
        s.district = $district and s.row_key = b.row_key and s.known_from <= $known
        and (s.known_to is null or s.known_to > $known)
left join batches as f on f.district = $district and f.batch_id = s.batch_id
where b.line_no = $line_no
order by b.counts_on, b.session_date, s.session_id, b.row_key
