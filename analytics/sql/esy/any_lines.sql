-- Is any line of the extended school year on file?
-- Grain: one row. Parameters: $district, $known. Columns: has_lines.
select
    exists (
        select 1 from service_lines as l
        where l.esy and l.district = $district and l.known_from <= $known and (l.known_to is null or l.known_to > $known)
    ) as has_lines
