-- Which lines in force are to be shared out, and what does each require a week (rules 12)?
-- Grain: one row a line in force. Parameters: $documentation_minutes, those of work_lines.
-- Columns: line_no, line_id, student_id, service, setting, school (null: unknown), provider_id (null: unassigned), record_id,
-- individual_minutes and grouped_minutes (direct, on the student's clock), indirect_minutes, documentation_minutes; all a week.
-- uses: caseload/line_loads
select
    l.line_no, l.line_id, l.student_id, l.service, l.setting, l.school, l.provider_id, l.record_id,
    case when l.kind = 'direct' and coalesce(l.line_grouping, '') <> 'group' then l.weekly_minutes else 0 end as individual_minutes,
    case when l.kind = 'direct' and l.line_grouping = 'group' then l.weekly_minutes else 0 end as grouped_minutes,
    l.indirect_minutes, l.documentation_minutes
from line_loads as l
order by l.line_no
