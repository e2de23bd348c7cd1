-- Which overlapping lines of one student may be a change or an addition (rules 3)? They differ in setting or grouping and in start,
-- and no IEP ids tell; both count until someone says.
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, t.minutes, t.provider_id, t.provider_name, t.school, t.line_id,
    t.source_file, t.source_sheet, t.source_row
from told_lines as t
where exists (
    select 1 from told_lines as o
    where
        o.student_id = t.student_id and o.service = t.service and o.kind = t.kind and o.line_no <> t.line_no
        and o.day <> t.day and (o.iep_id is null or t.iep_id is null)
        and (
            coalesce(o.setting, '') <> coalesce(t.setting, '')
            or coalesce(o.line_grouping, '') <> coalesce(t.line_grouping, '')
        )
        and o.window_from <= t.window_to and t.window_from <= o.window_to
)
order by t.student_id, t.day, t.source_row
