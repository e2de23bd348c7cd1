-- Which days are loaded for each line (rules 2a): the union over the files, as spans that don't touch?
-- Grain: one row a line of the ledger and span. Columns: line_no, covered_from, covered_to.
-- uses: base/lines, base/line_providers, base/coverage
-- materialized
select i.line_no, min(i.covered_from) as covered_from, max(i.covered_to) as covered_to
from (
    select
        s.line_no, s.covered_from, s.covered_to,
        sum(s.is_new) over (partition by s.line_no order by s.covered_from, s.covered_to) as island
    from (
        select
            d.line_no, d.covered_from, d.covered_to,
            case
                when d.covered_from <= max(d.covered_to) over (
                    partition by d.line_no order by d.covered_from, d.covered_to
                    rows between unbounded preceding and 1 preceding
                ) + 1 then 0 else 1
            end as is_new
        from (
            select distinct l.line_no, c.covered_from, c.covered_to
            from lines as l
            join line_providers as p on p.line_no = l.line_no
            join coverage as c
                on
                    c.service = l.service and (c.kind is null or c.kind = l.kind)
                    and (c.provider_id is null or c.provider_id = p.provider_id)
                    and (c.school is null or c.school = l.school)
            where l.in_ledger
        ) as d
    ) as s
) as i
group by i.line_no, i.island
