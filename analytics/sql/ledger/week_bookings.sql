-- What do the sessions of each week say of a line (rules 5 and 9): minutes given, and missed by treatment?
-- Grain: one row a line and week with sessions inside the range. Columns: line_no, week, given_minutes, excused_missed, make_up_missed (0: none).
-- uses: ledger/booked, ledger/treatments
-- materialized
-- by line
select
    x.line_no, x.week, sum(x.given_minutes) as given_minutes,
    coalesce(sum(x.missed_minutes) filter (where t.treatment = 'excused'), 0) as excused_missed,
    coalesce(sum(x.missed_minutes) filter (where coalesce(t.treatment, 'make_up') = 'make_up'), 0) as make_up_missed
from booked as x
left join treatments as t on t.reason = x.reason and t.school_year = x.school_year
group by x.line_no, x.week
