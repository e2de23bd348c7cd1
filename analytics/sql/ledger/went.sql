-- Where did the expected minutes go? The parts add up to what was expected; excess stands beside them.
-- Grain: one row a combination of the keys asked for. Columns: the keys, expected, credited, excused, review, make_up_recorded (O - U),
-- no_record (U), open (not yet delivered in open periods), excess. All minutes.
-- uses: base/keyed_lines, ledger/line_shares
select
    g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month,
    sum(g.expected_minutes) as expected, sum(g.credited_minutes) as credited, sum(g.excused_minutes) as excused,
    sum(g.review_minutes) as review, sum(g.make_up_minutes - g.unaccounted_minutes) as make_up_recorded,
    sum(g.unaccounted_minutes) as no_record, sum(g.pace_gap_minutes) as "open", sum(g.excess_minutes) as excess
from (
    select
        s.month, s.expected_minutes, s.credited_minutes, s.excused_minutes, s.review_minutes, s.make_up_minutes,
        s.unaccounted_minutes, s.pace_gap_minutes, s.excess_minutes,
        k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line
    from keyed_lines as k
    join line_shares as s on s.line_no = k.line_no
) as g
group by g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
having sum(g.expected_minutes) > 0 or sum(g.excess_minutes) > 0
order by sum(g.expected_minutes) desc, g.school, g.provider, g.service, g.month
