-- What are providers called on screen?
-- Grain: one row a provider. Parameters: $district, $known. Columns: provider_id, provider_name.
select u.provider_id, min(u.provider_name) as provider_name
from (
    select p.provider_id, coalesce(p.provider_name, p.provider_id) as provider_name
    from providers as p
    where p.district = $district and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
    union all
    select m.person_id, coalesce(m.full_name, nullif(concat_ws(', ', m.last_name, m.first_name), ''), m.person_id)
    from people as m
    where
        m.district = $district and m.person_kind = 'provider'
        and m.known_from <= $known and (m.known_to is null or m.known_to > $known)
        and not exists (
            select 1 from providers as p
            where
                p.district = $district and p.provider_id = m.person_id
                and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
        )
) as u
group by u.provider_id
