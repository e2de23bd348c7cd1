-- Which sessions of a line's student and service, between two days, don't count for the line, and why (rules 1, 4 and 5)?
-- Grain: one row a session, or an earlier version of one. Parameters: $district, $line_no, $span_from, $span_to, $as_of, $known.
-- Columns: session_date, counts_on, status, reason, minutes, why (later, compensatory, before_first, outside, unusable, other_plan,
-- without_days (a line of the extended year that lacks a start or an end), other_line, other_kind, replaced, undone, twin, conflict),
-- other_line_id, told_by (the file that changed or took it out), source_file, source_sheet, source_row.
-- uses: base/lines, base/placed, base/batches_now, ledger/bookings
select
    u.session_date, u.counts_on, u.status, u.reason, u.minutes, u.why, u.other_line_id, u.told_by, f.file_name as source_file,
    u.source_sheet, u.source_row
from (
    select
        s.session_date, coalesce(p.counts_on, s.makes_up_date, s.session_date) as counts_on, s.status, s.reason,
        cast(s.minutes as double precision) as minutes, s.batch_id, s.source_sheet, s.source_row, o.line_id as other_line_id,
        cast(null as varchar) as told_by,
        case
            when s.session_date > $as_of then 'later'
            when s.award_id is not null then 'compensatory'
            when p.line_no is null and p.counts_on < (
                select min(m.start_day) from lines as m where m.student_id = s.student_id and m.service = s.service
            ) then 'before_first'
            when p.line_no is null and p.session_kind <> l.kind and p.named_line_no is null then 'other_kind'
            when p.line_no is null then 'outside'
            when p.line_no <> l.line_no then 'other_line'
            when not l.is_usable then 'unusable'
            when l.plan_type = 'IEP' and l.esy then 'without_days'
            else 'other_plan'
        end as why
    from lines as l
    join sessions as s
        on
            s.district = $district and s.student_id = l.student_id and s.known_from <= $known
            and (s.known_to is null or s.known_to > $known)
            and (s.service = l.service or s.line_id = l.line_id)
    left join placed as p on p.row_key = s.row_key
    left join bookings as b on b.row_key = s.row_key
    left join lines as o on o.line_no = p.line_no and o.line_no <> l.line_no
    where l.line_no = $line_no and coalesce(b.line_no <> l.line_no, true)
    union all
    select
        v.session_date, coalesce(v.makes_up_date, v.session_date), v.status, v.reason, cast(v.minutes as double precision),
        v.batch_id, v.source_sheet, v.source_row, null, t.file_name,
        case when e.kind = 'undo' then 'undone' else 'replaced' end
    from lines as l
    join sessions as v
        on
            v.district = $district and v.student_id = l.student_id and v.service = l.service and v.known_to <= $known
            and v.known_to > v.known_from
    join events as e on e.district = $district and e.event_seq = v.known_to
    left join batches as t on t.district = $district and t.batch_id = e.batch_id
    where
        l.line_no = $line_no
        and not exists (
            select 1 from sessions as c
            where
                c.district = $district and c.row_key = v.row_key and c.row_hash = v.row_hash and c.known_from <= $known
                and (c.known_to is null or c.known_to > $known)
        )
    union all
    select
        a.session_date, coalesce(a.makes_up_date, a.session_date), a.status, a.reason, cast(a.minutes as double precision),
        a.batch_id, a.source_sheet, a.source_row, null, null, a.aside
    from lines as l
    join sessions_aside as a
        on
            a.district = $district and a.student_id = l.student_id and a.service = l.service and a.known_from <= $known
            and (a.known_to is null or a.known_to > $known)
    where l.line_no = $line_no
) as u
left join batches as f on f.district = $district and f.batch_id = u.batch_id
where u.session_date between $span_from and $span_to or u.counts_on between $span_from and $span_to
order by u.session_date, u.why, u.source_row
