-- How does each credit period of an edition stand once nothing more changes in it (rules 5)?
-- Grain: one row an edition and period that settles in the edition's time. Columns: those of ledger/balances that are minutes, with line_no the
-- edition's number, and is_closed.
-- uses: rolled/steps, rolled/period_ends, rolled/editions
select
    s.line_no, s.period_key, p.closes_on is not null as is_closed,
    case when s.clock_no > 0 then s.expected_base + s.rate * s.clock_to else 0 end as expected_minutes, s.dated_minutes,
    s.filled_minutes, s.told_minutes, s.excused_missed, s.review_missed, s.make_up_missed, s.provider_missed
from steps as s
join period_ends as p on p.line_no = s.line_no and p.period_key = s.period_key
join editions as e on e.edition_no = s.line_no
where s.next_day is null and p.settles_on < e.to_day
