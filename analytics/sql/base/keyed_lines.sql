-- Under which keys does each chosen line fall: those asked for, and null for the others?
-- Grain: one row a chosen line. Parameters: $district, $by_district ... $by_line (booleans). Columns: line_no, student_id, district, school, provider,
-- service, setting, grade, student, line.
-- uses: base/chosen_lines
select
    c.line_no, c.student_id, case when $by_district then cast($district as varchar) end as district,
    case when $by_school then c.school end as school, case when $by_provider then c.provider_id end as provider,
    case when $by_service then c.service end as service, case when $by_setting then c.setting end as setting,
    case when $by_grade then c.grade end as grade, case when $by_student then c.student_id end as student,
    case when $by_line then c.line_id end as line
from chosen_lines as c
