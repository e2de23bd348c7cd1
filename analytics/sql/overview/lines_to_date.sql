-- Has each line expected minutes by each month's end, and is it two or more planned sessions short by then (rules 8)?
-- Grain: one row a line and month of it. Parameters: as ledger/line_shares with $by_month true, the viewer's choice.
-- Columns: student_id, month, has_expected, is_behind (in periods closed by then).
-- uses: base/chosen_lines, ledger/line_shares
select
    c.student_id, t.month, cast(t.expected_minutes as decimal(18, 6)) > 0 as has_expected,
    cast(t.expected_minutes as decimal(18, 6)) > 0
    and cast(t.short_minutes as decimal(18, 6)) >= cast(2 * t.session_minutes as decimal(18, 6)) as is_behind
from (
    select
        s.line_no, s.month, s.session_minutes,
        sum(s.expected_minutes) over (partition by s.line_no order by s.month) as expected_minutes,
        sum(s.short_minutes) over (partition by s.line_no order by s.month) as short_minutes
    from line_shares as s
    where s.month is not null
) as t
join chosen_lines as c on c.line_no = t.line_no
