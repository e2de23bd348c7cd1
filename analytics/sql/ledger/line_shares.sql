-- What does each line bring to a group: its sums, its rate and its band (rules 5, 7 and 8)?
-- Grain: that of line_sums. Parameters: $on_track, $watch, $at_risk. Columns: those of line_sums, has_expected, adjusted_rate, band.
-- uses: ledger/line_sums
-- materialized
-- by line
select
    b.*,
    case
        when not b.has_whole_cycle then 'too_early'
        when b.adjusted_rate is null then 'n/a'
        when cast(b.adjusted_rate as decimal(18, 6)) >= cast($on_track as decimal(18, 6)) then 'on_track'
        when
            cast(b.adjusted_rate as decimal(18, 6)) >= cast($watch as decimal(18, 6))
            or cast(b.short_minutes as decimal(18, 6)) < cast(2 * b.session_minutes as decimal(18, 6))
            then 'watch'
        when cast(b.adjusted_rate as decimal(18, 6)) >= cast($at_risk as decimal(18, 6)) then 'at_risk'
        when cast(b.adjusted_rate as decimal(18, 6)) > 0 then 'critical'
        else 'no_service'
    end as band
from (
    select
        s.*, cast(s.expected_minutes as decimal(18, 6)) > 0 as has_expected,
        case
            when cast(s.expected_minutes - s.excused_minutes as decimal(18, 6)) > 0
                then s.credited_minutes / nullif(s.expected_minutes - s.excused_minutes, 0)
        end as adjusted_rate
    from line_sums as s
) as b
