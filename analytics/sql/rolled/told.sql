-- What do the sessions of each edition of a line add to its figures, and when (rules 4, 5 and 6)?
-- Grain: one row an edition and session dated before the edition's last as-of date, of the days from which on the line is made again. Columns: line_no
-- (the edition's number), of_line (the line's), period_key, month, cycle_key, week, session_date, session_id, row_key, given_minutes, missed_minutes (told),
-- excused_missed, review_missed, make_up_missed, provider_missed, is_counted, is_undated.
-- uses: rolled/placed_before, rolled/placed_since, policies/by_year, ledger/treatments, rolled/editions, rolled/read_from
-- materialized
select
    m.line_no, m.of_line, m.period_key, m.month, m.cycle_key, m.week, m.session_date, m.session_id, m.row_key, m.given_minutes,
    m.missed_minutes, m.is_counted, m.is_undated,
    case when t.treatment = 'excused' then m.missed_minutes else 0 end as excused_missed,
    case when t.treatment = 'review' then m.missed_minutes else 0 end as review_missed,
    case when coalesce(t.treatment, 'make_up') = 'make_up' then m.missed_minutes else 0 end as make_up_missed,
    case when t.cause = 'provider' then m.missed_minutes else 0 end as provider_missed
from (
    select
        e.edition_no as line_no, e.line_no as of_line, p.period_key, p.month, p.cycle_key, p.week, p.session_date, p.session_id, p.row_key,
        p.given_minutes, p.reason, p.school_year, p.is_undated,
        p.given_minutes > 0
        and cast(p.given_minutes as decimal(18, 6))
        >= cast(e.session_minutes * y.session_counts_at as decimal(18, 6)) as is_counted,
        case
            when p.status = 'missed' then coalesce(nullif(p.minutes, 0), e.session_minutes)
            when p.status = 'partial' then greatest(0, e.session_minutes - p.given_minutes)
            else 0
        end as missed_minutes
    from (select b.* from placed_before as b union all select s.* from placed_since as s) as p
    join editions as e on e.line_no = p.line_no and p.session_date < e.to_day
    join by_year as y on y.school_year = p.school_year
    join read_from as r on r.line_no = p.line_no and p.counts_on >= r.given_from
) as m
left join treatments as t on t.reason = m.reason and t.school_year = m.school_year
