-- What does each session row say, in the words of a finding?
-- Grain: one row a session of the viewer's choice up to the as-of date. Parameters: $district, $known, $as_of, the viewer's choice.
-- Columns: those of a finding (student to source_row), then row_key, line_no, session_kind, status, counts_on, start_time, end_time,
-- (else the start and the minutes), logged_on, given_minutes, group_id, group_size, session_grouping.
-- uses: base/placed, base/lines, ledger/names, ledger/provider_names
select
    p.student_id, n.student_name, n.link_key, p.service, p.session_date as day, p.minutes, p.provider_id, v.provider_name,
    coalesce(p.school, l.school) as school, l.line_id, b.file_name as source_file, s.source_sheet, s.source_row,
    p.row_key, p.line_no, p.session_kind, p.status, p.counts_on, s.start_time,
    coalesce(s.end_time, s.start_time + cast(p.given_minutes as integer) * interval '1 minute') as end_time, s.logged_on, p.given_minutes,
    s.group_id, s.group_size, s.session_grouping
from placed as p
join sessions as s
    on
        s.district = $district and s.row_key = p.row_key and s.known_from <= $known
        and (s.known_to is null or s.known_to > $known)
left join lines as l on l.line_no = p.line_no
left join batches as b on b.district = $district and b.batch_id = s.batch_id
left join names as n on n.student_id = p.student_id
left join provider_names as v on v.provider_id = p.provider_id
where
    {p.service in $services}
    and {coalesce(p.school, l.school) in $schools}
    and {p.provider_id in $providers}
    and {p.student_id in $students}
