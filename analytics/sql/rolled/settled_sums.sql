-- What does each line bring to a group at the as-of date (rules 5 and 7): what has settled, and what may still change?
-- Grain: that of rolled/held_sums. Parameters: $as_of, $by_month. Columns: those of ledger/line_sums but cycles_met and cycles, and
-- what the keys are made of: student_id, line_id, school, provider_id, service, setting, grade.
-- uses: rolled/asked_held, rolled/moving_sums, base/chosen_lines
select
    g.line_no, g.month, c.student_id, c.line_id, c.school, c.provider_id, c.service, c.setting, c.grade,
    g.expected_minutes, g.delivered_minutes, g.credited_minutes, greatest(0, g.excess_minutes) as excess_minutes,
    g.excused_minutes, g.review_minutes, g.make_up_minutes, g.unaccounted_minutes,
    greatest(0, g.expected_minutes - g.credited_minutes - g.excused_minutes - g.review_minutes - g.make_up_minutes)
        as pace_gap_minutes,
    g.provider_caused_minutes, g.open_minutes, g.uncovered_minutes, g.lapsed_minutes, g.short_minutes,
    g.required_sessions, least(g.counted_sessions, g.required_sessions) as counted_sessions,
    g.given_sessions > 0 as has_evidence, c.session_minutes, coalesce(c.whole_from <= $as_of, false) as has_whole_cycle
from (
    select
        coalesce(h.line_no, m.line_no) as line_no, coalesce(h.month, m.month) as month,
        coalesce(h.expected_minutes, 0) + coalesce(m.expected_minutes, 0) as expected_minutes,
        coalesce(h.delivered_minutes, 0) + coalesce(m.delivered_minutes, 0) as delivered_minutes,
        coalesce(h.credited_minutes, 0) + coalesce(m.credited_minutes, 0) as credited_minutes,
        coalesce(h.excess_minutes, 0) + coalesce(m.excess_minutes, 0) as excess_minutes,
        coalesce(h.excused_minutes, 0) + coalesce(m.excused_minutes, 0) as excused_minutes,
        coalesce(h.review_minutes, 0) + coalesce(m.review_minutes, 0) as review_minutes,
        coalesce(h.make_up_minutes, 0) + coalesce(m.make_up_minutes, 0) as make_up_minutes,
        coalesce(h.unaccounted_minutes, 0) + coalesce(m.unaccounted_minutes, 0) as unaccounted_minutes,
        coalesce(h.provider_caused_minutes, 0) + coalesce(m.provider_caused_minutes, 0) as provider_caused_minutes,
        coalesce(h.open_minutes, 0) + coalesce(m.open_minutes, 0) as open_minutes,
        coalesce(h.uncovered_minutes, 0) + coalesce(m.uncovered_minutes, 0) as uncovered_minutes,
        coalesce(h.lapsed_minutes, 0) + coalesce(m.lapsed_minutes, 0) as lapsed_minutes,
        coalesce(h.short_minutes, 0) + coalesce(m.short_minutes, 0) as short_minutes,
        coalesce(h.required_sessions, 0) as required_sessions, coalesce(h.counted_sessions, 0) as counted_sessions,
        coalesce(h.given_sessions, 0) + coalesce(m.given_sessions, 0) as given_sessions
    from asked_held as h
    full join moving_sums as m
        on m.line_no = h.line_no and coalesce(m.month, date '0001-01-01') = coalesce(h.month, date '0001-01-01')
) as g
join chosen_lines as c on c.line_no = g.line_no and c.session_minutes is not null
