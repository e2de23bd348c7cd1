-- Which is the day of the last session on file?
-- Grain: one row. Parameters: $district. Column: last_day (null: none).
select max(s.session_date) as last_day
from sessions as s
where s.district = $district and s.known_to is null
