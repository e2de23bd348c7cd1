-- Of which students did sessions come or go since stored steps were made? Of all who have any where they never were.
-- Grain: one row a student. Parameters: $district, $made_event (the last write that stored steps hold; 0: none). Column: student_id.
select distinct s.student_id
from sessions as s
where s.district = $district and (s.known_from > $made_event or s.known_to > $made_event)
