-- Which lines have that id, and what do they promise?
-- Grain: one row a line with the id. Parameters: $as_of, $district, $line_id, $only_student (empty: any student's). Columns: the line's fields, window,
-- lapses_to (to the as-of date; null: it has not lapsed), is_followed (a later line began the day after that), said_by and said_on (who said,
-- and when, that a later line changed it), session_minutes and its basis, accrues_by_calendar_days (an IEP year that the calendar doesn't
-- reach), provider_name.
-- uses: base/lines, base/line_changes, base/windows, base/session_minutes, base/line_providers, base/iep_years, ledger/provider_names
select
    l.line_no, l.line_id, l.student_id, l.service, l.kind, l.plan_type, l.esy, l.in_ledger, l.is_usable, l.amount_text, l.setting,
    l.line_grouping, l.amount_minutes, l.sessions_per_cycle, l.cycle, l.cycle_name, l.cycle_length, l.start_date, l.end_date,
    l.start_day, l.end_day, l.iep_id, l.school, l.school_calendar as calendar, l.row_key, l.assumed,
    p.provider_id, p.is_inferred, v.provider_name, w.window_from, w.window_to, w.ended_by, m.session_minutes,
    case when w.lapses_to is not null then least(w.lapses_to, $as_of) end as lapses_to,
    exists (
        select 1 from lines as x
        where
            x.student_id = l.student_id and x.plan_type = l.plan_type and x.esy = l.esy and x.service = l.service
            and x.kind = l.kind and x.start_day = w.lapses_to + 1 and x.start_day <= $as_of
    ) as is_followed,
    m.basis as session_minutes_basis, coalesce(o.by_calendar_days, false) as accrues_by_calendar_days,
    case when g.day - 1 = w.window_to then g.answered_by end as said_by,
    case when g.day - 1 = w.window_to then g.answered_on end as said_on,
    b.file_name as source_file, l.source_sheet, l.source_row
from lines as l
left join line_changes as g on g.row_key = l.row_key
join windows as w on w.line_no = l.line_no
join session_minutes as m on m.line_no = l.line_no
join line_providers as p on p.line_no = l.line_no
left join iep_years as o on o.line_no = l.line_no
left join provider_names as v on v.provider_id = p.provider_id
left join batches as b on b.district = $district and b.batch_id = l.batch_id
where l.line_id = $line_id and ($only_student = '' or l.student_id = $only_student)
order by l.line_no
