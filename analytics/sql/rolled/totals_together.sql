-- What do the line-months bring together that are done, once those that are said anew were taken back and added?
-- Grain and columns: those of rolled/month_totals.
select
    t.month, t.from_day, {minutes: sum(t.*)}, {line_counts: sum(t.*)}, sum(t.counted_sessions) as counted_sessions,
    sum(t.required_sessions) as required_sessions, sum(t.line_months) as line_months
from rolled_month_totals as t
group by t.month, t.from_day
having sum(t.line_months) > 0 or sum(t.lines_banded) > 0
