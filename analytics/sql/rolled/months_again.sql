-- On which day do the credit periods begin that have a part of a month in which a line may say something else from $made_from on? Such months
-- aren't done, as stored, before it, or are of a period that goes on then or holds a day that changed.
-- Grain: one row a line. Columns: line_no, day_before (the last day on which it accrues in a period before them; null: none), first_day (of the
-- first of them, at most $made_from), has_no_month (some of its days are of no month).
-- uses: base/lines, base/chosen_lines, rolled/days_again
-- materialized
select
    b.line_no, b.first_day, coalesce(bool_or(s.has_no_month), false) as has_no_month,
    max(case when s.last_day < b.first_day then s.last_day end) as day_before
from (
    select m.line_no, least($made_from, m.changed_from, min(e.first_day)) as first_day
    from (
        select c.line_no, d.first_day as changed_from, least(min(a.first_month), min(n.month)) as first_month
        from chosen_lines as c
        join lines as l on l.line_no = c.line_no
        left join days_again as d on d.student_id = l.student_id
        left join rolled_periods as a
            on a.line_no = c.line_no and (a.last_day >= least($made_from, d.first_day) or a.next_day > d.first_day)
        left join (
            select x.line_no, min(x.month) as month
            from rolled_month_sums as x
            where x.is_final and x.from_day >= $made_from
            group by x.line_no
        ) as n on n.line_no = c.line_no
        group by c.line_no, d.first_day
    ) as m
    left join rolled_periods as e on e.line_no = m.line_no and e.last_month >= m.first_month
    group by m.line_no, m.changed_from
) as b
left join rolled_periods as s on s.line_no = b.line_no
group by b.line_no, b.first_day
