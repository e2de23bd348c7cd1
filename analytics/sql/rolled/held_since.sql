-- What has settled of each line at the as-of date, of the months from the first day of a range on?
-- Grain and columns: those of held_sums.
-- uses: rolled/held_month_sums
select
    h.line_no, cast(null as date) as month, {settling: sum(h.*)}, sum(h.excess_minutes) as excess_minutes,
    {session_counts: cast(sum(h.*) as bigint)}
from held_month_sums as h
group by h.line_no
