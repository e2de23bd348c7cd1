-- From when to when do the loaded rows reach?
-- Grain: one row. Parameters: $district.
-- Columns: first_day, last_day (null where nothing dated is loaded), lines, sessions, goals, students, providers (rows in force).
select
    least(
        (select min(l.start_date) from service_lines as l where l.district = $district and l.known_to is null),
        (select min(s.session_date) from sessions as s where s.district = $district and s.known_to is null),
        (select min(m.measured_on) from measurements as m where m.district = $district and m.known_to is null),
        (select min(c.day) from calendar_days as c where c.district = $district and c.known_to is null)
    ) as first_day,
    greatest(
        (select max(l.start_date) from service_lines as l where l.district = $district and l.known_to is null),
        (select max(s.session_date) from sessions as s where s.district = $district and s.known_to is null),
        (select max(m.measured_on) from measurements as m where m.district = $district and m.known_to is null),
        (select max(c.day) from calendar_days as c where c.district = $district and c.known_to is null)
    ) as last_day,
    (select count(*) from service_lines as l where l.district = $district and l.known_to is null) as lines,
    (select count(*) from sessions as s where s.district = $district and s.known_to is null) as sessions,
    (select count(*) from goals as g where g.district = $district and g.known_to is null) as goals,
    (select count(*) from students as p where p.district = $district and p.known_to is null) as students,
    (select count(*) from providers as p where p.district = $district and p.known_to is null) as providers
