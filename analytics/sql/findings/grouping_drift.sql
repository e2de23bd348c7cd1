-- Which lines are delivered in another grouping than the IEP's, for a quarter of their minutes or more (rules 7)?
-- Grain: one row a line. Parameters: as mix/drift. Columns: those of a finding; minutes are those delivered in the other grouping.
-- uses: findings/told_lines, base/placed
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, g.otherwise_minutes as minutes, t.provider_id, t.provider_name,
    t.school, t.line_id, t.source_file, t.source_sheet, t.source_row
from told_lines as t
join (
    select
        p.line_no, sum(p.given_minutes) as given_minutes,
        coalesce(sum(p.given_minutes) filter (where p.session_grouping <> l.line_grouping), 0) as otherwise_minutes
    from placed as p
    join told_lines as l on l.line_no = p.line_no
    where p.counts_on <= $as_of
    group by p.line_no
) as g on g.line_no = t.line_no and g.otherwise_minutes > 0 and g.otherwise_minutes >= 0.25 * g.given_minutes
order by t.student_id, t.day, t.source_row
