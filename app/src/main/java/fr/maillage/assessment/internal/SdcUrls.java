package fr.maillage.assessment.internal;

/// Addresses of the extensions a definition may use: those of FHIR R4 and SDC where they exist,
/// ours for the rest.
final class SdcUrls {

    static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    static final String VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
    static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    static final String CALCULATED = SDC + "sdc-questionnaire-calculatedExpression";
    static final String INITIAL = SDC + "sdc-questionnaire-initialExpression";

    /// The points of an option, as FHIR R5 and newer definitions name [#ORDINAL].
    static final String ITEM_WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight";

    /// On a response item, or a response: why there is no answer, as a code of FHIR.
    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    static final String CONTROL =
            "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
    static final String MIN_VALUE = "http://hl7.org/fhir/StructureDefinition/minValue";
    static final String MAX_VALUE = "http://hl7.org/fhir/StructureDefinition/maxValue";

    private static final String OURS = "https://maillage.example/fhir/StructureDefinition/";

    /// On a computed or typed total: code, label, cut-off, source, bands.
    static final String SCORE = OURS + "score";

    /// On a definition: licence, source and how far they were checked; see `ToolCard`.
    static final String TOOL = OURS + "tool";

    /// On a response: what was typed and is no answer (unreadable, hidden, unknown question), so
    /// that nothing is lost.
    static final String KEPT_ANSWER = OURS + "kept-answer";

    /// On a response: the version of the engine that computed it.
    static final String ENGINE_VERSION = OURS + "engine-version";

    /// On a response item, or a response: our code of why it could not be assessed, and the words.
    static final String NOT_ASSESSED = OURS + "not-assessed";

    /// Convention of the definitions: a group is set aside by `<group>.non-evaluable`, for the
    /// reason in `<group>.motif`.
    static final String SET_ASIDE = ".non-evaluable";

    static final String SET_ASIDE_REASON = ".motif";

    private SdcUrls() {}
}
