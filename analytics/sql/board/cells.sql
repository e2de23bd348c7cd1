-- How many different students stand behind each group that a board may see (rules 13)?
-- Grain: one row a combination of the keys asked for, with expected minutes. Parameters: $by_school, $by_service, $by_month (booleans).
-- Columns: school, service, month (null where not asked for), students, own_students (each student in one group only, the smallest).
-- uses: base/keyed_lines, ledger/line_shares
select
    r.school, r.service, r.month, count(*) as students, count(*) filter (where r.place = 1) as own_students
from (
    select
        d.*,
        row_number() over (
            partition by d.student_id order by d.together, d.school, d.service, d.month
        ) as place
    from (
        select
            g.school, g.service, g.month, g.student_id,
            count(*) over (partition by g.school, g.service, g.month) as together
        from (
            select distinct k.school, k.service, s.month, k.student_id
            from line_shares as s
            join keyed_lines as k on k.line_no = s.line_no
            where s.has_expected
        ) as g
    ) as d
) as r
group by r.school, r.service, r.month
order by r.school, r.service, r.month
