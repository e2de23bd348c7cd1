-- Which parts of a school year do the chosen lines go by that no grading periods tell, so that they are of equal counts of days (rules 2)?
-- Grain: one row a part (quarter, semester). Parameters: $school_year (its first year). Column: part.
-- uses: base/chosen_lines, base/lines, base/told_parts, policies/by_year
select distinct u.part
from (
    select
        case when l.cycle_name in ('quarter', 'semester') then l.cycle_name else 'quarter' end as part,
        l.start_day, l.end_day
    from chosen_lines as c
    join lines as l on l.line_no = c.line_no
    join by_year as p on p.school_year = $school_year
    where
        l.cycle_name in ('quarter', 'semester')
        or (p.credit_period = 'grading_period' and l.cycle_name in ('week', 'month', 'rotation'))
) as u
where
    u.start_day < make_date(cast($school_year as integer) + 1, 7, 1) and u.end_day >= make_date(cast($school_year as integer), 7, 1)
    and not exists (select 1 from told_parts as t where t.school_year = $school_year and t.part = u.part)
order by u.part
