-- Which days are loaded and which are not, for all lines that logs don't tell apart (rules 2a): the union over the files?
-- Grain: one row a key of cover_keys and span; the spans of a key follow each other through all time. Columns: service, kind,
-- provider_id, school, span_from, span_to, is_covered.
-- uses: base/cover_keys, base/cover_islands
-- materialized
select
    e.service, e.kind, e.provider_id, e.school, e.span_from, e.span_to, e.is_covered
from (
    select
        i.service, i.kind, i.provider_id, i.school, i.covered_from as span_from, i.covered_to as span_to, true as is_covered
    from cover_islands as i
    union all
    select
        i.service, i.kind, i.provider_id, i.school,
        coalesce(
            lag(i.covered_to) over (partition by i.service, i.kind, i.provider_id, i.school order by i.covered_from) + 1,
            date '0001-01-01'
        ),
        i.covered_from - 1, false
    from cover_islands as i
    union all
    select k.service, k.kind, k.provider_id, k.school, coalesce(max(i.covered_to) + 1, date '0001-01-01'), date '9999-12-31', false
    from (select distinct x.service, x.kind, x.provider_id, x.school from cover_keys as x) as k
    left join cover_islands as i
        on
            i.service = k.service and i.kind = k.kind and i.provider_id is not distinct from k.provider_id
            and i.school is not distinct from k.school
    group by k.service, k.kind, k.provider_id, k.school
) as e
where e.span_from <= e.span_to
