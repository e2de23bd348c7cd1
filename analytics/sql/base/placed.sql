-- To which line does each session go (rules 4)? A named line takes it or nobody does; else the line in force, the same
-- setting first, then the same grouping (none stated on either side is the same), the earliest start, the lowest id.
-- Grain: one row a session. Columns: those of sessions_now, line_no (null: outside any mandate).
-- uses: base/sessions_now, base/lines, base/windows, base/spells
-- materialized
select s.*, t.line_no
from sessions_now as s
left join (
    select
        x.row_key, l.line_no,
        row_number() over (
            partition by x.row_key
            order by
                case when x.setting is not distinct from l.setting then 0 else 1 end,
                case when x.session_grouping is not distinct from l.line_grouping then 0 else 1 end,
                w.window_from, l.line_id, l.line_no
        ) as place
    from sessions_now as x
    join lines as l on l.student_id = x.student_id and l.kind = x.session_kind
    join windows as w on w.line_no = l.line_no and x.counts_on between w.window_from and w.window_to
    where
        case when x.named_line_no is null then l.service = x.service else l.line_no = x.named_line_no end
        and (
            not exists (select 1 from spells as p where p.student_id = x.student_id)
            or exists (
                select 1 from spells as p
                where
                    p.student_id = x.student_id
                    and x.counts_on >= coalesce(p.enrolled_from, date '0001-01-01')
                    and x.counts_on <= coalesce(p.enrolled_to, date '9999-12-31')
            )
        )
) as t on t.row_key = s.row_key and t.place = 1
