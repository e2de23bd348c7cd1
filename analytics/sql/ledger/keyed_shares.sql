-- What does each line bring to a group of lines, under the keys asked for (rules 5, 7 and 8)?
-- Grain: that of line_shares. Parameters: $by_district ... $by_line (booleans). Columns: the keys (null where not asked for), month, the
-- minutes, lines, lines_on_track, lines_without_evidence and lines_banded (1 or 0; with E > 0), counted_sessions, required_sessions.
-- uses: base/keyed_lines, ledger/line_shares
select
    k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, s.month, {minutes: s.*},
    case when s.has_expected then 1 else 0 end as lines,
    case when s.has_expected and s.band = 'on_track' then 1 else 0 end as lines_on_track,
    case when s.has_expected and not s.has_evidence then 1 else 0 end as lines_without_evidence,
    case when s.has_expected and s.band not in ('n/a', 'too_early') then 1 else 0 end as lines_banded,
    s.counted_sessions, s.required_sessions
from line_shares as s
join keyed_lines as k on k.line_no = s.line_no
