-- Which of the days that it accrues on is each line in force or lapsed, and are they loaded (rules 2, 2a and 3)?
-- Grain: one row a line of the ledger, school year and span of such days in a row. Columns: line_no, counted_by (calendar of
-- numbered_days), school_year (null where all days count), opened_before and opened_to (their numbers: after the one, up to the other),
-- is_lapsed, is_covered.
-- uses: base/lines, base/line_cover, base/running_days, base/iep_years
-- materialized
select
    p.line_no, p.calendar as counted_by, p.school_year, a.opened - case when a.is_open then 1 else 0 end as opened_before,
    b.opened as opened_to, p.is_lapsed, p.is_covered
from (
    select
        c.line_no, l.calendar, y.school_year, greatest(c.span_from, y.first_day) as first_day,
        least(c.span_to, y.last_day) as last_day, c.is_lapsed, c.is_covered
    from line_cover as c
    join lines as l on l.line_no = c.line_no
    join (
        select r.calendar, r.school_year, min(r.day) as first_day, max(r.day) as last_day
        from running_days as r
        group by r.calendar, r.school_year
    ) as y on y.calendar = l.calendar and y.first_day <= c.span_to and y.last_day >= c.span_from
    where not exists (select 1 from iep_years as i where i.line_no = c.line_no and i.by_calendar_days)
) as p
join running_days as a on a.calendar = p.calendar and a.day = p.first_day
join running_days as b on b.calendar = p.calendar and b.day = p.last_day
where b.opened > a.opened - case when a.is_open then 1 else 0 end
union all
select
    c.line_no, ' every day', null, c.span_from - date '2000-01-01', c.span_to - date '1999-12-31', c.is_lapsed, c.is_covered
from line_cover as c
join iep_years as i on i.line_no = c.line_no and i.by_calendar_days
