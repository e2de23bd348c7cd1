-- How does each line stand, as far as what needs a decision looks at it?
-- Grain: one row a chosen line with minutes to date or in force. Parameters: as ledger/standing, the viewer's choice.
-- Columns: line_key, student_id, school, provider_id, kind, band, make_up_minutes, days_since, days_per_session, is_in_force, never_started.
-- uses: ledger/standing
select
    s.line_key, s.student_id, s.school, s.provider_id, s.kind, s.band, s.make_up_minutes, s.days_since, s.days_per_session,
    s.is_in_force, s.never_started
from standing as s
order by s.line_no
