package fr.maillage.assessment.internal;

/// One thing that is wrong with a definition, told to who wrote it: which item, and what. `detail`
/// quotes the definition (a name, a code, an expression), never an answer.
///
/// @param linkId of the item; "" for the questionnaire itself
record Fault(Kind kind, String linkId, String detail) {

    /// What can be wrong, in the English words of a log.
    enum Kind {
        IDENTITY("lacks what identifies it:"),
        TOO_MANY("has too many items:"),
        TOO_DEEP("is nested too deeply:"),
        TOO_LONG_TEXT("has a text that is too long:"),
        NO_LINK_ID("has an item without linkId"),
        LINK_ID("has a linkId that cannot be used:"),
        LINK_ID_TWICE("linkId twice:"),
        ALIKE("cannot be told apart on a page from"),
        TYPE("type not supported:"),
        VALUE_SET("answerValueSet not supported"),
        REPEATING_GROUP("repeating groups are not supported"),
        NESTED("questions inside what has no single answer are not supported"),
        NO_OPTION("a choice without options"),
        OPTION("an option without code nor words"),
        OPTION_TWICE("option twice:"),
        TOO_MANY_OPTIONS("too many options:"),
        EXTENSION_VALUE("an extension has a value of an unexpected type:"),
        EXTENSION("an extension that would change the meaning is not supported:"),
        LANGUAGE("only text/fhirpath expressions are read, not"),
        NOT_FHIRPATH("not FHIRPath:"),
        LONG_EXPRESSION("an expression is too long:"),
        VARIABLE_TWICE("variable declared twice:"),
        SCORE("score without"),
        SCORE_OVER("scored over unknown"),
        CONDITION("has an incomplete enableWhen"),
        UNKNOWN_QUESTION("depends on an unknown question:"),
        UNKNOWN_OPTION("depends on an option nobody can choose:"),
        CONDITION_CYCLE("enableWhen cycle through"),
        UNKNOWN_VARIABLE("needs unknown"),
        EXPRESSION_CYCLE("an expression needs itself:"),
        UNSETTLED("computed values never settle:"),
        FAILS("an expression fails:"),
        SLOW("an expression takes too long:"),
        REFUSED("is refused by the engine:");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    Fault(Kind kind, String linkId) {
        this(kind, linkId, "");
    }

    @Override
    public String toString() {
        return (linkId.isEmpty() ? "" : linkId + ": ") + (kind.words + " " + detail).strip();
    }
}
