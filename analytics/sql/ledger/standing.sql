-- How does each line stand, and what is still to come, but for what hangs on how weeks vary (rules 5, 8 and 9)?
-- Grain: that of so_far. Columns: those of so_far, pace, remaining_minutes, weeks_left, catch_up_minutes_per_week.
-- materialized
-- by line
-- uses: ledger/so_far, ledger/pace
select
    f.*, p.pace, coalesce(p.remaining_minutes, 0) as remaining_minutes, coalesce(p.weeks_left, 0) as weeks_left,
    case when f.has_minutes then (f.make_up_minutes + f.review_minutes) / nullif(p.weeks_left, 0) end as catch_up_minutes_per_week
from so_far as f
left join pace as p on p.line_no = f.line_no
