-- Whose is each line (rules 5 and 12): the provider it names, else who gave most of it in the last six instructional weeks?
-- Grain: one row a line. Parameters: $as_of. Columns: line_no, provider_id (null: unassigned), is_inferred.
-- uses: base/lines, base/givers, base/recent_weeks
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
        select x.line_no, x.provider_id, sum(x.given_minutes) as given_minutes, sum(x.session_rows) as session_rows
        from givers as x
        join recent_weeks as w on w.calendar = x.calendar and w.week = x.week
        where x.session_date <= $as_of
        group by x.line_no, x.provider_id
    ) as g
) as i on i.line_no = l.line_no and i.place = 1
