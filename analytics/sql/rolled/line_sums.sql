-- What does each line bring to a group at the as-of date, those that stored steps can't tell among them?
-- Grain: one row a line. Columns: those of ledger/line_sums.
-- uses: rolled/settled_sums, rolled/other_sums
select
    s.line_no, s.month, s.student_id, s.line_id, s.school, s.provider_id, s.service, s.setting, s.grade,
    {minutes: s.*}, s.short_minutes,
    s.required_sessions, s.counted_sessions, s.has_evidence, s.session_minutes, s.has_whole_cycle
from settled_sums as s
union all
select
    o.line_no, o.month, o.student_id, o.line_id, o.school, o.provider_id, o.service, o.setting, o.grade,
    {minutes: o.*}, o.short_minutes,
    o.required_sessions, o.counted_sessions, o.has_evidence, o.session_minutes, o.has_whole_cycle
from other_sums as o
