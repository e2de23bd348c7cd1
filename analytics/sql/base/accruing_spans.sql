-- On which days does each line accrue? All those on which it is in force or lapsed.
-- Grain and columns: those of base/line_spans.
-- uses: base/line_spans
select s.line_no, s.span_from, s.span_to, s.is_lapsed
from line_spans as s
