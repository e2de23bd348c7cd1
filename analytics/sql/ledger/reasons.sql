-- Why were minutes missed: as logged, uncapped, and hours without any record (rules 5 and 6)?
-- Grain: one row a combination of the keys asked for and reason. Parameters: $by_school, $by_provider, $by_service, $by_month ...
-- Columns: the keys, reason, cause, treatment, minutes, sessions.
-- uses: base/keyed_lines, ledger/missed, ledger/line_shares
select
    u.district, u.school, u.provider, u.service, u.setting, u.grade, u.student, u.line, u.month, u.reason, u.cause, u.treatment,
    sum(u.missed_minutes) as minutes, sum(u.missed_sessions) as sessions
from (
    select
        k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line,
        case when $by_month then m.month end as month,
        m.reason, m.cause, m.treatment, m.missed_minutes, m.missed_sessions
    from keyed_lines as k
    join (
        select x.line_no, x.month, x.reason, x.cause, x.treatment, x.missed_minutes, x.missed_sessions from missed as x
        union all
        select s.line_no, s.month, 'no_record', 'no_record', 'make_up', s.unaccounted_minutes, 0
        from line_shares as s
        where s.unaccounted_minutes > 0
    ) as m on m.line_no = k.line_no
) as u
group by
    u.district, u.school, u.provider, u.service, u.setting, u.grade, u.student, u.line, u.month, u.reason, u.cause, u.treatment
order by sum(u.missed_minutes) desc, u.reason, u.school, u.provider, u.service, u.month
