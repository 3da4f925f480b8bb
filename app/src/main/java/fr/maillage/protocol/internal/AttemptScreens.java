package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.protocol.internal.ProtocolRepository.Status;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.protocol.internal.Suggestions.Judged;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tries the rules of a protocol on a person before it is published.
@Component
class AttemptScreens {

    private static final int PERSONS = 100;

    private final ProtocolRepository protocols;
    private final Suggestions suggestions;
    private final JdbcClient sql;
    private final Trail trail;

    AttemptScreens(
            ProtocolRepository protocols, Suggestions suggestions, JdbcClient sql, Trail trail) {
        this.protocols = protocols;
        this.suggestions = suggestions;
        this.sql = sql;
        this.trail = trail;
    }

    private record Somebody(UUID id, String name) {}

    /// The draft, else the version that serves, tried on a person; with nobody, the choice alone.
    /// Throws `NotFound` when it has no rule. The file was opened.
    @Transactional // not read-only: a list of persons leaves its line in the trail
    public AttemptPage page(UUID protocol, @Nullable OpenFile file) {
        var version =
                protocols.versions(protocol).stream()
                        .filter(v -> v.status() == Status.BROUILLON || v.status() == Status.PUBLIE)
                        .filter(v -> !v.document().rules().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new NotFound("règles", protocol));
        var persons = persons();
        var patient = file == null ? null : file.patient();
        var judged = Optional.ofNullable(patient).map(p -> suggestions.judge(p, List.of(version)));
        return new AttemptPage(
                ProtocolScreens.HOME + "/" + protocol,
                version.document().title(),
                SuggestionText.version(version.number(), version.status() == Status.BROUILLON),
                persons.stream().map(p -> person(p, patient)).toList(),
                file == null
                        ? null
                        : new AttemptPage.Person(
                                file.patient().toString(), file.banner().name(), true),
                judged.map(Judged::evaluated).orElse(false),
                judged.filter(Judged::evaluated).map(j -> lines(version, j)).orElse(List.of()));
    }

    private static AttemptPage.Person person(Somebody p, @Nullable PatientId patient) {
        return new AttemptPage.Person(
                p.id().toString(), p.name(), patient != null && p.id().equals(patient.value()));
    }

    /// Those whom who asks follows, then the others, by name.
    private List<Somebody> persons() {
        var persons =
                sql.sql(
                                """
                                select i.id, i.display_name as name
                                  from casefile.open_support s join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id
                                 where i.deceased_on is null and s.level >= 1
                                 group by i.id, i.display_name
                                 order by bool_or(s.coordinator_id = cast(:me as uuid)) desc nulls last, i.display_name collate "fr-x-icu", i.id limit :most
                                """)
                        .param("me", SignedIn.current().memberId(), java.sql.Types.OTHER)
                        .param("most", PERSONS)
                        .query((row, _) ->
                                new Somebody(
                                        row.getObject("id", UUID.class), row.getString("name")))
                        .list();
        trail.listed("essai de règles", persons.stream().map(Somebody::id).toList());
        return persons;
    }

    private static List<AttemptPage.Line> lines(Version version, Judged judged) {
        return version.document().rules().stream()
                .map(rule -> line(rule, version.document(), judged))
                .toList();
    }

    private static AttemptPage.Line line(Rule rule, Document document, Judged judged) {
        var reason = judged.reasons().stream().filter(r -> r.rule().equals(rule)).findFirst();
        var failing = judged.failing().contains(rule);
        return new AttemptPage.Line(
                rule.title(),
                rule.condition(),
                SuggestionText.applies(reason.isPresent(), failing),
                reason.isPresent() ? "is-done" : failing ? "is-late" : "",
                reason.isPresent() ? "circle-check" : failing ? "alert-triangle" : "circle",
                reason.map(r -> SuggestionText.facts(r.because())).orElse(""),
                ProtocolReading.proposed(rule, document));
    }
}
