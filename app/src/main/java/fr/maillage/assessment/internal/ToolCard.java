package fr.maillage.assessment.internal;

import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/// What the library says of a questionnaire beside its questions: where it is filed, for which
/// themes it is proposed, who owns it and how far its facts were checked. All of it is in the
/// definition.
///
/// @param domains never empty; the first is the one it is filed under
/// @param themes codes of the national themes it is proposed for; empty: for none in particular
/// @param licence null when the definition does not say
/// @param licenceWords who owns it and what is allowed
/// @param source the publication or the text it comes from
/// @param population whom it is for, in words; empty when the definition does not say
/// @param printed whether its paper sheet is among those offered first
record ToolCard(
        List<ToolDomain> domains,
        List<String> themes,
        @Nullable Licence licence,
        String licenceWords,
        String source,
        @Nullable Confidence confidence,
        String population,
        boolean printed) {

    /// Whether the questions themselves may be in the product.
    enum Licence {
        LIBRE("libre", "Libre", "is-done"),
        ACCORD("accord", "Résultat seul\u00A0: accord à demander", "is-due"),
        RESERVE("reserve", "Résultat seul\u00A0: droits réservés", "is-due");

        private final String code;
        private final String label;
        private final String mark;

        Licence(String code, String label, String mark) {
            this.code = code;
            this.label = label;
            this.mark = mark;
        }

        String label() {
            return label;
        }

        String mark() {
            return mark;
        }
    }

    /// How far the facts of a tool (points, cut-offs) were compared with their source.
    enum Confidence {
        /// Two sources or more were read.
        H("Deux sources lues"),
        /// One source was read.
        M("Une source lue, à confirmer"),
        /// From memory.
        L("Source à vérifier");

        private final String label;

        Confidence(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    ToolCard {
        domains = List.copyOf(domains);
        themes = List.copyOf(themes);
    }

    /// Reads `useContext` (focus: domains, program: themes) and the extension `tool`. Throws
    /// `IllegalArgumentException` for a domain or a licence nobody knows.
    static ToolCard of(Questionnaire source) {
        var domains =
                codes(source, "focus").stream()
                        .map(code ->
                                ToolDomain.of(code)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        source.getUrl() + ": domain " + code)))
                        .toList();
        var card = source.getExtensionByUrl(SdcUrls.TOOL);
        var licence = text(card, "licence");
        var confidence = text(card, "confidence");
        return new ToolCard(
                domains.isEmpty() ? List.of(ToolDomain.AUTRE) : domains,
                codes(source, "program"),
                licence.isEmpty()
                        ? null
                        : Arrays.stream(Licence.values())
                                .filter(known -> known.code.equals(licence))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                source.getUrl() + ": licence " + licence)),
                text(card, "licenceWords"),
                text(card, "source"),
                confidence.isEmpty() ? null : Confidence.valueOf(confidence),
                text(card, "population"),
                text(card, "printed").equals("true"));
    }

    /// Whether only the result of a paper form may be kept.
    boolean resultOnly() {
        return licence == Licence.ACCORD || licence == Licence.RESERVE;
    }

    private static List<String> codes(Questionnaire source, String kind) {
        return source.getUseContext().stream()
                .filter(context ->
                        context.getCode().getCode().equals(kind)
                                && context.hasValueCodeableConcept())
                .map(context -> context.getValueCodeableConcept().getCodingFirstRep().getCode())
                .toList();
    }

    private static String text(@Nullable Extension card, String part) {
        var found = card == null ? null : card.getExtensionByUrl(part);
        return found == null ? "" : found.getValue().primitiveValue();
    }
}
