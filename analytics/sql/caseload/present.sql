-- How many full-time providers are there, by service and the zone in which each has most of the work (rules 12)?
-- Grain: one row a service and zone. Parameters: $district, $known, $as_of. Columns: service, zone, fte_present (null where the list has no FTE).
-- uses: caseload/line_loads, caseload/staff
select w.service, w.zone, sum(s.fte) as fte_present
from (
    select
        x.provider_id, x.service, x.zone,
        row_number() over (partition by x.provider_id order by x.load_minutes desc, x.service, x.zone) as place
    from (
        select l.provider_id, l.service, z.zone, sum(l.direct_minutes + l.indirect_minutes) as load_minutes
        from line_loads as l
        left join (
            select c.school, c.zone from schools as c
            where c.district = $district and c.known_from <= $known and (c.known_to is null or c.known_to > $known)
        ) as z on z.school = l.school
        where l.provider_id is not null
        group by l.provider_id, l.service, z.zone
    ) as x
) as w
join staff as s on s.provider_id = w.provider_id and s.is_present
where w.place = 1
group by w.service, w.zone
