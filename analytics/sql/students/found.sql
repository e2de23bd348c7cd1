-- Who has this name, id or link?
-- Grain: one row a student on file, mentioned ones too. Parameters: $wanted (a part of the name, or the id; empty: anybody), $turned (the same as
-- "Last, First"), $link_key (empty: any), $row_limit. Columns: student_id, link_key, student_name, school, grade.
-- uses: ledger/names, base/students_now
select n.student_id, n.link_key, n.student_name, s.school, s.grade
from names as n
join students_now as s on s.student_id = n.student_id
where
    (
        $wanted = '' or position(lower($wanted) in lower(n.student_name)) > 0 or position(lower($turned) in lower(n.student_name)) > 0
        or lower(n.student_id) = lower($wanted)
    )
    and ($link_key = '' or n.link_key = $link_key)
order by n.student_name, n.student_id
limit $row_limit
