-- Which stored steps hold everything that was written, and tell the as-of date?
-- Grain: one row, none where something was written since or the date is later. Parameters: $district, $as_of. Columns: made_of, has_others,
-- has_moved, has_twins.
select r.made_of, r.has_others, r.has_moved, r.has_twins
from rolled_up as r
where
    r.district = $district
    and r.event_seq = (select coalesce(max(e.event_seq), 0) from events as e where e.district = $district)
    and $as_of <= r.told_to
