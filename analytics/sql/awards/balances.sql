-- How much of each compensatory award has been given, and how much is left (rules 4, decision 0581)?
-- Grain: one row an award, and one for each award that sessions name and no file tells of that student. Parameters: $district, the viewer's choice.
-- Columns: award_id, student_id, student_name, link_key, school, service, is_on_file, awarded_on, awarded_minutes and left_minutes and
-- beyond_minutes (null: not on file), delivered_minutes, sessions, last_session (null: none), source_file, source_sheet,
-- source_row (of the award).
-- uses: awards/on_file, awards/given, base/students_now, base/lines, base/line_providers, ledger/names
select
    b.award_id, b.student_id, n.student_name, n.link_key, s.school, b.service, b.is_on_file, b.awarded_on, b.awarded_minutes,
    b.delivered_minutes,
    case when b.is_on_file then greatest(0, b.awarded_minutes - b.delivered_minutes) end as left_minutes,
    case when b.is_on_file then greatest(0, b.delivered_minutes - b.awarded_minutes) end as beyond_minutes, b.sessions, b.last_session,
    f.file_name as source_file, b.source_sheet, b.source_row
from (
    select
        a.award_id, a.student_id, a.service, true as is_on_file, a.awarded_on, a.awarded_minutes,
        coalesce(sum(g.minutes), 0) as delivered_minutes, count(g.row_key) as sessions, max(g.session_date) as last_session,
        a.batch_id, a.source_sheet, a.source_row
    from on_file as a
    left join given as g on g.award_id = a.award_id and g.student_id = a.student_id
    group by
        a.award_id, a.student_id, a.service, a.awarded_on, a.awarded_minutes, a.batch_id, a.source_sheet, a.source_row
    union all
    select
        g.award_id, g.student_id, g.service, false, null, null, sum(g.minutes), count(*), max(g.session_date), null, null, null
    from given as g
    where not exists (select 1 from on_file as a where a.award_id = g.award_id and a.student_id = g.student_id)
    group by g.award_id, g.student_id, g.service
) as b
left join students_now as s on s.student_id = b.student_id
left join names as n on n.student_id = b.student_id
left join batches as f on f.district = $district and f.batch_id = b.batch_id
where
    {b.service in $services}
    and {s.school in $schools}
    and {b.student_id in $students}
    and (
        $providers = '' or exists (
            select 1
            from lines as l
            join line_providers as p on p.line_no = l.line_no
            where l.student_id = b.student_id and l.service = b.service and {p.provider_id in $providers}
        )
    )
order by b.is_on_file desc, n.student_name, b.student_id, b.service, b.award_id
