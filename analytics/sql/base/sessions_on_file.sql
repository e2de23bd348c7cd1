-- Which sessions are on file; compensatory ones are left out?
-- Grain: one row a session. Parameters: $district, $known. Columns: the stored fields that figures read.
select
    s.row_key, s.session_id, s.student_id, s.line_id, s.provider_id, s.school, s.service, s.kind, s.session_date, s.minutes,
    s.status, s.reason, s.setting, s.session_grouping, s.makes_up_date
from sessions as s
where
    s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
    and s.award_id is null
