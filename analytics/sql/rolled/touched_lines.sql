-- Of which lines may stored steps say something else from $made_from on: the line is in force or has lapsed on that day or later, was in force on
-- the day of a session that came or went or on the day that it makes up, or something stored of it holds from then on?
-- Grain: one row a line of the ledger. Parameters: $district, $made_event (the last write that stored steps hold), $made_from.
-- Columns: line_no, student_id, start_day.
-- uses: base/lines, base/windows
select l.line_no, l.student_id, l.start_day
from lines as l
where
    l.in_ledger and l.line_no in (
        select w.line_no from windows as w where w.window_to >= $made_from or w.lapses_to >= $made_from
        union
        select o.line_no
        from lines as o
        join windows as w on w.line_no = o.line_no
        join (
            select s.student_id, coalesce(s.makes_up_date, s.session_date) as day
            from sessions as s
            where s.district = $district and (s.known_from > $made_event or s.known_to > $made_event)
        ) as c on c.student_id = o.student_id and c.day between w.window_from and w.window_to
        union
        select s.line_no from rolled_states as s where s.to_day > $made_from
        union
        select c.line_no from rolled_cells as c where c.to_day > $made_from
        union
        select b.line_no from rolled_beside as b where b.to_day > $made_from
        union
        select h.line_no from rolled_sums as h where h.from_day >= $made_from
        union
        select m.line_no from rolled_month_sums as m where m.from_day >= $made_from
    )
