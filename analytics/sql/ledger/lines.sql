-- How does each line stand: its sums, band, projection and when it was last seen (rules 5, 8 and 9)?
-- Grain: one row a chosen line with minutes to date or in force. Parameters: as line_shares and pace, the viewer's choice.
-- Columns: who and what, the minutes, gross_rate, adjusted_rate, band, sessions_short, projected_rate, projected_low and projected_high (four times
-- out of five the year ends between them), spread, spread_weeks, spread_of, catch_up_minutes_per_week,
-- last_seen, days_since, missed_since, never_started, days_per_session, session_minutes, assumed.
-- uses: ledger/standing, ledger/spread
select
    s.*, d.spread, d.spread_weeks, d.spread_of,
    case when d.closed_weeks >= 4 then s.credited_minutes + s.pace * s.remaining_minutes end / nullif(s.year_minutes, 0)
        as projected_rate,
    case
        when d.closed_weeks >= 4 and s.pace is not null and d.margin is not null
            then s.credited_minutes + greatest(0, s.pace - d.margin) * s.remaining_minutes
    end / nullif(s.year_minutes, 0) as projected_low,
    case
        when d.closed_weeks >= 4 and s.pace is not null and d.margin is not null
            then s.credited_minutes + least(1, s.pace + d.margin) * s.remaining_minutes
    end / nullif(s.year_minutes, 0) as projected_high
from (
    select
        x.*, case when x.has_minutes then x.expected_minutes - x.excused_minutes + x.remaining_minutes end as year_minutes
    from standing as x
) as s
left join (
    select
        e.line_no, e.closed_weeks, e.spread, e.spread_weeks, e.spread_of,
        case
            when y.weeks_left > 0
                then 1.2815515655446004 * e.spread
                    * sqrt(cast(1 as double precision) / y.weeks_left + cast(1 as double precision) / least(6, e.spread_weeks))
            when y.remaining_minutes = 0 and e.spread is not null then 0
        end as margin
    from spread as e
    join standing as y on y.line_no = e.line_no
) as d on d.line_no = s.line_no
order by s.line_no
