-- Does every credit period add up (rules 5): E = C + X + R + O + what is still open, D = C + excess, 0 <= U <= O, nothing below 0?
-- Grain: one row. Columns: periods, broken (periods that don't add up, by more than 1e-6).
-- uses: ledger/periods
select
    count(*) as periods,
    count(*) filter (
        where
            abs(
                p.expected_minutes - p.credited_minutes - p.excused_minutes - p.review_minutes - p.make_up_minutes
                - p.pace_gap_minutes
            ) > 0.000001
            or abs(p.delivered_minutes - p.credited_minutes - p.excess_minutes) > 0.000001
            or p.unaccounted_minutes > p.make_up_minutes + 0.000001
            or least(
                p.credited_minutes, p.excess_minutes, p.excused_minutes, p.review_minutes, p.make_up_minutes,
                p.unaccounted_minutes, p.pace_gap_minutes
            ) < -0.000001
    ) as broken
from periods as p
