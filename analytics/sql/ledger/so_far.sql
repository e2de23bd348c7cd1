-- How does each line stand to date, and when was it last seen (rules 5, 6 and 8)? What is to come is in standing.
-- Grain: one row a chosen line with minutes to date or in force. Parameters: as line_shares, $not_seen_days. Columns: who and what, the minutes,
-- gross_rate, adjusted_rate, band, sessions_short, last_seen, days_since, missed_since, is_in_force, never_started, is_unseen (for long: rules 6),
-- days_per_session, session_minutes, session_minutes_basis, has_minutes, assumed, start_assumed, end_assumed.
-- materialized
-- by line
-- uses: base/chosen_lines, base/lines, base/windows, base/session_minutes, ledger/line_shares, ledger/last_seen, ledger/days_per_session, ledger/names, ledger/provider_names
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
    t.last_seen, coalesce(t.days_since, 0) as days_since, t.missed_since, t.line_no is not null as is_in_force,
    t.line_no is not null and t.last_seen is null as never_started,
    c.kind = 'direct' and t.line_no is not null
    and coalesce(t.days_since, 0) >= greatest(cast($not_seen_days as double precision), coalesce(2 * d.days_per_session, 0)) as is_unseen,
    d.days_per_session, m.session_minutes, m.basis as session_minutes_basis,
    s.line_no is not null as has_minutes, l.assumed, l.start_date is null as start_assumed, l.end_date is null as end_assumed
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join windows as w on w.line_no = c.line_no
join session_minutes as m on m.line_no = c.line_no
left join line_shares as s on s.line_no = c.line_no
left join last_seen as t on t.line_no = c.line_no
left join days_per_session as d on d.line_no = c.line_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where s.line_no is not null or t.line_no is not null
