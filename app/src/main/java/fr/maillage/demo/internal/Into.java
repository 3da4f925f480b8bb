package fr.maillage.demo.internal;

/// Tables of the other modules that the demonstration fills, in an order that foreign keys accept,
/// with the columns it writes. The only place outside a module that names its tables: see [Copy].
enum Into {
    ACCOUNT(
            "access.account",
            "id,login,password_hash,display_name,rpps,demonstration,demonstration_note,created_at"),
    MEMBERSHIP(
            "access.membership",
            "id,account_id,role,network_id,region_code,patient_id,member_id,since"),
    TERM("directory.term", "kind,code,label"),
    ACTIVITY(
            "directory.activity",
            "hash,pp_id,family_name,given_name,family_key,given_key,profession,expertise,mode,site_name,address,postcode,commune_code,commune_name,phone"),
    MAILBOX("directory.mailbox", "pp_id,address"),
    ORGANIZATION(
            "directory.organization",
            "finess,name,kind,kind_label,address,commune_code,commune_name,phone,mssante"),
    NETWORK(
            "network.network",
            "id,name,short_name,kind,legal_form,finess,region_code,address,commune_code,commune_name,phone,email,opening_hours,"
                    + "on_call_phone,on_call_hours,ethics,resumption_date,created_at"),
    NETWORK_THEME("network.network_theme", "network_id,theme_code,since"),
    UNIT("network.unit", "network_id,id,kind,name,commune_code,commune_name,address,phone"),
    TEAM_MEMBER(
            "network.team_member",
            "network_id,id,account_id,family_name,given_name,function,profile,experience_years,training,phone,email,unit_id,fte,sectors,since"),
    SETTING("network.setting", "network_id,key,level,value,changed_at,changed_by"),
    PATIENT(
            "patient.patient",
            "network_id,id,birth_name,used_name,given_names,sex,birth_date,birth_place,ins,ins_oid,identity_status,phone,mobile,address,"
                    + "postcode,commune_code,commune_name,language,interpreter,lives_alone,social_vulnerability,deceased_on,mt_state,"
                    + "mt_rpps,mt_name,mt_phone,mt_told,mt_opposition,notes,created_at"),
    CONSENT(
            "patient.consent",
            "network_id,id,patient_id,act,state,given_on,form,given_by,representative,scope,opposed_to,reason,recorded_by,recorded_at"),
    REFERRAL(
            "intake.referral",
            "network_id,id,received_at,channel,patient_id,asker_quality,asker_name,asker_function,asker_rpps,asker_phone,asker_structure,"
                    + "motives,own_words,relatives_words,note,urgency,agreement,agreement_reason,mt_notice,theme_code,commune_code,status,"
                    + "closed_reason,closed_note,advice,oriented_to,awaiting,level,intensity,assigned_to,taken_at,answer_due,decided_at,"
                    + "decided_by,asker_told_at,recorded_by,recorded_by_name"),
    ANALYSIS(
            "intake.analysis",
            "network_id,referral_id,medical_criteria,social_criteria,grid_items,dimensions,subsidiarity,subsidiarity_note,mt_part,mt_words,"
                    + "points,proposed_level,proposed_because,retained_level,override_reason,intensity,need_validated_on,need_validated_by,analysed_by,analysed_by_name,analysed_at"),
    URGENCY(
            "intake.urgency",
            "network_id,referral_id,patient_id,opened_at,answer,partner,answered_at,due24,relay24,done24_at,done24_how,done24_note,"
                    + "due48,relay48,done48_at,done48_how,done48_note,ended_at,ended_level,ended_why"),
    HANDOVER(
            "intake.handover",
            "network_id,id,referral_id,patient_id,to_kind,to_name,content,patient_agreed,sent_at,sent_by,sent_by_name,reminded_at,"
                    + "acknowledged_at,acknowledged_by,acknowledged_note"),
    AWARENESS("intake.awareness_action", "network_id,id,held_on,title,audience,participants"),
    SUPPORT(
            "casefile.support",
            "network_id,id,patient_id,referral_id,theme_code,other_themes,status,opened_on,included_on,level,intensity,coordinator_id,"
                    + "unit_id,commune_code,first_line_agreed_on,first_line_agreed_by,watch_review_on,paused_from,"
                    + "paused_until,pause_reason,closed_on,exit_reason,exit_detail"),
    CRISIS_PLAN(
            "casefile.crisis_plan",
            "network_id,id,patient_id,call_first,actions,medical,directives,directives_where,directives_asked_on,allergies,allergies_on,"
                    + "allergies_from,treatments,treatments_on,treatments_from,habits,written_by,written_at"),
    CONCERN(
            "casefile.concern",
            "network_id,id,patient_id,nature,facts,impressions,concerned,since,decided,review_on,status,readers,author_id,author_name,written_at,version"),
    CONCERN_STEP(
            "casefile.concern_step",
            "network_id,id,concern_id,kind,on_date,addressee,words,impressions,review_on,author_name,at"),
    ENTITLEMENT(
            "casefile.entitlement",
            "network_id,id,patient_id,kind,name,detail,state,asked_on,decided_on,starts_on,ends_on,amount,amount_per,body,appeal_until,"
                    + "appealed_on,next_on,next_what,next_by,renews,version"),
    ENTITLEMENT_STEP(
            "casefile.entitlement_step",
            "network_id,id,entitlement_id,on_date,what,who,next_on,next_what,next_by,author_name,at"),
    LEVEL_CHANGE(
            "casefile.level_change",
            "network_id,id,support_id,patient_id,level,since,reason,changed_by"),
    LEVEL_STEP("casefile.level_step", "network_id,support_id,level,step,done_on,note,done_by"),
    CARE_TEAM(
            "casefile.care_team",
            "network_id,id,patient_id,kind,actor_group,role,measure,main,name,profession,rpps,finess,phone,email,mssante,relation,"
                    + "account_id,since,until,agreed_on,left_reason,parts,in_care_team,note"),
    STAY(
            "casefile.stay",
            "network_id,id,patient_id,kind,hospital,reason,admitted_on,expected_on,discharged_on,note"),
    STAY_EXPECTED(
            "casefile.stay_expected", "network_id,id,stay_id,expected_on,why,noted_by,noted_at"),
    RETURN_LINE(
            "casefile.return_line",
            "network_id,id,stay_id,rank,label,at_entry,before_return,who,due_on,state,said_on,said_by"),
    DOCUMENT_CONTENT(
            "documents.content",
            "network_id,id,sha256,size,media_type,pages,store,stored_at,checked_at,text_state,body"),
    DOCUMENT_CHUNK("documents.chunk", "network_id,content_id,rank,bytes"),
    DOCUMENT(
            "documents.document",
            "network_id,id,patient_id,type,title,dated_on,source,audience,right_id,content_id,deposited_at,deposited_by_name,handled_at,"
                    + "handled_by,filed_at,filed_by_name"),
    DOCUMENT_VERSION(
            "documents.version",
            "network_id,id,document_id,number,content_id,file_name,added_at,added_by_name"),
    MESSAGE(
            "correspondence.outgoing_message",
            "network_id,id,patient_id,recipient_kind,recipient_name,recipient_address,recipient_rpps,channel,kind,subject,body,about_id,"
                    + "state,attempts,created_at,created_by,sent_at,sent_by,cancelled_why,rich,clinical,template_code,template_version,"
                    + "template_title,returned_on,returned_why"),
    LETTER_EVENT(
            "correspondence.letter_event",
            "network_id,id,letter_id,kind,channel,on_date,words,by_name,at"),
    BATCH(
            "correspondence.batch",
            "network_id,id,number,two_sided,created_at,created_by,printed,printed_at,printed_by"),
    BATCH_LETTER("correspondence.batch_letter", "network_id,batch_id,letter_id,rank"),
    ADDRESS_MARK(
            "correspondence.address_mark",
            "network_id,id,address_key,letter_id,reason,returned_on"),
    TEMPLATE_VERSION(
            "correspondence.template_version",
            "network_id,id,code,number,title,usage,subject,body,clinical,recipients,shipped,origin,published_at,published_by"),
    RESPONSE(
            "assessment.response",
            "network_id,id,patient_id,questionnaire_url,questionnaire_version,questionnaire_code,title,status,on_date,setting,participants,"
                    + "answers,response,author_id,author_name,saved_at,completed_at"),
    SCORE(
            "assessment.score",
            "network_id,response_id,patient_id,code,label,value,class_label,severity,on_date,rank,shown,state,cut_off,meaning,reason"),
    PROBLEM(
            "assessment.problem",
            "network_id,id,patient_id,code,label,domain,severity,status,because,source,urgent,response_id,since,resolved_on,recorded_by,"
                    + "decision,decided_on,decided_by"),
    PPS(
            "careplan.pps",
            "network_id,id,patient_id,support_id,number,previous_id,status,opinion,change_reason,created_at,created_by,submitted_at,"
                    + "in_force_at,in_force_by,in_force_why,in_force_reason,replaced_at,closed_at,reassess_on,mt_problems,preferences_person,"
                    + "preferences_relatives,representative_words,life_project,doctor_name,doctor_contact,treatment_accepted,hospital_expected,"
                    + "phases,education_summary,prevention,social_assessment,social_worker,context_medical,context_social,"
                    + "context_psychological,context_autonomy,useful_contacts,crisis,referent_id,referent_name,case_coordinator"),
    PLAN_ACTOR(
            "careplan.actor",
            "network_id,pps_id,actor_id,actor_group,role,main,name,profession,phone"),
    PATHOLOGY("careplan.pathology", "network_id,pps_id,id,label,severity,ald,main,rank"),
    GOAL(
            "careplan.goal",
            "network_id,pps_id,goal_id,problem,problem_id,domain,kind,title,indicator,target,due_on,result,result_why,rank"),
    INTERVENTION(
            "careplan.intervention",
            "network_id,pps_id,intervention_id,patient_id,goal_id,volet,type,title,actor_id,actor_name,actor_profession,actor_group,"
                    + "main_actor,place,starts_on,ends_on,every_n,every_unit,times,weekdays,window_days,tolerance_days,note,rank"),
    OPINION(
            "careplan.opinion",
            "network_id,id,pps_id,opinion,given_on,given_by,given_by_rpps,channel,words,recorded_by,recorded_at"),
    RECEIPT(
            "careplan.receipt",
            "network_id,id,pps_id,received_on,way,by_name,words,recorded_by,recorded_at"),
    HANDING_OVER(
            "careplan.handing_over",
            "network_id,id,pps_id,on_date,by_name,by_quality,to_whom,recorded_at"),
    OCCURRENCE(
            "followup.occurrence",
            "network_id,id,patient_id,intervention_id,pps_id,title,actor_id,actor_name,due_on,due_until,late_after,status,done_on,"
                    + "not_done_why,note,done_by,marked_by,marked_at"),
    ALERT(
            "followup.alert",
            "network_id,id,rule,subject_id,patient_id,coordinator_id,title,raised_at,due_on,urgency,status,snoozed_until,closed_at,"
                    + "closed_by,outcome,outcome_note"),
    RULE_OVERRIDE(
            "followup.rule_override",
            "network_id,id,patient_id,rule,threshold,reason,set_at,set_by"),
    TASK(
            "followup.task",
            "network_id,id,patient_id,kind,title,who,phone,due_on,due_at,assigned_to,contact_id,created_at,created_by,done_at,done_by,outcome"),
    SCREENING_STEP(
            "followup.screening_step",
            "network_id,screening_id,kind,task_id,no_shows,ended,ended_on,with_whom"),
    CONTACT(
            "followup.contact",
            "network_id,id,at,channel,direction,who,who_quality,reached,reason,note,decided,significant,minutes,author_id,author_name"),
    CONTACT_PATIENT("followup.contact_patient", "network_id,contact_id,patient_id,at"),
    APPOINTMENT(
            "agenda.appointment",
            "network_id,id,kind,patient_id,member_id,starts_at,ends_at,title,commune_name,outcome,outcome_note,created_by"),
    TIMELINE(
            "patient.timeline_entry",
            "network_id,id,patient_id,at,kind,title,detail,author,link,clinical"),
    TRAIL(
            "access.trail",
            "network_id,id,at,account_id,actor,action,what,patient_id,object_id,hidden");

    private final String table;
    private final String columns;
    private final int width;

    Into(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    /// Schema and name.
    String table() {
        return table;
    }

    /// How many values a row has.
    int width() {
        return width;
    }

    /// The statement PostgreSQL reads rows after.
    String copyStatement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }
}
