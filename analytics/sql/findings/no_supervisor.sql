-- Which lines of an assistant name no supervising therapist, where nobody supervises the assistant either (rules 12)?
-- Grain: one row a line. Parameters: $as_of, $district, $known; as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines
select
    {finding: t.*}
from told_lines as t
where
    $as_of between t.window_from and t.window_to and t.otr_of_record_id is null
    and exists (
        select 1 from providers as p
        where
            p.district = $district and p.provider_id = t.provider_id and p.role in ('COTA', 'PTA', 'SLPA')
            and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
    )
    and not exists (
        select 1 from supervision as v
        where
            v.district = $district and v.assistant_id = t.provider_id
            and v.known_from <= $known and (v.known_to is null or v.known_to > $known)
    )
order by t.student_id, t.day, t.source_row
