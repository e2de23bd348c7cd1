-- Why were minutes missed where no mandate is loaded at all (rules 2a)? The minutes on the row, else the default session.
-- Grain: one row a combination of the keys asked for and reason. Columns: the keys, reason, cause, treatment, minutes, sessions.
-- uses: base/placed, base/days, base/students_now, ledger/treatments
select
    g.school, g.provider, g.service, g.student, g.month, g.reason, g.cause, g.treatment, sum(g.missed_minutes) as minutes,
    count(*) as sessions
from (
    select
        coalesce(p.reason, 'unknown') as reason, coalesce(t.cause, 'other') as cause,
        coalesce(t.treatment, 'make_up') as treatment,
        coalesce(nullif(p.minutes, 0), cast($default_session_minutes as double precision)) as missed_minutes,
        case when $by_school then coalesce(p.school, s.school) end as school,
        case when $by_provider then p.provider_id end as provider,
        case when $by_service then p.service end as service,
        case when $by_student then p.student_id end as student,
        case when $by_month then d.month end as month
    from placed as p
    join days as d on d.day = p.counts_on
    left join students_now as s on s.student_id = p.student_id
    left join treatments as t on t.reason = coalesce(p.reason, 'unknown')
    where
        p.status = 'missed' and p.counts_on between $from_day and $to_day
        and ($services = '' or position(chr(31) || p.service || chr(31) in $services) > 0)
        and ($schools = '' or position(chr(31) || coalesce(p.school, s.school) || chr(31) in $schools) > 0)
        and ($providers = '' or position(chr(31) || p.provider_id || chr(31) in $providers) > 0)
        and ($students = '' or position(chr(31) || p.student_id || chr(31) in $students) > 0)
) as g
group by g.school, g.provider, g.service, g.student, g.month, g.reason, g.cause, g.treatment
order by sum(g.missed_minutes) desc, g.reason
