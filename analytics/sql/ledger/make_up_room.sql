-- What do make-ups that name no date find, and what do they fill (rules 5)? Each fills the oldest shortfall in a period before its
-- own, whatever the range; so the shortfall left after a period is max(0, left before + its own - its make-ups), a running sum less its lowest point.
-- Grain: one row a credit period with E, D or make-ups of a line that has such make-ups. Columns: line_no, period_key, expected_minutes,
-- left_before (shortfall of earlier periods when the period's make-ups come), filled_minutes (what its own shortfall got from later ones).
-- uses: ledger/make_up_sides
-- materialized
-- by line
select
    t.line_no, t.period_key, t.expected_minutes, t.left_before,
    greatest(
        0, least(t.filled_in_all, t.short_to_here) - least(t.filled_in_all, t.short_to_here - t.short_minutes)
    ) as filled_minutes
from (
    select
        s.line_no, s.period_key, s.expected_minutes, s.left_before, s.short_minutes,
        sum(least(s.undated_minutes, s.left_before)) over (partition by s.line_no) as filled_in_all,
        sum(s.short_minutes) over (partition by s.line_no order by s.period_key) as short_to_here
    from (
        select
            l.line_no, l.period_key, l.expected_minutes, l.undated_minutes, l.left_before,
            greatest(0, l.gap_minutes - greatest(0, l.undated_minutes - l.left_before)) as short_minutes
        from (
            select
                r.line_no, r.period_key, r.expected_minutes, r.undated_minutes, r.gap_minutes,
                coalesce(
                    lag(r.running - least(0, r.lowest)) over (partition by r.line_no order by r.period_key), 0
                ) as left_before
            from (
                select
                    x.line_no, x.period_key, x.expected_minutes, x.undated_minutes, x.gap_minutes, x.running,
                    min(x.running) over (partition by x.line_no order by x.period_key) as lowest
                from (
                    select
                        g.line_no, g.period_key, g.expected_minutes, g.undated_minutes,
                        greatest(0, g.expected_minutes - g.dated_minutes) as gap_minutes,
                        sum(greatest(0, g.expected_minutes - g.dated_minutes) - g.undated_minutes) over (
                            partition by g.line_no order by g.period_key
                        ) as running
                    from (
                        select
                            u.line_no, u.period_key, sum(u.expected_minutes) as expected_minutes,
                            sum(u.dated_minutes) as dated_minutes, sum(u.undated_minutes) as undated_minutes
                        from make_up_sides as u
                        group by u.line_no, u.period_key
                    ) as g
                ) as x
            ) as r
        ) as l
    ) as s
) as t
