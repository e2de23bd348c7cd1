-- Which months of lines were done before $made_from, as stored, and stay as they are? And what do they bring?
-- Grain: one row an edition and month. Columns: line_no (the edition's number), month, those of day_sums.
-- uses: rolled/editions, rolled/touched_months
-- materialized
select
    e.edition_no as line_no, o.month, {settling: o.*}, o.excess_minutes, {session_counts: o.*}
from rolled_month_sums as o
join editions as e on e.line_no = o.line_no and e.from_day < $made_from and e.to_day = date '9999-12-31'
left join touched_months as t on t.line_no = e.edition_no and t.month is not distinct from o.month
where o.is_final and o.from_day < $made_from and t.line_no is null
