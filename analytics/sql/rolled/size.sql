-- How many sessions are in force?
-- Grain: one row. Parameters: $district. Column: sessions.
select count(*) as sessions
from sessions as s
where s.district = $district and s.known_to is null
