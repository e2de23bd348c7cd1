-- Which lines in force belong to a student without a school?
-- Grain: one row a line. Parameters: $as_of; as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    {finding: t.*}
from told_lines as t
where t.school is null and $as_of between t.window_from and t.window_to
order by t.student_id, t.day, t.source_row
