-- By how many instructional days is each line's amount divided, on average?
-- Grain: one row a line. Columns: line_no, days_in_cycle.
-- uses: ledger/line_stretches
-- materialized
-- by line
select
    s.line_no,
    sum(s.days_to_divide_by * (s.opened_to - s.opened_before)) / nullif(sum(s.opened_to - s.opened_before), 0) as days_in_cycle
from line_stretches as s
group by s.line_no
