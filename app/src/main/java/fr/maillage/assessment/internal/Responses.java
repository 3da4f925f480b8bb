package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/// Answers as a FHIR QuestionnaireResponse and back: nothing that was typed is lost on the way.
final class Responses {

    private final FhirContext context;
    private final Function<String, Definition> definitions;

    /// @param definitions the exact version by canonical; throws for an unknown one
    Responses(FhirContext context, Function<String, Definition> definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    /// The answers of a filed or draft response, as `evaluate` takes them: hidden and unreadable
    /// ones included.
    Map<String, List<String>> answersOf(String response) {
        var read = context.newJsonParser().parseResource(QuestionnaireResponse.class, response);
        return answersOf(read, definitions.apply(read.getQuestionnaire()));
    }

    /// As [#answersOf(String)], of a response that was read, as this definition understands it.
    static Map<String, List<String>> answersOf(QuestionnaireResponse read, Definition definition) {
        var answers = new LinkedHashMap<String, List<String>>();
        absence(Absence.WHOLE, read.getExtension(), answers);
        read.getItem().forEach(item -> collect(definition, item, answers));
        for (var kept : read.getExtensionsByUrl(SdcUrls.KEPT_ANSWER)) {
            var linkId = kept.getExtensionByUrl("linkId").getValue().primitiveValue();
            answers.put(
                    linkId,
                    kept.getExtensionsByUrl("value").stream()
                            .map(value -> value.getValue().primitiveValue())
                            .toList());
        }
        return answers;
    }

    /// The response of an evaluation with its status, its author and its date, as JSON to keep. A
    /// completed response keeps no leftovers: throws `IllegalStateException` while an answer cannot
    /// be read.
    String filed(Evaluation evaluation, QuestionnaireEngine.Filing filing) {
        var response =
                context.newJsonParser()
                        .parseResource(QuestionnaireResponse.class, evaluation.response());
        response.setId(filing.id());
        response.setStatus(filing.status());
        response.setAuthored(Date.from(filing.authored()));
        if (filing.subject() != null) response.setSubject(new Reference(filing.subject()));
        if (filing.author() != null) response.setAuthor(new Reference(filing.author()));
        if (filing.status() != QuestionnaireResponseStatus.INPROGRESS) {
            if (!evaluation.errors().isEmpty())
                throw new IllegalStateException(
                        "an answer cannot be read: the response stays in progress");
            response.getExtension()
                    .removeIf(extension -> SdcUrls.KEPT_ANSWER.equals(extension.getUrl()));
        }
        return context.newJsonParser().encodeResourceToString(response);
    }

    /// The response as it is kept: no empty items, and beside them what was typed and is no answer.
    String json(QuestionnaireResponse response, AnswerReader.Read read, Set<String> hidden) {
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.getItem().removeIf(Responses::isEmpty);
        response.addExtension(
                new Extension(SdcUrls.ENGINE_VERSION, new StringType(QuestionnaireEngine.VERSION)));
        read.typed()
                .forEach((item, values) -> {
                    if (hidden.contains(item.linkId))
                        keep(
                                response,
                                item.linkId,
                                values.stream().map(AnswerReader::posted).toList(),
                                "hidden");
                });
        read.unreadable().forEach((linkId, values) -> keep(response, linkId, values, "unreadable"));
        read.unknown().forEach((linkId, values) -> keep(response, linkId, values, "unknown"));
        return context.newJsonParser().encodeResourceToString(response);
    }

    private static boolean isEmpty(QuestionnaireResponseItemComponent item) {
        item.getItem().removeIf(Responses::isEmpty);
        for (var answer : item.getAnswer()) answer.getItem().removeIf(Responses::isEmpty);
        return item.getAnswer().isEmpty() && item.getItem().isEmpty() && !item.hasExtension();
    }

    private static void keep(
            QuestionnaireResponse response, String linkId, List<String> values, String why) {
        var kept = new Extension(SdcUrls.KEPT_ANSWER);
        kept.addExtension(new Extension("linkId", new StringType(linkId)));
        kept.addExtension(new Extension("why", new CodeType(why)));
        for (var value : values) kept.addExtension(new Extension("value", new StringType(value)));
        response.addExtension(kept);
    }

    private static void collect(
            Definition definition,
            QuestionnaireResponseItemComponent source,
            Map<String, List<String>> answers) {
        source.getItem().forEach(item -> collect(definition, item, answers));
        for (var answer : source.getAnswer())
            answer.getItem().forEach(item -> collect(definition, item, answers));
        absence(source.getLinkId(), source.getExtension(), answers);
        var item = definition.items.get(source.getLinkId());
        if (item == null || !item.isQuestion() || !source.hasAnswer()) return;
        answers.put(
                item.linkId,
                source.getAnswer().stream()
                        .map(answer -> AnswerReader.posted(answer.getValue()))
                        .toList());
    }

    private static void absence(
            String linkId, List<Extension> extensions, Map<String, List<String>> answers) {
        for (var extension : extensions) {
            if (!SdcUrls.NOT_ASSESSED.equals(extension.getUrl())) continue;
            var reason = extension.getExtensionByUrl("reason");
            var words = extension.getExtensionByUrl("words");
            if (reason != null)
                answers.put(linkId + Absence.REASON, List.of(reason.getValue().primitiveValue()));
            if (words != null)
                answers.put(linkId + Absence.WORDS, List.of(words.getValue().primitiveValue()));
        }
    }

    /// What the form shows: the reading where there is one, the text typed where there is none.
    static Map<String, List<String>> shown(AnswerReader.Read read) {
        var shown = new LinkedHashMap<String, List<String>>();
        read.typed()
                .forEach((item, values) ->
                        shown.put(item.linkId, values.stream().map(AnswerReader::posted).toList()));
        read.absent().forEach((linkId, why) -> why.posted(linkId, shown));
        shown.putAll(read.unreadable());
        shown.putAll(read.unknown());
        return Collections.unmodifiableMap(shown);
    }
}
