-- Which lines run on past the last day of the calendar that they follow?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, base/lines, base/years
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, t.minutes, t.provider_id, t.provider_name, t.school, t.line_id,
    t.source_file, t.source_sheet, t.source_row
from told_lines as t
where
    $as_of between t.window_from and t.window_to and exists (
        select 1 from lines as l
        where l.line_no = t.line_no and l.end_date > (select max(y.last_day) from years as y where y.calendar = l.calendar)
    )
order by t.student_id, t.day, t.source_row
