-- How many students have expected minutes, and how many of them a line two or more planned sessions short in closed periods (rules 8)?
-- Grain: one row. Parameters: the viewer's choice. Columns: students, students_behind.
-- uses: base/chosen_lines, ledger/line_shares
select count(*) as students, count(*) filter (where s.is_behind) as students_behind
from (
    select
        c.student_id,
        bool_or(cast(s.short_minutes as decimal(18, 6)) >= cast(2 * s.session_minutes as decimal(18, 6))) as is_behind
    from line_shares as s
    join chosen_lines as c on c.line_no = s.line_no
    where s.has_expected
    group by c.student_id
) as s
