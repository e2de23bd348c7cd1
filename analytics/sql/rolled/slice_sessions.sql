-- Which sessions on file, dated $made_from or later, are of the students whose stored steps are made together?
-- Grain, parameters and columns: those of base/sessions_on_file.
-- Parameters: $district, $known, $made_from.
-- uses: rolled/slice_students
select
    s.row_key, s.session_id, s.student_id, s.line_id, s.provider_id, s.school, s.service, s.kind, s.session_date, s.minutes,
    s.status, s.reason, s.setting, s.session_grouping, s.makes_up_date
from sessions as s
join slice_students as t on t.student_id = s.student_id
where
    s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
    and s.award_id is null and s.session_date >= $made_from
