-- What became of the minutes of each line and credit period (rules 5): C, excess, X, R, O, U?
-- Grain: one row a line and credit period. All minutes.
-- Columns: those of balances, delivered_minutes, credited_minutes, excess_minutes, excused_minutes, review_minutes, short_minutes (what is
-- left), make_up_minutes and unaccounted_minutes (closed periods), pace_gap_minutes (open ones), provider_caused_minutes (missed for a
-- provider's reason, capped by what is missing).
-- uses: ledger/balances
-- materialized
-- by line
select
    f.*, f.delivered_minutes - f.credited_minutes as excess_minutes,
    case when f.is_closed then f.short_minutes else 0 end as make_up_minutes,
    case
        when f.is_closed
            then least(f.short_minutes, greatest(0, f.expected_minutes - f.delivered_minutes - f.told_minutes))
        else 0
    end as unaccounted_minutes,
    case when f.is_closed then 0 else f.short_minutes end as pace_gap_minutes,
    least(f.provider_missed, f.expected_minutes - f.credited_minutes) as provider_caused_minutes
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
                        when c.shortfall_order = 'provider_first'
                            then least(c.make_up_missed, c.expected_minutes - c.credited_minutes)
                        else 0
                    end as left_minutes
                from (
                    select
                        b.*, b.dated_minutes + b.filled_minutes as delivered_minutes,
                        least(b.dated_minutes + b.filled_minutes, b.expected_minutes) as credited_minutes
                    from balances as b
                ) as c
            ) as y
        ) as x
    ) as r
) as f
