-- Which schools occur in lines, students or sessions, and what are they called?
-- Grain: one row a school. Parameters: $district.
-- Columns: school, school_name (the school itself where no list of schools names it).
with used as (
    select l.school from service_lines as l where l.district = $district and l.known_to is null
    union
    select p.school from students as p where p.district = $district and p.known_to is null
    union
    select s.school from sessions as s where s.district = $district and s.known_to is null
)
select
    u.school as school,
    coalesce(max(n.school_name), u.school) as school_name
from used as u
left join schools as n on n.district = $district and n.school = u.school and n.known_to is null
where u.school is not null
group by u.school
order by school_name, school
