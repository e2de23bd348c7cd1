-- How many students had a direct line that was not seen for long, at the end of each month (rules 6)?
-- Grain: one row a month with covered days, the as-of date for its own month. Parameters: $as_of, $not_seen_days, the viewer's choice.
-- Columns: month, students, lines. Counting days up to each session and each month's end makes both differences of one running count.
-- uses: base/chosen_lines, base/lines, base/line_spans, base/days, base/placed, base/session_minutes, ledger/line_days, ledger/pace
select e.month, count(distinct c.student_id) as students, count(*) as lines
from (
    select
        g.line_no, x.month, x.last_day, max(g.days_to_here) as days_to_end, coalesce(max(g.days_to_seen), 0) as days_to_seen
    from (
        select
            r.line_no, w.month, max(r.days_to_here) as days_to_here,
            max(case when r.is_seen then r.days_to_here end) as days_to_seen
        from (
            select
                u.line_no, u.day, u.is_seen,
                sum(u.counted) over (partition by u.line_no order by u.day) as days_to_here
            from (
                select d.line_no, d.day, false as is_seen, case when o.line_no is null then 1 else 0 end as counted
                from line_days as d
                left join (
                    select distinct a.line_no, a.session_date
                    from placed as a
                    where
                        a.status = 'missed'
                        and a.reason in ('student_absent', 'student_unexcused', 'student_refused', 'student_suspended')
                ) as o on o.line_no = d.line_no and o.session_date = d.day
                where not d.is_lapsed and d.is_covered and d.day <= $as_of
                union all
                select distinct p.line_no, p.session_date, true, 0
                from placed as p
                where p.line_no is not null and p.given_minutes > 0 and p.session_date <= $as_of
            ) as u
        ) as r
        join days as w on w.day = r.day
        group by r.line_no, w.month
    ) as g
    join (
        select d.month, max(d.day) as last_day
        from days as d
        where d.day <= $as_of and d.day >= (select min(y.day) from line_days as y where y.is_covered)
        group by d.month
    ) as x on x.month >= g.month
    group by g.line_no, x.month, x.last_day
) as e
join chosen_lines as c on c.line_no = e.line_no and c.kind = 'direct'
join lines as l on l.line_no = e.line_no
join session_minutes as m on m.line_no = e.line_no
left join pace as p on p.line_no = e.line_no
where
    e.days_to_end - e.days_to_seen >= greatest(
        cast($not_seen_days as double precision),
        coalesce(
            2 * p.days_in_cycle
            / nullif(coalesce(nullif(l.sessions_per_cycle, 0), l.amount_minutes / nullif(m.session_minutes, 0)), 0), 0
        )
    )
    and exists (
        select 1 from line_spans as f
        where f.line_no = e.line_no and not f.is_lapsed and e.last_day between f.span_from and f.span_to
    )
group by e.month
order by e.month
