-- Which policies did someone store for a school year, when and who?
-- Grain: one row a policy. Parameters: $district, $school_year, $calendar_known. Columns: policy, value, set_on, set_by.
select p.policy, p.value, cast(p.set_at as date) as set_on, p.set_by
from policies as p
where
    p.district = $district and p.school_year = $school_year and p.known_from <= $calendar_known
    and (p.known_to is null or p.known_to > $calendar_known)
order by p.policy
