-- Which of the viewer's lines in force are not confirmed by the file of the student's later IEP (rules 3)?
-- Grain: one row a line. Parameters: $as_of, the viewer's choice. Columns: line_key, unconfirmed_since.
-- uses: ledger/unconfirmed, base/chosen_lines, base/windows
select c.row_key as line_key, u.unconfirmed_since
from unconfirmed as u
join chosen_lines as c on c.line_no = u.line_no
join windows as w on w.line_no = u.line_no
where $as_of between w.window_from and w.window_to
order by c.line_no
