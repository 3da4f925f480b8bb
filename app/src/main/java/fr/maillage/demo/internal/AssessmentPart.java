package fr.maillage.demo.internal;

import fr.maillage.assessment.Scoring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Evaluations and the problems they found.
final class AssessmentPart extends LifePart {

    private final Set<String> open = new HashSet<>(); // codes of problems that are not set aside

    AssessmentPart(Life life) {
        super(life);
    }

    /// AGGIR, completed, with every problem it suggests set aside but the loss of autonomy.
    void aggir(LocalDate on, Aggir profile) {
        var at = at(on);
        var response = id(at);
        var age = java.time.Period.between(who.born(), on).getYears();
        keep(
                "aggir",
                response,
                on,
                at,
                life.evaluations.aggir(profile, age, response, id, coordinator.account(), at),
                Map.of("perte-autonomie", profile.gir() <= 2 ? "SEVERE" : "MODEREE"));
    }

    /// The multidimensional evaluation, completed.
    ///
    /// @param retained codes of the suggested problems that the team retained, and how severe; the
    ///   others were set aside, or still wait when the evaluation is of these days
    void multidimensional(LocalDate on, Situation situation, Map<String, String> retained) {
        var at = at(on);
        var response = id(at);
        keep(
                "evaluation-multidimensionnelle",
                response,
                on,
                at,
                life.evaluations.multidimensional(
                        situation.answers(), response, id, coordinator.account(), at),
                retained);
    }

    /// A tool of the library, completed; what it suggests was already known.
    ///
    /// @param answers as [Evaluations#answers]
    /// @return the evaluation
    UUID tool(LocalDate on, String code, String answers) {
        var at = at(on);
        var response = id(at);
        keep(
                code,
                response,
                on,
                at,
                life.evaluations.tool(
                        code,
                        Evaluations.answers(answers),
                        response,
                        id,
                        coordinator.account(),
                        at));
        return response;
    }

    /// The result of a paper form, for a tool whose questions are not ours.
    void result(LocalDate on, String code, String total, String informant) {
        tool(
                on,
                code,
                "%s=%s %s.date=%s %s.evaluateur=%s %s.informateur=%s %s.reference=classeur_papier,_armoire_2"
                        .formatted(
                                code.equals("mini-zarit") ? "mini-zarit.total" : code + ".score",
                                total,
                                code,
                                on,
                                code,
                                coordinator.name().replace(' ', '_'),
                                code,
                                informant,
                                code));
    }

    /// A retinal screening and what follows it.
    ///
    /// @param due when the step is due, null when nothing follows
    /// @param seen when an ophthalmologist saw the person, null while the step waits
    void screening(
            LocalDate on,
            String answers,
            @Nullable String step,
            @Nullable String title,
            @Nullable LocalDate due,
            int noShows,
            @Nullable LocalDate seen) {
        var screening = tool(on, "depistage-retinopathie", answers);
        if (step == null || title == null || due == null) return;
        var task = id(at(on));
        copy.add(
                Into.TASK,
                network,
                task,
                id,
                "TACHE",
                title,
                null,
                null,
                due,
                null,
                coordinator.id(),
                null,
                at(on),
                coordinator.name(),
                seen == null ? null : at(seen),
                seen == null ? null : coordinator.name(),
                seen == null ? null : "Vue par l’ophtalmologiste, retour au droit commun");
        copy.add(
                Into.SCREENING_STEP,
                network,
                screening,
                step,
                task,
                noShows,
                seen == null ? null : "DROIT_COMMUN",
                seen,
                seen == null ? null : "Dr Yves CARLIER");
    }

    private void keep(
            String code,
            UUID response,
            LocalDate on,
            Instant at,
            Scoring.Scored scored,
            Map<String, String> retained) {
        keep(code, response, on, at, scored);
        for (var finding : scored.findings()) found(response, on, at, finding, retained);
    }

    private void keep(String code, UUID response, LocalDate on, Instant at, Scoring.Scored scored) {
        keep(
                copy,
                new Kept(network, id, code, response, on, at),
                coordinator.account(),
                coordinator.name(),
                scored);
        line(at, "EVALUATION", scored.words(), null, "/evaluations/" + response, true);
    }

    /// Which evaluation, whose and when.
    record Kept(UUID network, UUID patient, String code, UUID response, LocalDate on, Instant at) {}

    /// Writes an evaluation and its scores, without its line of life.
    static void keep(
            Copy copy, Kept kept, @Nullable UUID account, String author, Scoring.Scored scored) {
        var setting = scored.setting();
        copy.add(
                Into.RESPONSE,
                kept.network(),
                kept.response(),
                kept.patient(),
                scored.url(),
                scored.version(),
                kept.code(),
                scored.title(),
                "TERMINEE",
                kept.on(),
                setting == null ? "DOMICILE" : setting,
                setting == null ? List.of("PERSONNE", "FAMILLE") : scored.participants(),
                json(scored.answers()),
                scored.response(),
                account,
                author,
                kept.at(),
                kept.at());
        int rank = 0;
        for (var score : scored.scores())
            copy.add(
                    Into.SCORE,
                    kept.network(),
                    kept.response(),
                    kept.patient(),
                    score.code(),
                    score.label(),
                    score.value(),
                    score.classLabel(),
                    score.severity(),
                    kept.on(),
                    rank++,
                    score.shown(),
                    score.state(),
                    score.cutOff(),
                    score.meaning(),
                    score.reason());
    }

    private void found(
            UUID response,
            LocalDate on,
            Instant at,
            Scoring.Finding finding,
            Map<String, String> retained) {
        if (open.contains(finding.code())) return;
        var severity = retained.get(finding.code());
        var waits = severity == null && on.isAfter(today.minusDays(15));
        if (severity != null || waits) open.add(finding.code());
        problem(
                id(at),
                finding.code(),
                finding.label(),
                finding.domain(),
                severity,
                severity != null ? "RETENU" : waits ? "PROPOSE" : "ECARTE",
                finding.because(),
                finding.source(),
                finding.urgent(),
                response,
                on,
                severity != null || waits ? null : "Déjà pris en compte",
                waits ? null : on);
    }

    private static String json(Map<String, List<String>> answers) {
        return answers.entrySet().stream()
                .map(a ->
                        quoted(a.getKey())
                                + a.getValue().stream()
                                        .map(AssessmentPart::quoted)
                                        .collect(Collectors.joining(",", ":[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// A problem seen otherwise than by a questionnaire, retained.
    void problem(
            String label,
            String domain,
            @Nullable String severity,
            LocalDate since,
            @Nullable String because) {
        problem(
                id(at(since)),
                null,
                label,
                domain,
                severity,
                "RETENU",
                because,
                null,
                false,
                null,
                since,
                null,
                since);
    }

    private void problem(
            UUID made,
            @Nullable String code,
            String label,
            String domain,
            @Nullable String severity,
            String status,
            @Nullable String because,
            @Nullable String source,
            boolean urgent,
            @Nullable UUID response,
            LocalDate since,
            @Nullable String decision,
            @Nullable LocalDate decidedOn) {
        copy.add(
                Into.PROBLEM,
                network,
                made,
                id,
                code,
                label,
                domain,
                severity,
                status,
                because,
                source,
                urgent,
                response,
                since,
                null,
                code == null ? coordinator.name() : "Maillage",
                decision,
                decidedOn,
                decidedOn == null ? null : coordinator.name());
    }
}
