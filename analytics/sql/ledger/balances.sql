-- What stands on both sides of each line's credit periods (rules 5): expected, given and missed minutes?
-- Grain: one row a line and credit period. All minutes. Columns: line_no, period_key, is_closed, counted_by, first_no and last_no (as in
-- closed_periods), expected_minutes, dated_minutes, filled_minutes (brought by make-ups without a date; where the range cuts the period,
-- its part of them by E), the minutes missed by treatment (excused_missed, review_missed, make_up_missed), told_minutes (all of them),
-- provider_missed (for a provider's reason), shortfall_order (of the school year in which the period ends; null: without days in the window).
-- uses: ledger/cells, ledger/make_up_room, ledger/missed, ledger/closed_periods, policies/by_year
select
    a.line_no, a.period_key, a.expected_minutes, a.dated_minutes,
    coalesce(r.filled_minutes * a.expected_minutes / nullif(r.expected_minutes, 0), 0) as filled_minutes,
    coalesce(k.is_closed, false) as is_closed, k.counted_by, k.first_no, k.last_no,
    coalesce(m.excused_missed, 0) as excused_missed, coalesce(m.review_missed, 0) as review_missed,
    coalesce(m.make_up_missed, 0) as make_up_missed, coalesce(m.told_minutes, 0) as told_minutes,
    coalesce(m.provider_missed, 0) as provider_missed, y.shortfall_order
from (
    select e.line_no, e.period_key, sum(e.expected_minutes) as expected_minutes, sum(e.dated_minutes) as dated_minutes
    from cells as e
    group by e.line_no, e.period_key
) as a
left join make_up_room as r on r.line_no = a.line_no and r.period_key = a.period_key
left join closed_periods as k on k.line_no = a.line_no and k.period_key = a.period_key
left join by_year as y on y.school_year = k.school_year
left join (
    select
        n.line_no, n.period_key, sum(n.missed_minutes) as told_minutes,
        sum(n.missed_minutes) filter (where n.treatment = 'excused') as excused_missed,
        sum(n.missed_minutes) filter (where n.treatment = 'review') as review_missed,
        sum(n.missed_minutes) filter (where n.treatment = 'make_up') as make_up_missed,
        sum(n.missed_minutes) filter (where n.cause = 'provider') as provider_missed
    from missed as n
    group by n.line_no, n.period_key
) as m on m.line_no = a.line_no and m.period_key = a.period_key
