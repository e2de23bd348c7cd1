-- What changes in each credit period and month of an edition, on which day (rules 5)? Expected minutes are in pieces.
-- Grain: several rows an edition, period, month and day. Columns: line_no (the edition's number), period_key, month, day,
-- dated_minutes, filled_minutes, told_minutes, excused_missed, review_missed, make_up_missed, provider_missed, given_sessions.
-- uses: rolled/told, rolled/holidays, rolled/fills, ledger/treatments
-- materialized
select
    t.line_no, t.period_key, t.month, t.session_date as day, case when t.is_undated then 0 else t.given_minutes end as dated_minutes,
    cast(0 as double precision) as filled_minutes, t.missed_minutes as told_minutes, t.excused_missed, t.review_missed,
    t.make_up_missed, t.provider_missed, case when t.given_minutes > 0 then 1 else 0 end as given_sessions
from told as t
union all
select
    h.line_no, h.period_key, h.month, h.day, 0, 0, h.holiday_minutes,
    case when t.treatment = 'excused' then h.holiday_minutes else 0 end,
    case when t.treatment = 'review' then h.holiday_minutes else 0 end,
    case when t.treatment = 'make_up' then h.holiday_minutes else 0 end, 0, 0
from holidays as h
join treatments as t on t.reason = 'holiday' and t.school_year = h.school_year
where h.holiday_minutes <> 0
union all
select f.line_no, f.period_key, f.month, f.day, f.dated_minutes, f.filled_minutes, 0, 0, 0, 0, 0, 0
from fills as f
where cast(f.dated_minutes as decimal(18, 6)) <> 0 or cast(f.filled_minutes as decimal(18, 6)) <> 0
