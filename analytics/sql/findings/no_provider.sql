-- Which lines in force have no provider, neither named nor seen giving them?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, t.minutes, t.provider_id, t.provider_name, t.school, t.line_id,
    t.source_file, t.source_sheet, t.source_row
from told_lines as t
where t.provider_id is null and $as_of between t.window_from and t.window_to
order by t.student_id, t.day, t.source_row
