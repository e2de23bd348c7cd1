-- What is each school called, and in which zone does it lie?
-- Grain: one row a school on the list. Parameters: $district, $known. Columns: school, school_name, zone (null: not stated).
select s.school, coalesce(s.school_name, s.school) as school_name, s.zone
from schools as s
where s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
order by s.school
