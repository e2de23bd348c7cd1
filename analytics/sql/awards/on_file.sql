-- Which compensatory awards are on file at the as-of date?
-- Grain: one row an award. Parameters: $district, $known, $as_of. Columns: award_id, student_id, service, awarded_minutes, awarded_on,
-- batch_id, source_sheet, source_row.
select
    a.award_id, a.student_id, a.service, cast(a.minutes as double precision) as awarded_minutes, a.awarded_on, a.batch_id,
    a.source_sheet, a.source_row
from awards as a
where
    a.district = $district and a.known_from <= $known and (a.known_to is null or a.known_to > $known)
    and coalesce(a.awarded_on, $as_of) <= $as_of
