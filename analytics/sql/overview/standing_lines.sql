-- How does each line stand, as far as what needs a decision looks at it?
-- Grain: one row a chosen line with minutes to date or in force. Parameters: as ledger/so_far, the viewer's choice.
-- Columns: line_key, student_id, school, provider_id, band, make_up_minutes, never_started, is_unseen.
-- uses: ledger/so_far
select f.line_key, f.student_id, f.school, f.provider_id, f.band, f.make_up_minutes, f.never_started, f.is_unseen
from so_far as f
order by f.line_no
