-- How much does delivery of each line vary from week to week by itself (rules 9)?
-- Grain: one row a line with closed weeks among the last six with loaded days. Columns: line_no, closed_weeks (of these six), weeks (closed ones
-- with minutes due), spread (standard deviation of their credited / due; null: fewer than two).
-- materialized
-- by line
-- uses: ledger/week_rates, ledger/recent, base/days_counted
select r.line_no, r.closed_weeks, a.weeks, a.spread
from (
    select k.line_no, count(*) as closed_weeks
    from recent as k
    join days_counted as c on c.counted_by = k.counted_by
    where k.opened_to <= least(c.to_date, c.to_range)
    group by k.line_no
) as r
left join (
    select w.line_no, count(*) as weeks, stddev_samp(w.credited_minutes / nullif(w.due_minutes, 0)) as spread
    from week_rates as w
    where cast(w.due_minutes as decimal(18, 6)) > 0
    group by w.line_no
) as a on a.line_no = r.line_no
