-- Which lines did the viewer choose to see, at the as-of date, those that stored steps can't tell among them?
-- Grain: one row a line. Parameters and columns: those of base/chosen_lines.
-- materialized
-- uses: rolled/settled_lines, rolled/other_sums
select
    s.line_no, s.row_key, s.line_id, s.student_id, s.service, s.kind, s.setting, s.line_grouping, s.school, s.grade,
    s.provider_id, s.is_inferred, s.session_minutes, s.whole_from
from settled_lines as s
union all
select distinct
    o.line_no, o.row_key, o.line_id, o.student_id, o.service, o.kind, o.setting, o.line_grouping, o.school, o.grade,
    o.provider_id, o.is_inferred, cast(null as double precision), cast(null as date)
from other_sums as o
