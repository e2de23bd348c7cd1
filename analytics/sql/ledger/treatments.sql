-- How is each reason treated (rules 6)?
-- Grain: one row a reason. Parameters: one a reason (excused, review, make_up). Columns: reason, treatment, cause.
select 'student_absent' as reason, cast($student_absent as varchar) as treatment, 'student' as cause
union all select 'student_unexcused', cast($student_unexcused as varchar), 'student'
union all select 'student_refused', cast($student_refused as varchar), 'student'
union all select 'parent_declined', cast($parent_declined as varchar), 'family'
union all select 'provider_absent', cast($provider_absent as varchar), 'provider'
union all select 'vacancy', cast($vacancy as varchar), 'provider'
union all select 'provider_meeting', cast($provider_meeting as varchar), 'provider'
union all select 'tele_technical', cast($tele_technical as varchar), 'provider'
union all select 'school_event', cast($school_event as varchar), 'school'
union all select 'state_testing', cast($state_testing as varchar), 'school'
union all select 'emergency_closure', cast($emergency_closure as varchar), 'school'
union all select 'strike', cast($strike as varchar), 'school'
union all select 'student_suspended', cast($student_suspended as varchar), 'school'
union all select 'holiday', cast($holiday as varchar), 'calendar'
union all select 'other', cast($other as varchar), 'other'
union all select 'unknown', cast($unknown as varchar), 'other'
