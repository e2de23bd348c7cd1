-- What do lines bring together at the as-of date under each of the keys that lines have, one key at a time (rules 5, 7 and 8)?
-- Grain: one row a key and value. Columns: asked (the key's name), the keys (null but for the one asked), those of ledger/key_sums.
-- uses: ledger/keyed_shares
select
    case
        when grouping(k.district) = 0 then 'district' when grouping(k.school) = 0 then 'school'
        when grouping(k.provider) = 0 then 'provider' when grouping(k.service) = 0 then 'service'
        when grouping(k.setting) = 0 then 'setting' else 'grade'
    end as asked,
    k.district, k.school, k.provider, k.service, k.setting, k.grade, cast(null as date) as month,
    sum(k.expected_minutes) as expected_minutes, sum(k.delivered_minutes) as delivered_minutes,
    sum(k.credited_minutes) as credited_minutes, sum(k.excess_minutes) as excess_minutes,
    sum(k.excused_minutes) as excused_minutes, sum(k.review_minutes) as review_minutes,
    sum(k.make_up_minutes) as make_up_minutes, sum(k.unaccounted_minutes) as unaccounted_minutes,
    sum(k.uncovered_minutes) as uncovered_minutes, sum(k.lapsed_minutes) as lapsed_minutes,
    sum(k.pace_gap_minutes) as pace_gap_minutes, sum(k.provider_caused_minutes) as provider_caused_minutes,
    sum(k.open_minutes) as open_minutes, cast(sum(k.lines) as bigint) as lines,
    cast(sum(k.lines_on_track) as bigint) as lines_on_track,
    cast(sum(k.lines_without_evidence) as bigint) as lines_without_evidence,
    cast(sum(k.lines_banded) as bigint) as lines_banded,
    sum(k.counted_sessions) as counted_sessions, sum(k.required_sessions) as required_sessions
from keyed_shares as k
group by grouping sets ((k.district), (k.school), (k.provider), (k.service), (k.setting), (k.grade))
