-- Which sessions stand behind a figure, where does each count, and which row of which file is it?
-- Grain: one row a session up to the as-of date, given or counted inside the range (a make-up may count on an earlier day).
-- Parameters: $district, $known, $as_of, $only_student and $only_line (empty: all), $from_day, $to_day, $row_limit, the viewer's choice: of
-- schools and providers by the line that a session goes to, else by the session's own.
-- Columns: the session's fields, counts_on, credited_to (line id), line_key, credit_month, outcome (credited, other_plan, esy, unusable, outside,
-- before_first, compensatory), setting_differs, grouping_differs, source_file, source_sheet, source_row, batch_id.
-- uses: base/placed, base/lines, base/line_providers, ledger/placings, ledger/names, ledger/provider_names
select
    s.student_id, n.link_key, n.student_name, s.session_id, s.session_date, s.start_time, s.end_time, s.service,
    coalesce(p.session_kind, s.kind) as kind, cast(s.minutes as double precision) as minutes, s.status, s.reason, s.setting,
    s.session_grouping as "grouping", s.provider_id, v.provider_name, s.school, s.makes_up_date, p.counts_on,
    l.line_id as credited_to, l.row_key as line_key, b.month as credit_month,
    case
        when s.award_id is not null then 'compensatory'
        when p.line_no is null and p.counts_on < f.first_day then 'before_first'
        when p.line_no is null then 'outside'
        when l.esy then 'esy'
        when l.plan_type <> 'IEP' then 'other_plan'
        when not l.is_usable then 'unusable'
        else 'credited'
    end as outcome,
    coalesce(s.setting <> l.setting, false) as setting_differs,
    coalesce(s.session_grouping <> l.line_grouping, false) as grouping_differs,
    t.file_name as source_file, s.source_sheet, s.source_row, s.batch_id
from sessions as s
left join placed as p on p.row_key = s.row_key
left join lines as l on l.line_no = p.line_no
left join line_providers as o on o.line_no = p.line_no
left join placings as b on b.row_key = s.row_key
left join batches as t on t.district = $district and t.batch_id = s.batch_id
left join names as n on n.student_id = s.student_id
left join provider_names as v on v.provider_id = s.provider_id
left join (
    select x.student_id, x.service, min(x.start_day) as first_day from lines as x group by x.student_id, x.service
) as f on f.student_id = s.student_id and f.service = s.service
where
    s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
    and s.session_date <= $as_of
    and (coalesce(p.counts_on, s.session_date) between $from_day and $to_day or s.session_date between $from_day and $to_day)
    and ($only_student = '' or s.student_id = $only_student)
    and ($only_line = '' or l.line_id = $only_line or l.row_key = $only_line)
    and {s.service in $services}
    and {case when l.line_no is null then s.school else l.school end in $schools}
    and {case when l.line_no is null then s.provider_id else o.provider_id end in $providers}
    and {s.student_id in $students}
order by s.session_date desc, s.start_time, s.student_id, s.session_id, s.row_key
limit $row_limit
