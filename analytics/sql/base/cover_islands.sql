-- Which spans, that don't touch, are loaded for all lines that logs don't tell apart (rules 2a)?
-- Grain: one row a key of cover_keys and span. Columns: service, kind, provider_id, school, covered_from, covered_to.
-- uses: base/cover_keys, base/coverage
-- materialized
select
    i.service, i.kind, i.provider_id, i.school, min(i.covered_from) as covered_from, max(i.covered_to) as covered_to
from (
    select
        s.service, s.kind, s.provider_id, s.school, s.covered_from, s.covered_to,
        sum(s.is_new) over (
            partition by s.service, s.kind, s.provider_id, s.school order by s.covered_from, s.covered_to
        ) as island
    from (
        select
            d.service, d.kind, d.provider_id, d.school, d.covered_from, d.covered_to,
            case
                when d.covered_from <= max(d.covered_to) over (
                    partition by d.service, d.kind, d.provider_id, d.school order by d.covered_from, d.covered_to
                    rows between unbounded preceding and 1 preceding
                ) + 1 then 0 else 1
            end as is_new
        from (
            select distinct k.service, k.kind, k.provider_id, k.school, c.covered_from, c.covered_to
            from (select distinct x.service, x.kind, x.provider_id, x.school from cover_keys as x) as k
            join coverage as c
                on
                    c.service = k.service and (c.kind is null or c.kind = k.kind)
                    and (c.provider_id is null or c.provider_id = k.provider_id)
                    and (c.school is null or c.school = k.school)
        ) as d
    ) as s
) as i
group by i.service, i.kind, i.provider_id, i.school, i.island
