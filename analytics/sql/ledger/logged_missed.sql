-- Why were minutes missed where no mandate is loaded at all (rules 2a)? The minutes on the row, else the default session.
-- Grain: one row a combination of the keys asked for and reason. Parameters: $default_session_minutes.
-- Columns: the keys, reason, cause, treatment, minutes, sessions.
-- uses: ledger/keyed_sessions, ledger/treatments
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month, g.reason, g.cause, g.treatment,
    sum(g.missed_minutes) as minutes, count(*) as sessions
from (
    select
        k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, k.month,
        coalesce(k.reason, 'unknown') as reason, coalesce(t.cause, 'other') as cause,
        coalesce(t.treatment, 'make_up') as treatment,
        coalesce(nullif(k.minutes, 0), cast($default_session_minutes as double precision)) as missed_minutes
    from keyed_sessions as k
    left join treatments as t on t.reason = coalesce(k.reason, 'unknown') and t.school_year = k.school_year
    where k.status = 'missed'
) as g
group by
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month, g.reason, g.cause, g.treatment
order by sum(g.missed_minutes) desc, g.reason, g.school, g.provider, g.service, g.month
