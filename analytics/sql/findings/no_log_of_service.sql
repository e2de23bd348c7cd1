-- Which lines in force are of a service without any loaded log (rules 2a)?
-- Grain: one row a line. Parameters: $as_of; as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, base/coverage
select
    {finding: t.*}
from told_lines as t
where
    $as_of between t.window_from and t.window_to and not exists (select 1 from coverage as c where c.service = t.service)
order by t.student_id, t.day, t.source_row
