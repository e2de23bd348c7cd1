-- How does each line stand, but for what hangs on how weeks vary (rules 5, 8 and 9)?
-- Grain: one row a chosen line with minutes to date or in force. Parameters: as line_shares and pace. Columns: those of lines but projected_rate,
-- projected_low, projected_high and the spread's; has_minutes.
-- materialized
-- by line
-- uses: base/chosen_lines, base/lines, base/windows, base/session_minutes, ledger/line_shares, ledger/pace, ledger/last_seen, ledger/names, ledger/provider_names
select
    c.line_no, c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.grade, c.provider_id,
    v.provider_name, c.is_inferred as provider_inferred, c.service, c.kind, c.setting, c.line_grouping as "grouping",
    l.amount_minutes, l.cycle, w.window_from, w.window_to, w.ended_by,
    coalesce(s.expected_minutes, 0) as expected_minutes, coalesce(s.delivered_minutes, 0) as delivered_minutes,
    coalesce(s.credited_minutes, 0) as credited_minutes, coalesce(s.excess_minutes, 0) as excess_minutes,
    coalesce(s.excused_minutes, 0) as excused_minutes, coalesce(s.review_minutes, 0) as review_minutes,
    coalesce(s.make_up_minutes, 0) as make_up_minutes, coalesce(s.unaccounted_minutes, 0) as unaccounted_minutes,
    coalesce(s.uncovered_minutes, 0) as uncovered_minutes, coalesce(s.lapsed_minutes, 0) as lapsed_minutes,
    s.credited_minutes / nullif(s.expected_minutes, 0) as gross_rate, s.adjusted_rate,
    case when s.has_expected then s.band else 'n/a' end as band,
    coalesce(s.short_minutes, 0) / nullif(m.session_minutes, 0) as sessions_short,
    (s.make_up_minutes + s.review_minutes) / nullif(p.weeks_left, 0) as catch_up_minutes_per_week,
    p.pace, coalesce(p.remaining_minutes, 0) as remaining_minutes, coalesce(p.weeks_left, 0) as weeks_left,
    t.last_seen, coalesce(t.days_since, 0) as days_since, t.missed_since, t.line_no is not null as is_in_force,
    t.line_no is not null and t.last_seen is null as never_started, m.session_minutes, m.basis as session_minutes_basis,
    p.days_in_cycle / nullif(coalesce(nullif(l.sessions_per_cycle, 0), l.amount_minutes / nullif(m.session_minutes, 0)), 0)
        as days_per_session,
    s.line_no is not null as has_minutes, l.assumed, l.start_date is null as start_assumed, l.end_date is null as end_assumed
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join windows as w on w.line_no = c.line_no
join session_minutes as m on m.line_no = c.line_no
left join line_shares as s on s.line_no = c.line_no
left join pace as p on p.line_no = c.line_no
left join last_seen as t on t.line_no = c.line_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where s.line_no is not null or t.line_no is not null
