-- Which days of a school year are instructional in one calendar (rules 2)?
-- Grain: one row a weekday from the first to the last instructional day, and each instructional day of a weekend. Parameters: $calendar_known,
-- $district, $calendar (a school; empty: the district's), $as_of (a day of the school year). Columns: day, is_instructional, day_type (as
-- loaded; null: not said).
-- uses: base/days, base/years, base/open_days
select d.day, o.day is not null as is_instructional, t.day_type
from years as y
join days as x on x.day = $as_of and x.school_year = y.school_year
join days as d on d.day between y.first_day and y.last_day
left join open_days as o on o.calendar = y.calendar and o.day = d.day
left join calendar_days as t
    on
        t.district = $district and t.school = y.calendar and t.day = d.day
        and t.known_from <= $calendar_known and (t.known_to is null or t.known_to > $calendar_known)
where y.calendar = $calendar and (d.weekday < 6 or o.day is not null)
order by d.day
