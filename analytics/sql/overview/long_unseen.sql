-- Which direct lines were not seen for long at the end of each month (rules 6)?
-- Grain: one row a chosen line and such month. Parameters: $not_seen_days. Columns: line_no, student_id, month.
-- materialized
-- by line
-- uses: base/chosen_lines, base/lines, base/line_spans, base/line_stints, base/days, base/day_numbers, base/placed, base/session_minutes, overview/month_ends, ledger/own_absences, ledger/days_in_cycle
select e.line_no, c.student_id, e.month
from (
    select g.line_no, g.month, g.last_day, g.days - count(a.session_date) as days_since
    from (
        select
            t.line_no, x.month, x.last_day, s.last_seen,
            sum(greatest(0, least(t.opened_to, x.end_no) - greatest(t.opened_before, coalesce(n.days_passed, 0)))) as days
        from line_stints as t
        join chosen_lines as f on f.line_no = t.line_no and f.kind = 'direct'
        join month_ends as x on x.counted_by = t.counted_by and x.end_no > t.opened_before
        left join (
            select z.line_no, y.month, max(z.last_seen) as last_seen
            from (
                select p.line_no, d.month, max(p.session_date) as last_seen
                from placed as p
                join chosen_lines as h on h.line_no = p.line_no and h.kind = 'direct'
                join days as d on d.day = p.session_date
                where p.given_minutes > 0
                group by p.line_no, d.month
            ) as z
            join (select distinct w.month from month_ends as w) as y on y.month >= z.month
            group by z.line_no, y.month
        ) as s on s.line_no = t.line_no and s.month = x.month
        left join day_numbers as n on n.counted_by = t.counted_by and n.day = s.last_seen
        where not t.is_lapsed and t.is_covered
        group by t.line_no, x.month, x.last_day, s.last_seen
    ) as g
    left join own_absences as a
        on
            a.line_no = g.line_no and a.session_date <= g.last_day
            and (g.last_seen is null or a.session_date > g.last_seen)
    group by g.line_no, g.month, g.last_day, g.days
) as e
join chosen_lines as c on c.line_no = e.line_no
join lines as l on l.line_no = e.line_no
join session_minutes as m on m.line_no = e.line_no
left join days_in_cycle as p on p.line_no = e.line_no
where
    e.days_since >= greatest(
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
