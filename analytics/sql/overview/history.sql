-- How did the headline stand at the end of each month: the sums of that month and all before it, as the ledger is known now?
-- Grain: one row a month with expected minutes. Parameters: as ledger/line_shares with $by_month true, the viewer's choice.
-- Columns: month, students (with expected minutes by then), students_behind (a line two or more planned sessions short in periods closed
-- by then), expected_minutes, credited_minutes, excused_minutes, unaccounted_minutes (sums to date), adjusted_rate, gross_rate.
-- uses: base/chosen_lines, ledger/line_shares
select
    t.month, count(distinct case when cast(t.expected_minutes as decimal(18, 6)) > 0 then t.student_id end) as students,
    count(distinct case
        when
            cast(t.expected_minutes as decimal(18, 6)) > 0
            and cast(t.short_minutes as decimal(18, 6)) >= cast(2 * t.session_minutes as decimal(18, 6))
            then t.student_id
    end) as students_behind,
    sum(t.expected_minutes) as expected_minutes, sum(t.credited_minutes) as credited_minutes,
    sum(t.excused_minutes) as excused_minutes, sum(t.unaccounted_minutes) as unaccounted_minutes,
    case
        when cast(sum(t.expected_minutes - t.excused_minutes) as decimal(18, 6)) > 0
            then sum(t.credited_minutes) / nullif(sum(t.expected_minutes - t.excused_minutes), 0)
    end as adjusted_rate,
    sum(t.credited_minutes) / nullif(sum(t.expected_minutes), 0) as gross_rate
from (
    select
        c.student_id, x.month, s.session_minutes, sum(s.expected_minutes) as expected_minutes,
        sum(s.credited_minutes) as credited_minutes, sum(s.excused_minutes) as excused_minutes,
        sum(s.unaccounted_minutes) as unaccounted_minutes, sum(s.short_minutes) as short_minutes
    from (select distinct y.month from line_shares as y where y.has_expected) as x
    join line_shares as s on s.month <= x.month
    join chosen_lines as c on c.line_no = s.line_no
    group by c.student_id, x.month, s.session_minutes, s.line_no
) as t
group by t.month
order by t.month
