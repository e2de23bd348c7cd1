-- Whose are a student's goals of a service: the provider of the student's line of that service?
-- Grain: one row a student and service. Parameters: $as_of. Columns: student_id, service, provider_id (null: unassigned).
-- The line in force at the as-of date, the direct one first, then the one begun last.
-- uses: base/lines, base/windows, base/line_providers
select o.student_id, o.service, o.provider_id
from (
    select
        l.student_id, l.service, p.provider_id,
        row_number() over (
            partition by l.student_id, l.service
            order by
                case when $as_of between w.window_from and w.window_to then 0 else 1 end,
                case when l.kind = 'direct' then 0 else 1 end,
                w.window_from desc, l.line_no
        ) as place
    from lines as l
    join windows as w on w.line_no = l.line_no
    join line_providers as p on p.line_no = l.line_no
    where l.plan_type = 'IEP' and not l.esy
) as o
where o.place = 1
