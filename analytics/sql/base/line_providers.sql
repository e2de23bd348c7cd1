-- Whose is each line (rules 5 and 12): the provider it names, else who gave most of it in the last six instructional weeks?
-- Grain: one row a line. Parameters: $as_of. Columns: line_no, provider_id (null: unassigned), is_inferred.
-- uses: base/lines, base/placed, base/days, base/recent_weeks
-- materialized
select
    l.line_no, coalesce(l.provider_id, i.provider_id) as provider_id,
    l.provider_id is null and i.provider_id is not null as is_inferred
from lines as l
left join (
    select
        g.line_no, g.provider_id,
        row_number() over (
            partition by g.line_no order by g.given_minutes desc, g.session_rows desc, g.provider_id
        ) as place
    from (
        select x.line_no, p.provider_id, sum(p.given_minutes) as given_minutes, count(*) as session_rows
        from lines as x
        join placed as p on p.line_no = x.line_no and p.provider_id is not null
        join days as d on d.day = p.session_date
        join recent_weeks as w on w.calendar = x.calendar and w.week = d.week
        where x.provider_id is null
        group by x.line_no, p.provider_id
    ) as g
) as i on i.line_no = l.line_no and i.place = 1
