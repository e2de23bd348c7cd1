-- What became of the minutes of each line and credit period (rules 5): C, excess, X, R, O, U?
-- Grain: one row a line and credit period. Parameters: $shortfall_order. All minutes.
-- Columns: line_no, period_key, is_closed, counted_by, first_no and last_no (as in closed_periods), expected_minutes, delivered_minutes, filled_minutes (brought by make-ups without a date),
-- credited_minutes, excess_minutes, excused_minutes, review_minutes, short_minutes (what is left), make_up_minutes and
-- unaccounted_minutes (closed periods), pace_gap_minutes (open ones).
-- uses: ledger/cells, ledger/make_up_room, ledger/missed, ledger/closed_periods
-- materialized
select
    f.line_no, f.period_key, f.is_closed, f.counted_by, f.first_no, f.last_no, f.expected_minutes, f.delivered_minutes, f.filled_minutes,
    f.credited_minutes,
    f.delivered_minutes - f.credited_minutes as excess_minutes, f.excused_minutes, f.review_minutes,
    case when f.is_closed then f.short_minutes else 0 end as make_up_minutes,
    case
        when f.is_closed
            then least(f.short_minutes, greatest(0, f.expected_minutes - f.delivered_minutes - f.told_minutes))
        else 0
    end as unaccounted_minutes,
    case when f.is_closed then 0 else f.short_minutes end as pace_gap_minutes
from (
    select
        r.*, r.expected_minutes - r.credited_minutes - r.excused_minutes - r.review_minutes as short_minutes
    from (
        select
            x.*, least(x.review_missed, x.left_minutes - x.excused_minutes) as review_minutes
        from (
            select y.*, least(y.excused_missed, y.left_minutes) as excused_minutes
            from (
                select
                    c.*,
                    c.expected_minutes - c.credited_minutes - case
                        when $shortfall_order = 'provider_first'
                            then least(c.make_up_missed, c.expected_minutes - c.credited_minutes)
                        else 0
                    end as left_minutes
                from (
                    select
                        g.line_no, g.period_key, g.expected_minutes, g.dated_minutes + g.filled_minutes as delivered_minutes,
                        g.filled_minutes, least(g.dated_minutes + g.filled_minutes, g.expected_minutes) as credited_minutes,
                        coalesce(k.is_closed, false) as is_closed, k.counted_by, k.first_no, k.last_no,
                        coalesce(m.excused_missed, 0) as excused_missed, coalesce(m.review_missed, 0) as review_missed,
                        coalesce(m.make_up_missed, 0) as make_up_missed, coalesce(m.told_minutes, 0) as told_minutes
                    from (
                        select
                            a.line_no, a.period_key, a.expected_minutes, a.dated_minutes,
                            coalesce(r.filled_minutes, 0) as filled_minutes
                        from (
                            select
                                e.line_no, e.period_key, sum(e.expected_minutes) as expected_minutes,
                                sum(e.dated_minutes) as dated_minutes
                            from cells as e
                            group by e.line_no, e.period_key
                        ) as a
                        left join make_up_room as r on r.line_no = a.line_no and r.period_key = a.period_key
                    ) as g
                    left join closed_periods as k on k.line_no = g.line_no and k.period_key = g.period_key
                    left join (
                        select
                            n.line_no, n.period_key, sum(n.missed_minutes) as told_minutes,
                            sum(n.missed_minutes) filter (where n.treatment = 'excused') as excused_missed,
                            sum(n.missed_minutes) filter (where n.treatment = 'review') as review_missed,
                            sum(n.missed_minutes) filter (where n.treatment = 'make_up') as make_up_missed
                        from missed as n
                        group by n.line_no, n.period_key
                    ) as m on m.line_no = g.line_no and m.period_key = g.period_key
                ) as c
            ) as y
        ) as x
    ) as r
) as f
