-- Is any service line on file?
-- Grain: one row. Parameters: $district, $known. Columns: has_lines.
select
    exists (
        select 1 from service_lines as l
        where l.district = $district and l.known_from <= $known and (l.known_to is null or l.known_to > $known)
    ) as has_lines
