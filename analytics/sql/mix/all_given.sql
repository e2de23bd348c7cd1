-- In which setting was each session given, and how long did it take the provider, whatever line it goes to (rules 11, 12)?
-- Grain: one row a session with minutes inside the range. Parameters: $district, $known, $from_day, $to_day.
-- Columns: line_no (null: outside any mandate), student_id, provider_id, school and grade (null: neither is on file), service, month (of weekly
-- lines the one that their week belongs to), setting (other: not stated), kind, session_grouping, student_minutes, provider_minutes (a group's
-- minutes once: each student's share), together (students in the session).
-- uses: base/placed, base/lines, base/days, base/weeks, base/students_now
-- materialized
select
    t.line_no, t.student_id, t.provider_id, t.school, t.grade, t.service, t.month, coalesce(t.setting, 'other') as setting, t.kind,
    t.session_grouping, t.given_minutes as student_minutes, t.given_minutes / nullif(t.together, 0) as provider_minutes,
    t.together
from (
    select
        p.line_no, p.student_id, p.provider_id, coalesce(p.school, n.school) as school, n.grade, p.service,
        coalesce(w.week_month, d.month) as month, p.setting,
        p.session_kind as kind, p.session_grouping, p.given_minutes,
        greatest(
            coalesce(s.group_size, 1),
            case
                when p.provider_id is not null and (s.group_id is not null or s.start_time is not null)
                    then count(*) over (
                        partition by p.provider_id, p.session_date, coalesce(s.group_id, cast(s.start_time as varchar))
                    )
                else 1
            end
        ) as together
    from placed as p
    join sessions as s
        on
            s.district = $district and s.row_key = p.row_key and s.known_from <= $known
            and (s.known_to is null or s.known_to > $known)
    join days as d on d.day = p.counts_on
    left join lines as l on l.line_no = p.line_no and l.cycle_name = 'week'
    left join weeks as w on w.calendar = l.calendar and w.week = d.week
    left join students_now as n on n.student_id = p.student_id
    where p.given_minutes > 0 and p.counts_on between $from_day and $to_day
) as t
