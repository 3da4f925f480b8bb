package fr.maillage.desk.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PersonName;
import fr.maillage.patient.Patients.Near;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The results of a search.
@Component
@Transactional(readOnly = true)
class SearchScreens {

    private final JdbcClient sql;
    private final Clock clock;

    SearchScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Those near what was `typed`, with where each stands: the name first, then the living, those
    /// I follow, those the structure follows, and closed files last; among equals the higher level.
    /// At most `limit`.
    List<SearchPage.Found> found(String typed, List<Near> near, int limit) {
        if (near.isEmpty()) return List.of();
        var today = LocalDate.now(clock);
        var myself = SignedIn.current().memberId();
        var words = Set.copyOf(List.of(PersonName.searchKey(typed).split(" ")));
        var situations =
                sql
                        .sql(
                                """
                                select p.id, p.sex, p.birth_name, s.status, s.level, s.coordinator_id, m.given_name || ' ' || upper(m.family_name) as coordinator
                                from patient.identity p
                                     left join lateral (select a.status, a.level, a.coordinator_id, a.network_id from casefile.any_support a
                                                         where a.network_id = p.network_id and a.patient_id = p.id
                                                         order by a.closed_on desc nulls first, a.opened_on desc, a.id desc limit 1) s on true
                                     left join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                                where p.id = any (:ids)
                                """)
                        .param("ids", near.stream().map(n -> n.id().value()).toArray(UUID[]::new))
                        .query((row, _) ->
                                new Situation(
                                        row.getObject("id", UUID.class),
                                        row.getString("sex"),
                                        row.getString("birth_name"),
                                        row.getString("status"),
                                        row.getObject("level", Integer.class),
                                        row.getObject("coordinator_id", UUID.class),
                                        row.getString("coordinator")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Situation::patient, Function.identity()));
        return near.stream()
                .flatMap(n ->
                        Stream.ofNullable(situations.get(n.id().value()))
                                .map(at ->
                                        new Ranked(
                                                n, at, bornAs(n, at, words), at.rank(n, myself))))
                .sorted(
                        Comparator.comparingDouble((Ranked r) -> -r.near().likeness())
                                .thenComparing(r -> r.bornAs() != null)
                                .thenComparingInt(Ranked::rank)
                                // between two of mine, the one who is looked for more often
                                .thenComparingInt(
                                        r -> -Objects.requireNonNullElse(r.at().level(), -1))
                                .thenComparing(r -> PersonName.searchKey(r.near().displayName()))
                                .thenComparing(r -> r.near().id().value()))
                .limit(limit)
                .map(r -> r.found(today))
                .toList();
    }

    /// The birth name, when it explains why somebody is found: it bears a word that was typed, or
    /// the beginning of it, which no word shown does.
    private static @Nullable String bornAs(Near near, Situation at, Set<String> typed) {
        var shown = List.of(PersonName.searchKey(near.displayName()).split(" "));
        var born = List.of(PersonName.searchKey(at.birthName()).split(" "));
        return typed.stream()
                        .filter(word -> !word.isEmpty())
                        .anyMatch(word ->
                                born.stream().anyMatch(w -> w.startsWith(word))
                                        && shown.stream().noneMatch(w -> w.startsWith(word)))
                ? FilesText.bornAs(at.sex(), at.birthName())
                : near.formerly() == null ? null : FilesText.formerly(near.formerly());
    }

    private record Situation(
            UUID patient,
            String sex,
            String birthName,
            @Nullable String status,
            @Nullable Integer level,
            @Nullable UUID coordinatorId,
            @Nullable String coordinator) {

        int rank(Near near, @Nullable UUID myself) {
            if (near.deceasedOn() != null) return 5;
            if (status == null) return 3;
            return switch (status) {
                case "ACTIF" -> coordinatorId != null && coordinatorId.equals(myself) ? 0 : 1;
                case "VEILLE" -> 2;
                default -> 4;
            };
        }
    }

    private record Ranked(Near near, Situation at, @Nullable String bornAs, int rank) {

        SearchPage.Found found(LocalDate today) {
            var who =
                    FilesText.ageAndPlace(
                            near.birthDate(), near.deceasedOn(), near.communeName(), today);
            return new SearchPage.Found(
                    near.id().toString(),
                    near.displayName(),
                    bornAs == null ? who : bornAs + ", " + who,
                    near.birthDate() == null
                            ? "date de naissance inconnue"
                            : FrenchDates.numeric(near.birthDate()),
                    FilesText.situation(at.status(), at.level(), near.deceasedOn()),
                    at.coordinator() == null ? "" : at.coordinator());
        }
    }
}
