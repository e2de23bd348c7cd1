-- On which day does each session count and of which kind is it (rules 1, 4 and 5)?
-- Grain: one row a session.
-- Columns: the stored fields, session_kind, counts_on, given_minutes (0 for missed and attempt), named_line_no (null: none on file, or
-- one of several of a row of its file, whose others have a number behind its id: decision 0495).
-- uses: base/sessions_on_file, base/lines, base/agreed_kinds
select
    s.row_key, s.session_id, s.student_id, s.line_id, s.provider_id, s.school, s.service, s.session_date,
    cast(s.minutes as double precision) as minutes, s.status, s.reason, s.setting, s.session_grouping, s.makes_up_date,
    coalesce(s.kind, case when t.line_no is null then n.kind end, a.kind, 'direct') as session_kind,
    case when t.line_no is null then n.line_no end as named_line_no,
    case
        when s.makes_up_date is not null and s.status in ('delivered', 'partial', 'make_up') then s.makes_up_date
        else s.session_date
    end as counts_on,
    case
        when s.status in ('delivered', 'partial', 'make_up') then coalesce(cast(s.minutes as double precision), 0) else 0
    end as given_minutes
from sessions_on_file as s
left join lines as n on n.student_id = s.student_id and n.line_id = s.line_id
left join lines as t on t.student_id = n.student_id and t.line_id = n.line_id || ' (2)'
left join agreed_kinds as a on s.kind is null and a.student_id = s.student_id and a.service = s.service
