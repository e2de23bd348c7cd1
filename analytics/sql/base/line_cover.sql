-- Which days of a line in force or lapsed are loaded, and which are not (rules 2a)?
-- Grain: one row a line of the ledger and span of days. Columns: line_no, span_from, span_to, is_lapsed, is_covered.
-- uses: base/accruing_spans, base/cover_keys, base/covers
-- materialized
select
    s.line_no, greatest(s.span_from, c.span_from) as span_from, least(s.span_to, c.span_to) as span_to, s.is_lapsed,
    c.is_covered
from accruing_spans as s
join cover_keys as k on k.line_no = s.line_no
join covers as c
    on
        c.service = k.service and c.kind = k.kind and c.provider_id is not distinct from k.provider_id
        and c.school is not distinct from k.school and c.span_from <= s.span_to and c.span_to >= s.span_from
