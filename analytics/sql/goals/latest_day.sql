-- What is the latest day on which a chosen goal was measured, not after the day on which its file was loaded?
-- Grain: one row. Column: day (null: none).
-- Parameters: $district.
-- uses: goals/points
select max(p.day) as day
from points as p
left join batches as b on b.district = $district and b.batch_id = p.batch_id
where p.day <= coalesce(b.load_date, p.day)
