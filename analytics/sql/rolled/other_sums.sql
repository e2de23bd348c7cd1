-- What do the lines bring that stored steps can't tell, worked out from the sessions themselves?
-- Grain: one row a line (and month where $by_month). Columns: those of base/chosen_lines and ledger/line_sums.
-- materialized
-- uses: base/chosen_lines, ledger/line_sums
select
    c.line_no, c.row_key, c.line_id, c.student_id, c.service, c.kind, c.setting, c.line_grouping, c.school, c.grade,
    c.provider_id, c.is_inferred, s.month,
    {minutes: s.*}, s.short_minutes, s.required_sessions, s.counted_sessions, s.has_evidence,
    s.session_minutes, s.has_whole_cycle
from chosen_lines as c
join line_sums as s on s.line_no = c.line_no
