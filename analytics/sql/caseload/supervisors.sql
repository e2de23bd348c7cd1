-- Who supervises each assistant, where the supervision list names one?
-- Grain: one row an assistant. Parameters: $district, $known. Columns: assistant_id, provider_id (of several the one with most hours).
select r.assistant_id, r.provider_id
from (
    select
        v.assistant_id, v.provider_id,
        row_number() over (
            partition by v.assistant_id order by sum(coalesce(v.hours_per_month, 0)) desc, v.provider_id
        ) as place
    from supervision as v
    where v.district = $district and v.known_from <= $known and (v.known_to is null or v.known_to > $known)
    group by v.assistant_id, v.provider_id
) as r
where r.place = 1
