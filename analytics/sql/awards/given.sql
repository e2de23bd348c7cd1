-- Which sessions serve a compensatory award up to the as-of date (rules 4): those that name one?
-- Grain: one row a session that gave minutes. Parameters: $district, $known, $as_of. Columns: row_key, award_id, student_id, service,
-- provider_id, school, session_date, minutes, batch_id, source_sheet, source_row.
select
    s.row_key, s.award_id, s.student_id, s.service, s.provider_id, s.school, s.session_date,
    cast(coalesce(s.minutes, 0) as double precision) as minutes, s.batch_id, s.source_sheet, s.source_row
from sessions as s
where
    s.award_id is not null and s.status in ('delivered', 'partial', 'make_up') and s.session_date <= $as_of
    and s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
