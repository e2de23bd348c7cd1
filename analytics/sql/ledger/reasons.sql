-- Why were minutes missed: as logged, uncapped, and hours without any record (rules 5 and 6)?
-- Grain: one row a combination of the keys asked for and reason. Parameters: $by_school, $by_provider, $by_service, $by_month ...
-- Columns: the keys, reason, cause, treatment, minutes, sessions.
-- uses: base/chosen_lines, ledger/missed, ledger/accounts
select
    u.district, u.school, u.provider, u.service, u.setting, u.grade, u.student, u.line, u.month, u.reason, u.cause, u.treatment,
    sum(u.missed_minutes) as minutes, sum(u.missed_sessions) as sessions
from (
    select
        case when $by_district then cast($district as varchar) end as district,
        case when $by_school then c.school end as school,
        case when $by_provider then c.provider_id end as provider,
        case when $by_service then c.service end as service,
        case when $by_setting then c.setting end as setting,
        case when $by_grade then c.grade end as grade,
        case when $by_student then c.student_id end as student,
        case when $by_line then c.line_id end as line,
        case when $by_month then m.month end as month,
        m.reason, m.cause, m.treatment, m.missed_minutes, m.missed_sessions
    from chosen_lines as c
    join (
        select x.line_no, x.month, x.reason, x.cause, x.treatment, x.missed_minutes, x.missed_sessions from missed as x
        union all
        select a.line_no, a.month, 'no_record', 'no_record', 'make_up', a.unaccounted_minutes, 0
        from accounts as a
        where a.unaccounted_minutes > 0
    ) as m on m.line_no = c.line_no
) as u
group by
    u.district, u.school, u.provider, u.service, u.setting, u.grade, u.student, u.line, u.month, u.reason, u.cause, u.treatment
order by sum(u.missed_minutes) desc, u.reason, u.school, u.provider, u.service, u.month
