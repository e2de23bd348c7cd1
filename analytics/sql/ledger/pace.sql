-- How fast is each line delivered lately, and what is still to come (rules 9)?
-- Grain: one row a line. Parameters: $as_of, $from_day, $to_day, $shortfall_order.
-- Columns: line_no, pace (min(1, C / (E - X)) over the last six covered weeks; null: nothing due), recent_credited_minutes and
-- recent_due_minutes (that C and E - X), remaining_minutes, weeks_left,
-- days_in_cycle (instructional days by which the amount is divided, on average).
-- materialized
-- uses: ledger/line_days, ledger/booked, ledger/treatments
select
    l.line_no, r.pace, r.recent_credited_minutes, r.recent_due_minutes,
    coalesce(f.remaining_minutes, 0) as remaining_minutes, coalesce(f.weeks_left, 0) as weeks_left,
    l.days_in_cycle
from (
    select d.line_no, avg(d.days_to_divide_by) as days_in_cycle from line_days as d group by d.line_no
) as l
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
                    d.line_no, d.week, sum(d.accrual_minutes) as owed_minutes,
                    row_number() over (partition by d.line_no order by d.week desc) as place
                from line_days as d
                where not d.is_lapsed and d.is_covered and d.day <= $as_of and d.day between $from_day and $to_day
                group by d.line_no, d.week
            ) as w
            left join (
                select
                    x.line_no, x.week, sum(x.given_minutes) as given_minutes,
                    sum(x.missed_minutes) filter (where t.treatment = 'excused') as excused_missed,
                    sum(x.missed_minutes) filter (where coalesce(t.treatment, 'make_up') = 'make_up') as make_up_missed
                from booked as x
                left join treatments as t on t.reason = x.reason
                group by x.line_no, x.week
            ) as b on b.line_no = w.line_no and b.week = w.week
            where w.place <= 6
            group by w.line_no
        ) as p
        where p.owed_minutes > 0
    ) as q
) as r on r.line_no = l.line_no
left join (
    select d.line_no, sum(d.accrual_minutes) as remaining_minutes, count(distinct d.week) as weeks_left
    from line_days as d
    where not d.is_lapsed and d.day > $as_of
    group by d.line_no
) as f on f.line_no = l.line_no
