-- Which lines are delivered in another setting than the IEP's, for a quarter of their minutes or more (rules 7 and 11)?
-- Grain: one row a line. Parameters: as mix/drift. Columns: those of a finding; minutes are those delivered elsewhere.
-- uses: findings/told_lines, findings/delivered_otherwise
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, g.other_setting_minutes as minutes, t.provider_id,
    t.provider_name, t.school, t.line_id, t.source_file, t.source_sheet, t.source_row
from told_lines as t
join delivered_otherwise as g on g.line_no = t.line_no
where g.other_setting_minutes > 0 and g.other_setting_minutes >= 0.25 * g.given_minutes
order by minutes desc, t.student_id, t.day, t.source_row
