-- How did the headline stand at the end of each month: the sums of that month and all before it, as the ledger is known now?
-- Grain: one row a month with expected minutes. Parameters: as ledger/line_shares with $by_month true, the viewer's choice.
-- Columns: month, students (with expected minutes by then), students_behind (a line two or more planned sessions short in periods closed
-- by then), expected_minutes, credited_minutes, excused_minutes, unaccounted_minutes (sums to date), adjusted_rate, gross_rate.
-- What is expected of a line to date, and what is short, never shrinks: students count from the first month on in which one of theirs does.
-- uses: ledger/line_shares, overview/lines_to_date
select
    t.month, cast(t.students as bigint) as students, cast(t.students_behind as bigint) as students_behind, t.expected_minutes,
    t.credited_minutes, t.excused_minutes, t.unaccounted_minutes,
    case
        when cast(t.expected_minutes - t.excused_minutes as decimal(18, 6)) > 0
            then t.credited_minutes / nullif(t.expected_minutes - t.excused_minutes, 0)
    end as adjusted_rate,
    t.credited_minutes / nullif(t.expected_minutes, 0) as gross_rate
from (
    select
        m.month, m.has_expected, sum(m.students) over w as students, sum(m.students_behind) over w as students_behind,
        sum(m.expected_minutes) over w as expected_minutes, sum(m.credited_minutes) over w as credited_minutes,
        sum(m.excused_minutes) over w as excused_minutes, sum(m.unaccounted_minutes) over w as unaccounted_minutes
    from (
        select
            u.month, bool_or(u.has_expected) as has_expected, sum(u.students) as students,
            sum(u.students_behind) as students_behind, sum(u.expected_minutes) as expected_minutes,
            sum(u.credited_minutes) as credited_minutes, sum(u.excused_minutes) as excused_minutes,
            sum(u.unaccounted_minutes) as unaccounted_minutes
        from (
            select
                s.month, s.has_expected, 0 as students, 0 as students_behind, s.expected_minutes, s.credited_minutes,
                s.excused_minutes, s.unaccounted_minutes
            from line_shares as s
            where s.month is not null
            union all
            select f.month, false, count(*), 0, 0, 0, 0, 0
            from (
                select l.student_id, min(l.month) as month from lines_to_date as l where l.has_expected group by l.student_id
            ) as f
            group by f.month
            union all
            select b.month, false, 0, count(*), 0, 0, 0, 0
            from (
                select l.student_id, min(l.month) as month from lines_to_date as l where l.is_behind group by l.student_id
            ) as b
            group by b.month
        ) as u
        group by u.month
    ) as m
    window w as (order by m.month)
) as t
where t.has_expected
order by t.month
