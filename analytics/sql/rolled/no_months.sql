-- Which months of lines stay as they are, where everything is made anew? None.
-- Grain and columns: those of kept_months.
-- materialized
select
    cast(0 as bigint) as line_no, cast(null as date) as month,
    cast(0 as double precision) as expected_minutes,
    cast(0 as double precision) as delivered_minutes,
    cast(0 as double precision) as credited_minutes,
    cast(0 as double precision) as excess_minutes,
    cast(0 as double precision) as excused_minutes,
    cast(0 as double precision) as review_minutes,
    cast(0 as double precision) as make_up_minutes,
    cast(0 as double precision) as unaccounted_minutes,
    cast(0 as double precision) as provider_caused_minutes,
    cast(0 as double precision) as open_minutes,
    cast(0 as double precision) as uncovered_minutes,
    cast(0 as double precision) as lapsed_minutes,
    cast(0 as double precision) as short_minutes,
    0 as required_sessions, 0 as counted_sessions, 0 as given_sessions
where 1 = 0
