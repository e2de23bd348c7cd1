-- What does each line bring to a group at the as-of date (rules 5 and 7): what has settled, and what may still change?
-- Grain: that of rolled/held_sums. Parameters: $as_of, $by_month. Columns: those of ledger/line_sums, and
-- what the keys are made of: student_id, line_id, school, provider_id, service, setting, grade.
-- uses: rolled/asked_held, rolled/moving_sums, base/chosen_lines
select
    g.line_no, g.month, c.student_id, c.line_id, c.school, c.provider_id, c.service, c.setting, c.grade,
    {settling: g.*}, greatest(0, g.excess_minutes) as excess_minutes,
    greatest(0, g.expected_minutes - g.credited_minutes - g.excused_minutes - g.review_minutes - g.make_up_minutes)
        as pace_gap_minutes,
    g.required_sessions, least(g.counted_sessions, g.required_sessions) as counted_sessions,
    g.given_sessions > 0 as has_evidence, c.session_minutes, coalesce(c.whole_from <= $as_of, false) as has_whole_cycle
from (
    select
        coalesce(h.line_no, m.line_no) as line_no, coalesce(h.month, m.month) as month,
        {settling: coalesce(h.*, 0) + coalesce(m.*, 0)},
        coalesce(h.excess_minutes, 0) + coalesce(m.excess_minutes, 0) as excess_minutes,
        coalesce(h.required_sessions, 0) as required_sessions, coalesce(h.counted_sessions, 0) as counted_sessions,
        coalesce(h.given_sessions, 0) + coalesce(m.given_sessions, 0) as given_sessions
    from asked_held as h
    full join moving_sums as m
        on m.line_no = h.line_no and coalesce(m.month, date '0001-01-01') = coalesce(h.month, date '0001-01-01')
) as g
join chosen_lines as c on c.line_no = g.line_no and c.session_minutes is not null
