-- What stands against each other where make-ups name no date, at each moment: minutes expected, given on a date, and given without one?
-- Grain: one row a part of a moment and credit period. Columns: those of ledger/make_up_sides; line_no is the moment's number.
-- uses: rolled/moment_owed, rolled/moment_booked
select
    o.line_no, o.period_key, o.expected_minutes, 0 as dated_minutes, 0 as undated_minutes
from moment_owed as o
where
    o.expected_minutes is not null
    and o.line_no in (select i.line_no from moment_booked as i where i.is_undated)
union all
select
    b.line_no, b.period_key, 0, case when b.is_undated then 0 else b.given_minutes end,
    case when b.is_undated then b.given_minutes else 0 end
from moment_booked as b
where b.line_no in (select i.line_no from moment_booked as i where i.is_undated)
