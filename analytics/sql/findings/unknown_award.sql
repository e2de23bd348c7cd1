-- Which sessions name a compensatory award that no file tells of their student? They are in no balance.
-- Grain: one row a session. Parameters: $district, $known, $as_of, the viewer's choice. Columns: those of a finding; line_id is the award's id.
-- uses: awards/given, awards/on_file, base/students_now, ledger/names, ledger/provider_names
select
    g.student_id, n.student_name, n.link_key, g.service, g.session_date as day, g.minutes, g.provider_id, v.provider_name,
    coalesce(g.school, s.school) as school, g.award_id as line_id, b.file_name as source_file, g.source_sheet, g.source_row
from given as g
left join students_now as s on s.student_id = g.student_id
left join names as n on n.student_id = g.student_id
left join provider_names as v on v.provider_id = g.provider_id
left join batches as b on b.district = $district and b.batch_id = g.batch_id
where
    not exists (select 1 from on_file as a where a.award_id = g.award_id and a.student_id = g.student_id)
    and {g.service in $services}
    and {coalesce(g.school, s.school) in $schools}
    and {g.provider_id in $providers}
    and {g.student_id in $students}
order by g.student_id, g.session_date, g.source_row
