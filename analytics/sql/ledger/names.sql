-- What are students called on screen, and which random key stands for them in links?
-- Grain: one row a student. Parameters: $district. Columns: student_id, student_name, link_key.
-- uses: base/students_now
select
    s.student_id,
    coalesce(
        nullif(concat_ws(', ', s.last_name, s.first_name), ''), s.full_name, s.student_id
    ) as student_name,
    k.link_key
from students_now as s
left join student_links as k on k.district = $district and k.student_id = s.student_id
