-- After which write were the stored steps made, and of what?
-- Grain: one row, none where there are none. Parameters: $district. Columns: event_seq, made_of.
select r.event_seq, r.made_of
from rolled_up as r
where r.district = $district
