package fr.maillage.careplan.internal;

import java.util.Optional;

/// The written parts of a plan. Source: guide DGOS 2012, fiche O1 §3, what a PPS contains « au
/// minimum »; the synthesis is the second part of the PPCS (HAS 2019, source à vérifier).
enum Topic {
    MT_PROBLEMS("mt_problems", Section.SITUATION, "MEDICAL"),
    LIFE_PROJECT("life_project", Section.SITUATION, "TACHES"),
    PREFERENCES_PERSON("preferences_person", Section.SITUATION, "TACHES"),
    PREFERENCES_RELATIVES("preferences_relatives", Section.SITUATION, "SOCIAL"),
    REPRESENTATIVE_WORDS("representative_words", Section.SITUATION, "SOCIAL"),
    SYNTHESIS("synthesis", Section.SYNTHESE, "MEDICAL"),
    STRENGTHS("strengths", Section.SYNTHESE, "TACHES"),
    TREATMENT_ACCEPTED("treatment_accepted", Section.SOINS, "SOINS"),
    HOSPITAL_EXPECTED("hospital_expected", Section.SOINS, "SOINS"),
    PHASES("phases", Section.SOINS, "SOINS"),
    EDUCATION_SUMMARY("education_summary", Section.EDUCATION, "EDUCATION"),
    PREVENTION("prevention", Section.EDUCATION, "EDUCATION"),
    SOCIAL_ASSESSMENT("social_assessment", Section.AIDE, "SOCIAL"),
    SOCIAL_WORKER("social_worker", Section.AIDE, "AIDE"),
    CONTEXT_MEDICAL("context_medical", Section.CONTEXTE, "MEDICAL"),
    CONTEXT_SOCIAL("context_social", Section.CONTEXTE, "SOCIAL"),
    CONTEXT_PSYCHOLOGICAL("context_psychological", Section.CONTEXTE, "PSYCHOLOGIQUE"),
    CONTEXT_AUTONOMY("context_autonomy", Section.CONTEXTE, "AIDE"),
    USEFUL_CONTACTS("useful_contacts", Section.CONTACTS, "TACHES"),
    CRISIS("crisis", Section.CONTACTS, "TACHES"),
    DOCTOR_NAME("doctor_name", Section.CONTACTS, "TACHES"),
    DOCTOR_CONTACT("doctor_contact", Section.CONTACTS, "TACHES"),
    CASE_COORDINATOR("case_coordinator", Section.CONDUITE, "TACHES"),
    CHANGE_REASON("change_reason", Section.CONDUITE, "TACHES");

    private final String column;
    private final Section section;
    private final String part;

    Topic(String column, Section section, String part) {
        this.column = column;
        this.section = section;
        this.part = part;
    }

    /// A text that is written for itself, by its column: not what steers the version.
    static Optional<Topic> written(String column) {
        for (var topic : values())
            if (topic.column.equals(column)
                    && topic != CHANGE_REASON
                    && topic != CASE_COORDINATOR
                    && topic != DOCTOR_NAME
                    && topic != DOCTOR_CONTACT) return Optional.of(topic);
        return Optional.empty();
    }

    /// Its column, which is also the name of its field.
    String column() {
        return column;
    }

    Section section() {
        return section;
    }

    /// Who is given it; TACHES is everybody of the circle.
    String part() {
        return part;
    }

    /// Forms of the plan, each saved by itself.
    enum Section {
        SITUATION,
        SYNTHESE,
        SOINS,
        EDUCATION,
        AIDE,
        CONTEXTE,
        CONTACTS,
        CONDUITE
    }
}
