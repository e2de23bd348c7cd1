-- Are there lines that stored steps can't tell, students whose calendar changes with their school, and lines of one id?
-- Grain: one row. Columns: has_others, has_moved, has_twins.
-- uses: base/spells, base/calendar_sources
select
    exists (select 1 from rolled_lines as l where not l.is_settled) as has_others,
    exists (
        select 1
        from spells as s
        left join (select distinct x.calendar from calendar_sources as x) as k on k.calendar = s.school
        group by s.student_id
        having count(distinct coalesce(k.calendar, '')) > 1
    ) as has_moved,
    (select count(distinct l.line_id) < count(distinct l.line_no) from rolled_lines as l) as has_twins
