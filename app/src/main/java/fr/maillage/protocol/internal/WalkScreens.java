package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.PatientId;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.protocol.internal.Walks.Read;
import fr.maillage.web.FormErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of algorithms walked for a person.
@Component
@Transactional(readOnly = true)
class WalkScreens {

    private final Walks walks;
    private final ProtocolRepository protocols;
    private final PlanDrafts drafts;
    private final CaseFiles files;

    WalkScreens(Walks walks, ProtocolRepository protocols, PlanDrafts drafts, CaseFiles files) {
        this.walks = walks;
        this.protocols = protocols;
        this.drafts = drafts;
        this.files = files;
    }

    static String href(PatientId patient) {
        return "/dossiers/" + patient + "/algorithmes";
    }

    /// Those that may be walked, what seems to concern the person first, and those that were.
    public WalksPage all(OpenFile file) {
        var patient = file.patient();
        var pathologies = drafts.latest(patient).map(Draft::pathologies).orElse(List.of());
        var theme = files.current(patient).map(CaseFiles.Support::themeCode).orElse(null);
        var choices = new ArrayList<WalksPage.Choice>();
        for (var version : protocols.published()) {
            var why = ApplyScreens.concerned(version.document(), pathologies, theme);
            var algorithms = new Algorithms(version.document());
            for (var root : algorithms.roots())
                choices.add(
                        new WalksPage.Choice(
                                version.protocol().toString(),
                                root.key(),
                                root.called(),
                                mark(version)
                                        + ", "
                                        + ProtocolText.questions(algorithms.reached(root).size()),
                                why,
                                ProtocolScreens.HOME
                                        + "/"
                                        + version.protocol()
                                        + "/algorithmes/"
                                        + root.key()));
        }
        choices.sort(Comparator.comparing(c -> c.why() == null));
        return new WalksPage(
                file.banner(),
                href(patient),
                choices,
                walks.of(patient).stream().map(WalkScreens::line).toList());
    }

    private static String mark(Version version) {
        return ProtocolText.mark(version.document().title(), version.number());
    }

    private static WalksPage.Line line(Read read) {
        var walk = read.walk();
        var at = walk.endedAt();
        return new WalksPage.Line(
                href(walk.patient()) + "/" + walk.id(),
                read.root().called(),
                mark(read.version())
                        + " · "
                        + (at == null || walk.endedBy() == null
                                ? ProtocolText.signed(walk.begunAt(), walk.begunBy())
                                : ProtocolText.signed(at, walk.endedBy())),
                walk.ended() ? "Conclu" : "En cours",
                walk.ended() ? "is-done" : "is-due",
                walk.ended() ? "circle-check" : "player-pause");
    }

    /// One of them, as it stands. Throws `NotFound`.
    public WalkPage walk(OpenFile file, UUID id, @Nullable String conflict, FormErrors errors) {
        var read = walks.get(file.patient(), id);
        var walk = read.walk();
        var path = read.path();
        var at = walk.endedAt();
        var by = walk.endedBy();
        return new WalkPage(
                file.banner(),
                href(file.patient()) + "/" + id,
                href(file.patient()),
                read.root().called(),
                mark(read.version())
                        + " · commencé "
                        + ProtocolText.signed(walk.begunAt(), walk.begunBy()),
                at == null || by == null ? null : ProtocolText.signed(at, by),
                Walks.serves(read.version()) ? null : ProtocolText.NEWER_SERVES,
                steps(read),
                walk.steps().size(),
                path.next().map(WalkScreens::question).orElse(null),
                path.advice(),
                path.lines().stream()
                        .flatMap(k -> read.algorithms().proposed(k).stream())
                        .map(read.algorithms()::words)
                        .toList(),
                "/dossiers/" + file.patient() + "/pps",
                plan(file.patient(), read),
                conflict,
                errors);
    }

    private static List<WalkPage.Step> steps(Read read) {
        var steps = new ArrayList<WalkPage.Step>();
        for (int k = 0; k < read.path().questions().size(); k++) {
            var step = read.walk().steps().get(k);
            steps.add(
                    new WalkPage.Step(
                            read.path().questions().get(k).title(),
                            read.path().answers().get(k).label(),
                            ProtocolText.signed(step.at(), step.by())));
        }
        return steps;
    }

    private static WalkPage.Question question(Decision d) {
        return new WalkPage.Question(
                d.key(),
                d.title(),
                d.help(),
                ProtocolReading.source(d.source()),
                d.answers().stream().map(Decision.Answer::label).toList());
    }

    private @Nullable String plan(PatientId patient, Read read) {
        if (!read.walk().ended() || read.path().lines().isEmpty()) return null;
        return drafts.inPreparation(patient)
                .filter(Draft::draft)
                .map(d ->
                        "/dossiers/"
                                + patient
                                + "/pps/"
                                + d.id()
                                + "/protocoles?p="
                                + read.version().protocol()
                                + "&algorithme="
                                + read.walk().id())
                .orElse(null);
    }
}
