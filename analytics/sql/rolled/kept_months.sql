-- Which months of lines were done before $made_from, as stored, and stay as they are?
-- Grain: one row an edition and month. Columns: line_no (the edition's number), month.
-- uses: rolled/editions, rolled/day_sums
select e.edition_no as line_no, o.month
from rolled_month_sums as o
join editions as e on e.line_no = o.line_no and e.from_day < $made_from and e.to_day = date '9999-12-31'
left join (
    select c.line_no, c.month, max(c.last_day) as last_day from day_sums as c group by c.line_no, c.month
) as l on l.line_no = e.edition_no and l.month is not distinct from o.month
where o.is_final and o.from_day < $made_from and l.last_day < $made_from
