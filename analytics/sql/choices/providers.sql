-- Which providers occur in lines, sessions or the staff list, and what are they called?
-- Grain: one row a provider. Parameters: $district.
-- Columns: provider_id, provider_name (the id where no file gives a name).
with used as (
    select l.provider_id from service_lines as l where l.district = $district and l.known_to is null
    union
    select s.provider_id from sessions as s where s.district = $district and s.known_to is null
    union
    select p.provider_id from providers as p where p.district = $district and p.known_to is null
),
named as (
    select p.provider_id, p.provider_name, 1 as rank
    from providers as p where p.district = $district and p.known_to is null
    union all
    select m.person_id, coalesce(m.full_name, m.last_name || coalesce(', ' || m.first_name, '')), 2
    from people as m where m.district = $district and m.known_to is null and m.person_kind = 'provider'
),
best as (
    select provider_id, provider_name, row_number() over (partition by provider_id order by rank, provider_name) as place
    from named
    where provider_name is not null
)
select
    u.provider_id as provider_id,
    coalesce(b.provider_name, u.provider_id) as provider_name
from used as u
left join best as b on b.provider_id = u.provider_id and b.place = 1
where u.provider_id is not null
order by provider_name, provider_id
