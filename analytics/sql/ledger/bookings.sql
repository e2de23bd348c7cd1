-- What does each session of a chosen line say up to the as-of date: minutes given and missed (rules 4, 5)?
-- Grain: one row a session inside the range. Parameters: $as_of, $from_day, $to_day.
-- Columns: those of placings, missed_minutes, is_counted (long enough to count as a session, rules 7).
-- uses: ledger/placings, base/chosen_lines, base/session_minutes, policies/by_year
select
    p.row_key, p.line_no, p.session_id, p.session_date, p.counts_on, p.status, p.week, p.month, p.cycle_key, p.period_key,
    p.given_minutes, p.reason, p.is_undated, p.school_year,
    p.given_minutes > 0
    and cast(p.given_minutes as decimal(18, 6))
    >= cast(m.session_minutes * y.session_counts_at as decimal(18, 6)) as is_counted,
    case
        when p.status = 'missed' then coalesce(nullif(p.minutes, 0), m.session_minutes)
        when p.status = 'partial' then greatest(0, m.session_minutes - p.given_minutes)
        else 0
    end as missed_minutes
from placings as p
join chosen_lines as c on c.line_no = p.line_no
join session_minutes as m on m.line_no = p.line_no
join by_year as y on y.school_year = p.school_year
where p.session_date <= $as_of and p.counts_on between $from_day and $to_day
