-- How often a week does each provider change school within a day (rules 12): from the site days, else from six weeks of logs?
-- Grain: one row a provider with site days or logged sessions. Parameters: $district, $known, $as_of.
-- Columns: provider_id, changes (a week), is_observed (from the logs).
-- uses: base/placed, base/lines, base/days, base/recent_weeks
select s.provider_id, cast(sum(s.schools - 1) as double precision) as changes, false as is_observed
from (
    select d.provider_id, d.weekday, count(distinct d.school) as schools
    from site_days as d
    where d.district = $district and d.known_from <= $known and (d.known_to is null or d.known_to > $known)
    group by d.provider_id, d.weekday
) as s
group by s.provider_id
union all
select o.provider_id, cast(sum(o.schools - 1) as double precision) / nullif(count(distinct o.week), 0), true
from (
    select p.provider_id, p.session_date, d.week, count(distinct coalesce(p.school, l.school)) as schools
    from placed as p
    join lines as l on l.line_no = p.line_no
    join days as d on d.day = p.session_date
    join recent_weeks as w on w.calendar = l.calendar and w.week = d.week
    where
        p.provider_id is not null and p.given_minutes > 0 and coalesce(p.school, l.school) is not null
        and not exists (
            select 1 from site_days as t
            where
                t.district = $district and t.provider_id = p.provider_id
                and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
        )
    group by p.provider_id, p.session_date, d.week
) as o
group by o.provider_id
