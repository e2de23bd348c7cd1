-- Which lines in force have no provider, neither named nor seen giving them?
-- Grain: one row a line. Parameters: $as_of; as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    {finding: t.*}
from told_lines as t
where t.provider_id is null and $as_of between t.window_from and t.window_to
order by t.student_id, t.day, t.source_row
