-- Which two overlapping lines of one student may be a change or an addition (rules 3)? They differ in setting or grouping and in start,
-- and no IEP ids tell; both count until someone says.
-- Grain: one row a pair. Parameters: $district, $known; as findings/told_lines. Columns: earlier_no, later_no, earlier_key, later_key, student_id,
-- student_name, link_key, service, school, and of each line its id, start, amount (minutes a cycle), cycle, setting and grouping.
-- uses: findings/told_lines
select
    o.line_no as earlier_no, t.line_no as later_no, o.row_key as earlier_key, t.row_key as later_key, t.student_id,
    t.student_name, t.link_key, t.service, t.school,
    o.line_id as earlier_line, o.day as earlier_start, o.minutes as earlier_minutes, o.cycle as earlier_cycle,
    o.setting as earlier_setting, o.line_grouping as earlier_grouping,
    t.line_id as later_line, t.day as later_start, t.minutes as later_minutes, t.cycle as later_cycle,
    t.setting as later_setting, t.line_grouping as later_grouping
from told_lines as o
join told_lines as t
    on
        t.student_id = o.student_id and t.service = o.service and t.kind = o.kind and t.day > o.day
        and (o.iep_id is null or t.iep_id is null)
        and (
            coalesce(o.setting, '') <> coalesce(t.setting, '')
            or coalesce(o.line_grouping, '') <> coalesce(t.line_grouping, '')
        )
        and o.window_from <= t.window_to and t.window_from <= o.window_to
where
    not exists (
        select 1 from line_answers as a
        where
            a.district = $district and a.earlier_key = o.row_key and a.later_key = t.row_key
            and a.known_from <= $known and (a.known_to is null or a.known_to > $known)
    )
order by t.student_name, t.student_id, o.day, t.day, o.line_no, t.line_no
