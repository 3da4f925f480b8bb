package fr.maillage.casefile.internal.succession;

import fr.maillage.access.Trail;
import fr.maillage.casefile.internal.succession.Succession.Kind;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of replacements. Not read-only: a list of persons leaves its line in the trail.
@Component
@Transactional
class SuccessionScreens {

    private static final int FOUND = 20;
    private static final int PAST = 100;
    private static final int SHOWN = 60;

    private final JdbcClient sql;
    private final Successions successions;
    private final Practitioners practitioners;
    private final Trail trail;
    private final Clock clock;

    SuccessionScreens(
            JdbcClient sql,
            Successions successions,
            Practitioners practitioners,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.successions = successions;
        this.practitioners = practitioners;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param typed a piece of a name, "" to search nobody
    SuccessionsPage all(String typed) {
        var found = typed.isEmpty() ? List.<SuccessionsPage.Candidate>of() : found(typed);
        return new SuccessionsPage(
                lines("s.ended_at is null order by s.since, s.id limit 500"),
                lines("s.ended_at is not null order by s.ended_at desc, s.id limit " + PAST),
                typed,
                found,
                typed.isEmpty() || !found.isEmpty() ? null : SuccessionText.NOBODY);
    }

    private List<SuccessionsPage.Line> lines(String which) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select s.id, s.name, s.by_name, s.kind, s.since, s.until, s.noted_by, s.begun_at, s.ended_at, s.ended_by,
                               (select count(distinct c.patient_id) from casefile.succession_line l join casefile.care_team c on c.network_id = l.network_id and c.id = l.line_id
                                 where l.network_id = s.network_id and l.succession_id = s.id) as persons
                          from casefile.succession s where
                        """
                                + which)
                .query((row, _) -> line(row, today))
                .list();
    }

    private static SuccessionsPage.Line line(ResultSet row, LocalDate today) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var begun = row.getTimestamp("begun_at") != null;
        var ended = row.getTimestamp("ended_at");
        var detail =
                new StringBuilder(kind.label())
                        .append(' ')
                        .append(
                                SuccessionText.dates(
                                        kind,
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class)))
                        .append(" · ")
                        .append(begun ? SuccessionText.persons(row.getInt("persons")) : "à venir")
                        .append(" · noté par ")
                        .append(row.getString("noted_by"));
        if (ended != null) {
            detail.append(" · terminé ").append(FrenchDates.relative(ended.toInstant(), today));
            if (row.getString("ended_by") != null)
                detail.append(" par ").append(row.getString("ended_by"));
        }
        return new SuccessionsPage.Line(
                row.getString("id"),
                row.getString("name"),
                row.getString("by_name"),
                detail.toString(),
                ended != null ? null : begun ? "Tout rendre" : "Abandonner");
    }

    private List<SuccessionsPage.Candidate> found(String typed) {
        return sql.sql(
                        """
                        select (array_agg(id order by since desc))[1] as line, min(name) as name, min(profession) as profession, count(distinct patient_id) as persons
                          from casefile.care_team
                         where kind = 'PROFESSIONNEL' and since <= :today and (until is null or until >= :today) and name ilike :typed
                         group by coalesce(rpps, lower(name)) order by min(name) collate "fr-x-icu" limit :n
                        """)
                .param("today", LocalDate.now(clock))
                .param("typed", "%" + typed.replaceAll("[%_\\\\]", " ") + "%")
                .param("n", FOUND)
                .query((row, _) ->
                        new SuccessionsPage.Candidate(
                                SuccessionController.HERE
                                        + "/nouveau?ligne="
                                        + row.getString("line"),
                                row.getString("name"),
                                (row.getString("profession") == null
                                                ? ""
                                                : row.getString("profession") + ", ")
                                        + SuccessionText.persons(row.getInt("persons"))))
                .list();
    }

    /// @param typed what was searched in the directory
    SuccessionPage one(UUID line, String typed, Sent form, FormErrors errors) {
        var replaced = successions.of(line);
        int[] total = {0};
        var ids = new ArrayList<UUID>();
        var persons =
                sql.sql(
                                """
                                select i.id, i.display_name, count(*) over () as total from patient.identity i
                                 where exists (select 1 from casefile.care_team c where c.network_id = i.network_id and c.patient_id = i.id and
                                """
                                        + Successions.LINES
                                        + ") order by i.display_name collate \"fr-x-icu\", i.id limit :shown")
                        .param("rpps", replaced.rpps(), java.sql.Types.VARCHAR)
                        .param("name", replaced.name())
                        .param("day", LocalDate.now(clock))
                        .param("shown", SHOWN)
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            ids.add(row.getObject("id", UUID.class));
                            return new SuccessionPage.Person(
                                    "/dossiers/" + row.getString("id"),
                                    row.getString("display_name"));
                        })
                        .list();
        trail.listed("REMPLACEMENT", ids);
        return new SuccessionPage(
                line.toString(),
                replaced.name(),
                replaced.profession() == null ? "" : replaced.profession(),
                persons,
                total[0],
                typed,
                typed.isEmpty() ? List.of() : known(line, typed),
                form,
                errors);
    }

    private List<SuccessionsPage.Candidate> known(UUID line, String typed) {
        return practitioners.near(typed, 8).stream()
                .map(p ->
                        new SuccessionsPage.Candidate(
                                SuccessionController.HERE
                                        + "/nouveau?ligne="
                                        + line
                                        + "&rpps="
                                        + p.rpps(),
                                p.displayName(),
                                p.professionLabel()
                                        + (p.communeName() == null ? "" : ", " + p.communeName())))
                .toList();
    }

    /// The form, filled from the directory when a number was chosen there.
    Sent start(@Nullable String rpps) {
        var today = LocalDate.now(clock).toString();
        return fr.maillage.kernel.Rpps.parse(rpps == null ? "" : rpps)
                .flatMap(practitioners::find)
                .map(p ->
                        Sent.with(
                                "kind", Kind.REMPLACANT.name(),
                                "since", today,
                                "byName", p.displayName(),
                                "byRpps", p.rpps(),
                                "byPhone", p.phone() == null ? "" : p.phone()))
                .orElse(Sent.with("kind", Kind.REMPLACANT.name(), "since", today));
    }
}
