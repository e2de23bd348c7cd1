-- Which policies hold in each school year? Those that shape minutes, which go by the year in which they lie (decision 0545).
-- Grain: one row a school year and policy. Parameters: $policies_by_year (analytics.policies: first and last year, policy and value with blanks
-- between them; the next after a semicolon). Columns: school_year, policy, value.
select cast(y.n as integer) as school_year, t.policy, t.value
from (
    select
        cast(split_part(x.told, ' ', 1) as integer) as first_year, cast(split_part(x.told, ' ', 2) as integer) as last_year,
        split_part(x.told, ' ', 3) as policy, split_part(x.told, ' ', 4) as value
    from (
        select split_part(cast($policies_by_year as varchar), ';', cast(g.n as integer)) as told
        from generate_series(
            1, length(cast($policies_by_year as varchar)) - length(replace(cast($policies_by_year as varchar), ';', '')) + 1
        ) as g(n)
    ) as x
) as t
join generate_series(1999, 2060) as y(n) on y.n between t.first_year and t.last_year
