-- Which grading periods are in force?
-- Grain: one row a period. Parameters: $district, $calendar_known. Columns: school_year (the one that the file names, where the period
-- reaches into it; else that of its middle day), period, start_date, end_date, called (the period as one of quarters, which the marking
-- periods of a year are where it has four).
select
    case
        when
            g.named_year between
            extract(year from g.start_date) - case when extract(month from g.start_date) < 7 then 1 else 0 end
            and extract(year from g.end_date) - case when extract(month from g.end_date) < 7 then 1 else 0 end
            then g.named_year
        else cast(
            extract(year from g.middle_day) - case when extract(month from g.middle_day) < 7 then 1 else 0 end as integer
        )
    end as school_year,
    g.period, g.start_date, g.end_date, replace(g.period, 'MP', 'Q') as called
from (
    select
        p.period, p.start_date, p.end_date,
        p.start_date + cast(floor((p.end_date - p.start_date + 1) / 2.0) as integer) as middle_day,
        case when p.school_year like '20__-__' then cast('20' || substr(p.school_year, 3, 2) as integer) end as named_year
    from grading_periods as p
    where
        p.district = $district and p.known_from <= $calendar_known
        and (p.known_to is null or p.known_to > $calendar_known)
) as g
