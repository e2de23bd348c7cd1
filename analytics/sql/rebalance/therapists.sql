-- Who could give services, with what capacity, travel and supervision a week (rules 12)?
-- Grain: one row a provider on the staff list or with a line in force. Parameters: $district, $known, $as_of and the policies of rules 12.
-- Columns: provider_id, provider_name, role, fte, capacity_minutes (null: unknown), travel_minutes, supervision_minutes, group_size (null: no group
-- logged), supervisor_id (of an assistant; null: none named), other_duties_minutes,
-- is_present.
-- uses: caseload/line_loads, caseload/staff, caseload/changes, caseload/group_sizes, caseload/supervisors, ledger/provider_names
select
    u.provider_id, coalesce(n.provider_name, u.provider_id) as provider_name, s.role, s.fte, s.capacity_minutes,
    coalesce(c.changes, 0) * $travel_minutes as travel_minutes,
    coalesce(v.hours_per_month, 0) * 60 * 9 / nullif($work_weeks, 0) as supervision_minutes,
    g.group_size, r.provider_id as supervisor_id, coalesce(s.other_duties_minutes, 0) as other_duties_minutes,
    coalesce(s.is_present, true) as is_present
from (
    select x.provider_id from staff as x
    union
    select l.provider_id from line_loads as l where l.provider_id is not null
) as u
left join staff as s on s.provider_id = u.provider_id
left join provider_names as n on n.provider_id = u.provider_id
left join changes as c on c.provider_id = u.provider_id
left join group_sizes as g on g.provider_id = u.provider_id
left join supervisors as r on r.assistant_id = u.provider_id
left join (
    select h.provider_id, sum(cast(h.hours_per_month as double precision)) as hours_per_month
    from supervision as h
    where h.district = $district and h.known_from <= $known and (h.known_to is null or h.known_to > $known)
    group by h.provider_id
) as v on v.provider_id = u.provider_id
order by u.provider_id
