-- What do lines bring together, under any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans).
-- Columns: the keys (null where not asked for), the minutes, lines (with E > 0), lines_on_track, lines_without_evidence, lines_banded,
-- counted_sessions, required_sessions.
-- uses: base/keyed_lines, ledger/line_shares
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month,
    sum(g.expected_minutes) as expected_minutes, sum(g.delivered_minutes) as delivered_minutes,
    sum(g.credited_minutes) as credited_minutes, sum(g.excess_minutes) as excess_minutes,
    sum(g.excused_minutes) as excused_minutes, sum(g.review_minutes) as review_minutes,
    sum(g.make_up_minutes) as make_up_minutes, sum(g.unaccounted_minutes) as unaccounted_minutes,
    sum(g.uncovered_minutes) as uncovered_minutes, sum(g.lapsed_minutes) as lapsed_minutes,
    sum(g.pace_gap_minutes) as pace_gap_minutes, sum(g.provider_caused_minutes) as provider_caused_minutes,
    sum(g.open_minutes) as open_minutes,
    count(*) filter (where g.has_expected) as lines,
    count(*) filter (where g.has_expected and g.band = 'on_track') as lines_on_track,
    count(*) filter (where g.has_expected and not g.has_evidence) as lines_without_evidence,
    count(*) filter (where g.has_expected and g.band not in ('n/a', 'too_early')) as lines_banded,
    sum(g.counted_sessions) as counted_sessions, sum(g.required_sessions) as required_sessions
from (
    select s.*, k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line
    from line_shares as s
    join keyed_lines as k on k.line_no = s.line_no
) as g
group by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
