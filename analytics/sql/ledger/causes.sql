-- What is the cause behind each reason for a missed session (rules 6): student, family, provider, school, calendar or other?
-- Grain: one row a reason. Columns: reason, cause.
select 'student_absent' as reason, 'student' as cause
union all select 'student_unexcused', 'student'
union all select 'student_refused', 'student'
union all select 'parent_declined', 'family'
union all select 'provider_absent', 'provider'
union all select 'vacancy', 'provider'
union all select 'provider_meeting', 'provider'
union all select 'tele_technical', 'provider'
union all select 'school_event', 'school'
union all select 'state_testing', 'school'
union all select 'emergency_closure', 'school'
union all select 'strike', 'school'
union all select 'student_suspended', 'school'
union all select 'holiday', 'calendar'
union all select 'other', 'other'
union all select 'unknown', 'other'
