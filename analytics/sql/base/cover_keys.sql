-- By what do logs tell the lines that they speak for (rules 2a): the service and kind; the provider and school where some log is limited to one?
-- Grain: one row a line of the ledger. Columns: line_no, service, kind, provider_id and school (null where no log of the service is so limited).
-- uses: base/lines, base/line_providers, base/coverage
-- materialized
select
    l.line_no, l.service, l.kind, case when c.by_provider then p.provider_id end as provider_id,
    case when c.by_school then l.school end as school
from lines as l
join line_providers as p on p.line_no = l.line_no
left join (
    select
        x.service, bool_or(x.provider_id is not null) as by_provider, bool_or(x.school is not null) as by_school
    from coverage as x
    group by x.service
) as c on c.service = l.service
where l.in_ledger
