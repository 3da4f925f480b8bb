package fr.maillage.demo.internal;

import static java.util.Objects.requireNonNull;

import fr.maillage.assessment.Scoring;
import fr.maillage.assessment.Scoring.Filed;
import fr.maillage.assessment.Scoring.Scored;
import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Evaluations as the engine of the application scores them. The crowd shares six profiles of
/// AGGIR, each computed once by the engine; only the age, the person, the author and the date are
/// then put in their place, so that a thousand responses cost no more than six.
final class Evaluations {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(2, 2);
    private static final UUID AUTHOR = new UUID(3, 3);
    private static final int AGE = 60;

    private final Scoring scoring;
    private final Map<Aggir, Scored> profiles = new EnumMap<>(Aggir.class);
    private final Map<String, Scored> written = new HashMap<>();

    /// Throws `IllegalStateException` when the engine does not find the group that a profile says.
    Evaluations(Scoring scoring) {
        this.scoring = scoring;
        for (var profile : Aggir.values()) {
            var scored =
                    scoring.score(
                            "aggir",
                            profile.answers(AGE),
                            new Filed(ID, new PatientId(PATIENT), AUTHOR, Instant.EPOCH));
            var gir = requireNonNull(scored.scores().getFirst().value()).intValue();
            if (gir != profile.gir() || !scored.missing().isEmpty())
                throw new IllegalStateException(profile + " gives GIR " + gir);
            profiles.put(profile, scored);
        }
    }

    /// AGGIR of somebody of 60 or more.
    Scored aggir(Aggir profile, int age, UUID id, UUID patient, UUID author, Instant at) {
        if (age < AGE) throw new IllegalArgumentException("AGGIR is for people of 60 and over");
        var scored = requireNonNull(profiles.get(profile));
        var answers = new LinkedHashMap<>(scored.answers());
        answers.put("contexte.age", List.of(String.valueOf(age)));
        var response =
                scored.response()
                        .replace(ID.toString(), id.toString())
                        .replace(PATIENT.toString(), patient.toString())
                        .replace(AUTHOR.toString(), author.toString());
        var question = response.indexOf("\"contexte.age\"");
        var value = response.indexOf("\"valueInteger\":" + AGE, question);
        if (question < 0 || value < 0) throw new IllegalStateException("no age in the response");
        response =
                response.substring(0, value)
                        + "\"valueInteger\":"
                        + age
                        + response.substring(value + 15 + String.valueOf(AGE).length());
        return with(scored, Collections.unmodifiableMap(answers), authored(response, at));
    }

    /// The multidimensional evaluation. Throws `IllegalStateException` when a required answer is
    /// missing: the story is not complete.
    Scored multidimensional(
            Map<String, List<String>> answers, UUID id, UUID patient, UUID author, Instant at) {
        var scored =
                scoring.score(
                        "evaluation-multidimensionnelle",
                        answers,
                        new Filed(id, new PatientId(patient), author, at));
        if (!scored.missing().isEmpty())
            throw new IllegalStateException("answers are missing: " + scored.missing());
        return with(scored, scored.answers(), authored(scored.response(), at));
    }

    /// Any other tool, complete or not. Throws `IllegalStateException` when an answer cannot be
    /// read.
    Scored tool(
            String code,
            Map<String, List<String>> answers,
            UUID id,
            UUID patient,
            UUID author,
            Instant at) {
        var scored =
                scoring.score(code, answers, new Filed(id, new PatientId(patient), author, at));
        return with(scored, scored.answers(), authored(scored.response(), at));
    }

    /// A tool answered in the same words by many: computed once, then put under each one's name.
    /// Throws `IllegalStateException` when a required answer is missing.
    ///
    /// @param answers as [#answers]
    Scored shared(String code, String answers, UUID id, UUID patient, UUID author, Instant at) {
        var scored =
                written.computeIfAbsent(
                        code + " " + answers,
                        _ ->
                                scoring.score(
                                        code,
                                        answers(answers),
                                        new Filed(
                                                ID,
                                                new PatientId(PATIENT),
                                                AUTHOR,
                                                Instant.EPOCH)));
        if (!scored.missing().isEmpty())
            throw new IllegalStateException(code + " lacks " + scored.missing());
        return with(
                scored,
                scored.answers(),
                authored(
                        scored.response()
                                .replace(ID.toString(), id.toString())
                                .replace(PATIENT.toString(), patient.toString())
                                .replace(AUTHOR.toString(), author.toString()),
                        at));
    }

    /// By a questionnaire of the structure, given as the file it came by.
    Scored own(
            String definition,
            Map<String, List<String>> answers,
            UUID id,
            UUID patient,
            UUID author,
            Instant at) {
        var scored =
                scoring.scoreBy(
                        definition, answers, new Filed(id, new PatientId(patient), author, at));
        return with(scored, scored.answers(), authored(scored.response(), at));
    }

    /// Answers as stories write them: `linkId=value`, apart by spaces, `_` for a space inside a
    /// value, `|` between several.
    static Map<String, List<String>> answers(String written) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var one : written.split(" ")) {
            var sign = one.indexOf('=');
            given.put(
                    one.substring(0, sign),
                    List.of(one.substring(sign + 1).replace('_', ' ').split("\\|")));
        }
        return given;
    }

    /// The date of the response in Paris's time, whatever the zone of the machine.
    private static String authored(String response, Instant at) {
        var key = "\"authored\":\"";
        var from = response.indexOf(key) + key.length();
        return response.substring(0, from)
                + at.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(Loader.PARIS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                + response.substring(response.indexOf('"', from));
    }

    private static Scored with(Scored scored, Map<String, List<String>> answers, String response) {
        return new Scored(
                scored.url(),
                scored.version(),
                scored.title(),
                scored.words(),
                scored.setting(),
                scored.participants(),
                answers,
                response,
                scored.missing(),
                scored.scores(),
                scored.findings());
    }
}
