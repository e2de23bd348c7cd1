-- What does each line in force require a week, and of whom (rules 12)?
-- Grain: one row a usable line of the regular year in force on the as-of date, of any plan. Parameters: $district, $known, $as_of, $work_weeks.
-- Columns: line_no, line_id, student_id, service, kind, setting, line_grouping, school, provider_id (null: unassigned), is_inferred,
-- record_id (the therapist of record: who evaluates and meets; null: nobody is known), weekly_minutes (student's clock),
-- weekly_sessions, is_assistant.
-- uses: base/lines, base/windows, base/line_providers, base/session_minutes, caseload/staff, caseload/supervisors
-- materialized
select
    x.line_no, x.line_id, x.student_id, x.service, x.kind, x.setting, x.line_grouping, x.school, x.provider_id, x.is_inferred,
    coalesce(x.otr_of_record_id, case when x.is_assistant then v.provider_id else x.provider_id end) as record_id,
    x.amount_minutes / nullif(x.weeks_in_cycle, 0) as weekly_minutes,
    coalesce(nullif(x.sessions_per_cycle, 0), x.amount_minutes / nullif(x.session_minutes, 0), 0) / nullif(x.weeks_in_cycle, 0)
        as weekly_sessions,
    x.is_assistant
from (
    select
        l.line_no, l.line_id, l.student_id, l.service, l.kind, l.setting, l.line_grouping, l.school, l.otr_of_record_id,
        p.provider_id, p.is_inferred, l.amount_minutes, l.sessions_per_cycle, m.session_minutes,
        coalesce(s.is_assistant, false) as is_assistant,
        case
            when l.cycle_name = 'rotation' then l.cycle_length / 5.0
            when l.cycle_name = 'weeks' then cast(l.cycle_length as double precision)
            when l.cycle_name = 'month' then $work_weeks / 9.0
            when l.cycle_name = 'quarter' then $work_weeks / 4.0
            when l.cycle_name = 'semester' then $work_weeks / 2.0
            when l.cycle_name in ('year', 'iep_year') then $work_weeks * 1.0
            else 1.0
        end as weeks_in_cycle
    from lines as l
    join windows as w on w.line_no = l.line_no and $as_of between w.window_from and w.window_to
    join line_providers as p on p.line_no = l.line_no
    join session_minutes as m on m.line_no = l.line_no
    left join staff as s on s.provider_id = p.provider_id
    where l.is_usable and not l.esy
) as x
left join supervisors as v on v.assistant_id = x.provider_id
