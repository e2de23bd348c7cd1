-- Which calendar rows are in force: the loaded ones, and the district's proposed one while none is loaded?
-- Grain: one row a school (empty: the district) and day. Parameters: $district, $calendar_known (the event after which the calendar stands).
-- Columns: school, day, is_instructional.
select c.school, c.day, c.is_instructional
from calendar_days as c
where c.district = $district and c.known_from <= $calendar_known and (c.known_to is null or c.known_to > $calendar_known)
union all
select '', p.day, p.is_instructional
from proposed_days as p
where
    p.district = $district and p.known_from <= $calendar_known and (p.known_to is null or p.known_to > $calendar_known)
    and not exists (
        select 1 from calendar_days as c
        where
            c.district = $district and c.school = ''
            and c.known_from <= $calendar_known and (c.known_to is null or c.known_to > $calendar_known)
    )
