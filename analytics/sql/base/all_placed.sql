-- To which line does each session go (rules 4)? A named line takes it or nobody does; else the line in force, and of several
-- the same setting first, then the same grouping (none stated on either side is the same), the earliest start, the lowest id.
-- Grain: one row a session. Columns: those of sessions_now, line_no (null: outside any mandate).
-- uses: base/sessions_now, base/force_spans
-- materialized
select s.*, coalesce(n.line_no, a.line_no, t.line_no) as line_no
from sessions_now as s
left join force_spans as n
    on
        n.line_no = s.named_line_no and n.kind = s.session_kind
        and s.counts_on >= n.span_from and s.counts_on <= n.span_to
left join force_spans as a
    on
        s.named_line_no is null and not a.has_rival
        and a.student_id = s.student_id and a.service = s.service and a.kind = s.session_kind
        and s.counts_on >= a.span_from and s.counts_on <= a.span_to
left join (
    select
        x.row_key, f.line_no,
        row_number() over (
            partition by x.row_key
            order by
                case when x.setting is not distinct from f.setting then 0 else 1 end,
                case when x.session_grouping is not distinct from f.line_grouping then 0 else 1 end,
                f.window_from, f.line_id, f.line_no
        ) as place
    from sessions_now as x
    join force_spans as f
        on
            f.student_id = x.student_id and f.service = x.service and f.kind = x.session_kind
            and x.counts_on >= f.span_from and x.counts_on <= f.span_to
    where x.named_line_no is null and f.has_rival
) as t on t.row_key = s.row_key and t.place = 1
