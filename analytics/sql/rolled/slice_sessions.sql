-- Which sessions on file may go to the lines whose stored steps are made together, or are of the days that they are made of?
-- Grain, parameters and columns: those of base/sessions_on_file.
-- Parameters: $district, $known.
-- uses: rolled/slice_days
select
    s.row_key, s.session_id, s.student_id, s.line_id, s.provider_id, s.school, s.service, s.kind, s.session_date, s.minutes,
    s.status, s.reason, s.setting, s.session_grouping, s.makes_up_date
from sessions as s
join slice_days as t
    on t.student_id = s.student_id and greatest(s.session_date, s.makes_up_date) >= t.first_day
where
    s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
    and s.award_id is null
