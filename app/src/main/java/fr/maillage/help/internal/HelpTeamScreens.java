package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.help.internal.Given.Result;
import fr.maillage.help.internal.HelpTeamPage.Family;
import fr.maillage.help.internal.HelpTeamPage.Kind;
import fr.maillage.help.internal.HelpTeamPage.Line;
import fr.maillage.help.internal.HelpTeamPage.Psychologist;
import fr.maillage.help.internal.HelpTeamPage.Theme;
import fr.maillage.help.internal.HelpTeamPage.Waiting;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Helps of the structure, counted over a year; the names behind a count for those who read health
/// content.
@Component
@Transactional
class HelpTeamScreens {

    static final String HOME = "/appuis";

    private static final int SHOWN = 200;
    private static final int YEARS = 4;

    /// Days after which an aid of the plan that nobody asked for, or answered, is told: «
    /// proposition Maillage ».
    private static final int AID_DAYS = 30;

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    HelpTeamScreens(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param family whose helps are listed; null for none
    /// @param year as typed; this one when it is none of the last four
    public HelpTeamPage page(HelpKind.@Nullable Family family, int year) {
        var today = LocalDate.now(clock);
        var asked =
                year > today.getYear() - YEARS && year <= today.getYear() ? year : today.getYear();
        var names = SignedIn.current().role().clinical();
        var psychologists = psychologists(asked);
        var lines = names && family != null ? lines(family, asked) : List.<LineRow>of();
        var waiting = names ? waiting(today) : List.<WaitingRow>of();
        trail.listed(
                "APPUIS",
                Stream.concat(
                                lines.stream().map(LineRow::patientId),
                                waiting.stream().map(WaitingRow::patientId))
                        .distinct()
                        .toList());
        return new HelpTeamPage(
                asked,
                IntStream.range(0, YEARS).mapToObj(k -> today.getYear() - k).toList(),
                names,
                families(asked),
                themes(asked),
                psychologists.stream()
                        .map(p ->
                                new Psychologist(
                                        p.name(),
                                        p.persons(),
                                        p.relatives(),
                                        p.sessions(),
                                        new Money(p.amount()).formatted()))
                        .toList(),
                psychologists.stream()
                        .map(p -> new Money(p.amount()))
                        .reduce(Money.ZERO, Money::plus)
                        .formatted(),
                family == null ? null : family.label,
                lines.stream().map(r -> line(r, today)).toList(),
                waiting.stream().map(r -> waiting(r, today)).toList(),
                HelpText.SOURCE_FAMILIES);
    }

    private record KindRow(
            String kind, int helps, int persons, int obtained, int waiting, int refused) {}

    private List<Family> families(int year) {
        // a person helped by two kinds of one family is one person of the family
        var byKind =
                sql
                        .sql(
                                """
                                select kind, count(*)::int as helps, count(distinct patient_id)::int as persons, count(*) filter (where result = 'OBTENU')::int as obtained,
                                       count(*) filter (where result = 'EN_ATTENTE')::int as waiting, count(*) filter (where result = 'NON_OBTENU')::int as refused
                                  from help.given where on_date between :from and :to group by kind
                                """)
                        .param("from", LocalDate.of(year, 1, 1))
                        .param("to", LocalDate.of(year, 12, 31))
                        .query(DataClassRowMapper.newInstance(KindRow.class))
                        .stream()
                        .collect(Collectors.toMap(KindRow::kind, Function.identity()));
        var persons = personsByFamily(year);
        var families = new ArrayList<Family>();
        for (var family : HelpKind.Family.values()) {
            var kinds =
                    Arrays.stream(HelpKind.values())
                            .filter(k -> k.family == family && byKind.containsKey(k.name()))
                            .toList();
            if (kinds.isEmpty()) continue;
            var rows = kinds.stream().map(k -> row(byKind, k)).toList();
            families.add(
                    new Family(
                            family.label,
                            HOME + "?famille=" + family.name() + "&annee=" + year + "#liste",
                            rows.stream().mapToInt(Kind::helps).sum(),
                            persons.getOrDefault(family, 0),
                            rows));
        }
        return families;
    }

    private static Kind row(Map<String, KindRow> rows, HelpKind kind) {
        var row = rows.get(kind.name());
        if (row == null) throw new IllegalStateException("no row of " + kind);
        return new Kind(
                kind.label,
                row.helps(),
                row.persons(),
                row.obtained(),
                row.waiting(),
                row.refused());
    }

    private Map<HelpKind.Family, Integer> personsByFamily(int year) {
        return sql
                .sql(
                        """
                        select f.family, count(distinct g.patient_id)::int as persons
                          from unnest(cast(:kinds as text[]), cast(:families as text[])) as f (kind, family)
                          join help.given g on g.kind = f.kind and g.on_date between :from and :to
                         group by f.family
                        """)
                .param(
                        "kinds",
                        Arrays.stream(HelpKind.values()).map(Enum::name).toArray(String[]::new))
                .param(
                        "families",
                        Arrays.stream(HelpKind.values())
                                .map(k -> k.family.name())
                                .toArray(String[]::new))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, _) ->
                        Map.entry(
                                HelpKind.Family.valueOf(row.getString("family")),
                                row.getInt("persons")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record ThemeRow(String label, int helps, int persons, int relatives, int told) {}

    private List<Theme> themes(int year) {
        return sql
                .sql(
                        """
                        select t.label, count(*)::int as helps, count(distinct g.patient_id)::int as persons, count(*) filter (where g.for_whom = 'PROCHE')::int as relatives,
                               count(*) filter (where g.doctor in ('INFORME', 'A_INFORMER'))::int as told
                          from help.given g
                          join lateral (select s.theme_code from casefile.any_support s
                                         where s.network_id = g.network_id and s.patient_id = g.patient_id and s.opened_on <= g.on_date
                                         order by s.opened_on desc, s.id limit 1) s on true
                          join network.theme t on t.code = s.theme_code
                         where g.on_date between :from and :to group by t.code, t.label, t.rank order by count(*) desc, t.rank
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(DataClassRowMapper.newInstance(ThemeRow.class))
                .stream()
                .map(r ->
                        new Theme(
                                r.label(),
                                r.helps(),
                                r.persons(),
                                r.relatives(),
                                r.told() + " sur " + r.helps()))
                .toList();
    }

    private record PsychologistRow(
            String name, int persons, int relatives, int sessions, BigDecimal amount) {}

    private List<PsychologistRow> psychologists(int year) {
        return sql.sql(
                        """
                        select c.psychologist as name, count(distinct c.id) filter (where c.for_whom = 'PERSONNE')::int as persons,
                               count(distinct c.id) filter (where c.for_whom = 'PROCHE')::int as relatives, count(*)::int as sessions, sum(s.amount) as amount
                          from help.session s join help.psychology c on c.network_id = s.network_id and c.id = s.course_id
                         where s.state = 'FAITE' and s.on_date between :from and :to
                         group by c.ref, c.psychologist order by count(*) desc, c.psychologist
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(DataClassRowMapper.newInstance(PsychologistRow.class))
                .list();
    }

    private record LineRow(
            UUID patientId,
            String name,
            String kind,
            LocalDate onDate,
            String result,
            @Nullable String partner) {}

    private List<LineRow> lines(HelpKind.Family family, int year) {
        return sql.sql(
                        """
                        select g.patient_id, p.display_name as name, g.kind, g.on_date, g.result, g.partner
                          from help.given g join patient.identity p on p.network_id = g.network_id and p.id = g.patient_id
                         where g.kind = any (:kinds) and g.on_date between :from and :to order by g.on_date desc, g.id desc limit :most
                        """)
                .param(
                        "kinds",
                        Arrays.stream(HelpKind.values())
                                .filter(k -> k.family == family)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("most", SHOWN)
                .query(DataClassRowMapper.newInstance(LineRow.class))
                .list();
    }

    private static Line line(LineRow row, LocalDate today) {
        var result = Result.valueOf(row.result());
        return new Line(
                row.name(),
                "/dossiers/" + new PatientId(row.patientId()) + "/appuis",
                HelpKind.valueOf(row.kind()).label,
                FrenchDates.shortDay(row.onDate(), today),
                result.label,
                result.tone,
                result.icon,
                row.partner());
    }

    private record WaitingRow(
            UUID patientId, String name, String what, String kind, LocalDate dueOn) {}

    private List<WaitingRow> waiting(LocalDate today) {
        return sql.sql(
                        """
                        select x.patient_id, p.display_name as name, x.what, x.kind, x.due_on from (
                          select network_id, patient_id, 'AIDE' as what, kind, review_on as due_on from help.given where review_on <= cast(:today as date) + 7 and ended_on is null
                          union all
                          select a.network_id, a.patient_id, 'APPUI', i.item, a.due_on from help.asked a
                            join help.asked_item i on i.network_id = a.network_id and i.asked_id = a.id and i.conclusion is null
                          union all
                          select network_id, patient_id, 'SOIN', actor_name, due_on from help.renewal where state = 'EN_ATTENTE'
                          union all
                          select network_id, patient_id, 'PLAN', title || case state when 'DEMANDE' then ', demandée' else ', à demander' end, since + :days from careplan.aid_standing
                           where state in ('A_DEMANDER', 'DEMANDE') and since + :days <= cast(:today as date)) x
                          join patient.identity p on p.network_id = x.network_id and p.id = x.patient_id
                         order by x.due_on, p.display_name collate "fr-x-icu", x.what limit :most
                        """)
                .param("today", today)
                .param("days", AID_DAYS)
                .param("most", SHOWN)
                .query(DataClassRowMapper.newInstance(WaitingRow.class))
                .list();
    }

    private static Waiting waiting(WaitingRow row, LocalDate today) {
        var late = row.dueOn().isBefore(today);
        var file = "/dossiers/" + new PatientId(row.patientId());
        return new Waiting(
                row.name(),
                file
                        + switch (row.what()) {
                            case "SOIN" -> "/reevaluations";
                            case "PLAN" -> "/pps#partie-3";
                            default -> "/appuis";
                        },
                switch (row.what()) {
                    case "AIDE" -> "À revoir\u00A0: " + HelpKind.valueOf(row.kind()).label;
                    case "APPUI" ->
                            "Demandé par le médecin\u00A0: " + Asked.Item.valueOf(row.kind()).label;
                    case "PLAN" -> "Aide du plan sans suite\u00A0: " + row.kind();
                    default -> "Réévaluation attendue de " + row.kind();
                },
                FrenchDates.date(row.dueOn()),
                late ? "is-late" : "is-due",
                late ? "alert-circle" : "clock");
    }
}
