-- Of which compensatory awards has more been given than was awarded?
-- Grain: one row an award. Parameters: as awards/balances. Columns: those of a finding; line_id is the award's id, minutes what is beyond it.
-- uses: awards/balances
select
    b.student_id, b.student_name, b.link_key, b.service, b.last_session as day, b.beyond_minutes as minutes,
    cast(null as varchar) as provider_id, cast(null as varchar) as provider_name, b.school, b.award_id as line_id, b.source_file,
    b.source_sheet, b.source_row
from balances as b
where b.beyond_minutes > 0
order by b.student_id, b.service, b.award_id
