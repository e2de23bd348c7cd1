-- How fast is each line delivered lately, and what is still to come (rules 9)?
-- Grain: one row a line. Parameters: $shortfall_order.
-- Columns: line_no, pace (min(1, C / (E - X)) over the last six covered weeks; null: nothing due), recent_credited_minutes and
-- recent_due_minutes (that C and E - X), remaining_minutes, weeks_left,
-- days_in_cycle (instructional days by which the amount is divided, on average).
-- materialized
-- by line
-- uses: ledger/days_in_cycle, ledger/line_stretches, ledger/recent, ledger/remaining, base/days_counted, ledger/week_bookings
select
    l.line_no, r.pace, r.recent_credited_minutes, r.recent_due_minutes,
    coalesce(f.remaining_minutes, 0) as remaining_minutes, coalesce(f.weeks_left, 0) as weeks_left,
    l.days_in_cycle
from days_in_cycle as l
left join (
    select
        q.line_no, q.recent_credited_minutes, q.recent_due_minutes,
        least(1, q.recent_credited_minutes / nullif(q.recent_due_minutes, 0)) as pace
    from (
        select
            p.line_no, least(p.given_minutes, p.owed_minutes) as recent_credited_minutes,
            p.owed_minutes - least(
                p.excused_missed,
                p.owed_minutes - least(p.given_minutes, p.owed_minutes) - case
                    when $shortfall_order = 'provider_first'
                        then least(p.make_up_missed, p.owed_minutes - least(p.given_minutes, p.owed_minutes))
                    else 0
                end
            ) as recent_due_minutes
        from (
            select
                w.line_no, sum(w.owed_minutes) as owed_minutes, coalesce(sum(b.given_minutes), 0) as given_minutes,
                coalesce(sum(b.excused_missed), 0) as excused_missed, coalesce(sum(b.make_up_missed), 0) as make_up_missed
            from (
                select
                    k.line_no, k.week,
                    sum(d.accrual_minutes * (
                        least(d.opened_to, k.opened_to, c.to_date, c.to_range)
                        - greatest(d.opened_before, k.opened_before, c.before_range)
                    )) as owed_minutes
                from recent as k
                join line_stretches as d
                    on
                        d.line_no = k.line_no and not d.is_lapsed and d.is_covered
                        and d.opened_before < k.opened_to and d.opened_to > k.opened_before
                join days_counted as c on c.counted_by = d.counted_by
                where
                    least(d.opened_to, k.opened_to, c.to_date, c.to_range)
                    > greatest(d.opened_before, k.opened_before, c.before_range)
                group by k.line_no, k.week
            ) as w
            left join week_bookings as b on b.line_no = w.line_no and b.week = w.week
            group by w.line_no
        ) as p
        where p.owed_minutes > 0
    ) as q
) as r on r.line_no = l.line_no
left join remaining as f on f.line_no = l.line_no
