-- Which answers are stored before any is worked out? None.
-- Grain and columns: from_day, to_day (the first as-of date after it), asked (the keys that a day is worked out by), these keys, and the columns of
-- ledger/key_sums.
select
    cast(null as date) as from_day, cast(null as date) as to_day, cast(null as varchar) as asked,
    cast(null as varchar) as school, cast(null as varchar) as provider,
    cast(null as varchar) as service, cast(null as varchar) as setting, cast(null as varchar) as grade,
    cast(null as date) as month,
    cast(0 as double precision) as expected_minutes, cast(0 as double precision) as delivered_minutes,
    cast(0 as double precision) as credited_minutes, cast(0 as double precision) as excess_minutes,
    cast(0 as double precision) as excused_minutes, cast(0 as double precision) as review_minutes,
    cast(0 as double precision) as make_up_minutes, cast(0 as double precision) as unaccounted_minutes,
    cast(0 as double precision) as uncovered_minutes, cast(0 as double precision) as lapsed_minutes,
    cast(0 as double precision) as pace_gap_minutes, cast(0 as double precision) as provider_caused_minutes,
    cast(0 as double precision) as open_minutes, cast(0 as bigint) as lines, cast(0 as bigint) as lines_on_track,
    cast(0 as bigint) as lines_without_evidence, cast(0 as bigint) as lines_banded,
    cast(0 as bigint) as counted_sessions, cast(0 as bigint) as required_sessions
where 1 = 0
