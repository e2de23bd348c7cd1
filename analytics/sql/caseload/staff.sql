-- Who is on the staff list on the as-of date, and how many minutes a week can each give (rules 12)?
-- Grain: one row a provider on the list. Parameters: $district, $known, $as_of, $contract_minutes_per_fte, $planning_minutes_per_fte.
-- Columns: provider_id, role, fte, capacity_minutes (null where neither contract nor FTE is given; 0 before the start and after the end),
-- other_duties_minutes, is_present, is_assistant.
select
    x.provider_id, x.role, x.fte, x.other_duties_minutes, x.is_present, x.role in ('COTA', 'PTA', 'SLPA') as is_assistant,
    case
        when not x.is_present then 0
        when x.contract_minutes is null or x.planning_fte is null then null -- which greatest would take for nothing
        else greatest(0, x.contract_minutes - $planning_minutes_per_fte * x.planning_fte - x.other_duties_minutes)
    end as capacity_minutes
from (
    select
        p.provider_id, p.role, cast(p.fte as double precision) as fte,
        coalesce(p.start_date, $as_of) <= $as_of and coalesce(p.end_date, $as_of) >= $as_of as is_present,
        coalesce(
            cast(p.contract_minutes as double precision), $contract_minutes_per_fte * cast(p.fte as double precision)
        ) as contract_minutes,
        coalesce(
            cast(p.fte as double precision),
            cast(p.contract_minutes as double precision) / nullif($contract_minutes_per_fte, 0)
        ) as planning_fte,
        coalesce(cast(p.other_duties_minutes as double precision), 0) as other_duties_minutes
    from providers as p
    where p.district = $district and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
) as x
