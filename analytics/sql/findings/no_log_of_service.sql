-- Which lines in force are of a service without any loaded log (rules 2a)?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, base/coverage
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, t.minutes, t.provider_id, t.provider_name, t.school, t.line_id,
    t.source_file, t.source_sheet, t.source_row
from told_lines as t
where
    $as_of between t.window_from and t.window_to and not exists (select 1 from coverage as c where c.service = t.service)
order by t.student_id, t.day, t.source_row
