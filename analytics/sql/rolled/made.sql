-- After which write were the stored steps made, and of what?
-- Grain: one row, none where there are none. Parameters: $district. Columns: event_seq, made_of, told_to (the last
-- as-of date that they tell).
select r.event_seq, r.made_of, r.told_to
from rolled_up as r
where r.district = $district
