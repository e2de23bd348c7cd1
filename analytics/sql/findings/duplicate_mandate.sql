-- Which lines of one student promise the same twice at the same time?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    {finding: t.*}
from told_lines as t
where exists (
    select 1 from told_lines as o
    where
        o.student_id = t.student_id and o.service = t.service and o.kind = t.kind and o.line_no <> t.line_no
        and o.minutes = t.minutes and o.cycle = t.cycle and coalesce(o.setting, '') = coalesce(t.setting, '')
        and coalesce(o.line_grouping, '') = coalesce(t.line_grouping, '')
        and o.window_from <= t.window_to and t.window_from <= o.window_to
)
order by t.student_id, t.day, t.source_row
