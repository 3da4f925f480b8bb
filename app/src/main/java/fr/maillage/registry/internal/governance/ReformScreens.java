package fr.maillage.registry.internal.governance;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.governance.Bodies.Body;
import fr.maillage.registry.internal.governance.ReformPage.Consultation;
import fr.maillage.registry.internal.governance.ReformPage.Line;
import fr.maillage.registry.internal.governance.ReformPage.Signatory;
import fr.maillage.registry.internal.governance.ReformPage.State;
import fr.maillage.registry.internal.governance.ReformPage.Territory;
import fr.maillage.registry.internal.governance.Signatories.Signed;
import fr.maillage.registry.internal.sheet.GovernanceText;
import fr.maillage.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where each network of a region stands in the reform; who signed for each territory; whom the
/// reform consulted. Source: guide DGOS 2012, partie 1 §3 and fiche D4 §3.
@Component
@Transactional(readOnly = true)
class ReformScreens {

    private final JdbcClient sql;
    private final Territories territories;
    private final Bodies bodies;
    private final Clock clock;

    ReformScreens(JdbcClient sql, Territories territories, Bodies bodies, Clock clock) {
        this.sql = sql;
        this.territories = territories;
        this.bodies = bodies;
        this.clock = clock;
    }

    /// A network in the reform.
    ///
    /// @param outside of the guide's perimeter
    record Network(
            UUID id,
            String name,
            String type,
            boolean outside,
            Step step,
            @Nullable LocalDate reviewedOn,
            @Nullable Boolean efficient,
            @Nullable Boolean bearsSupport,
            @Nullable String outcome,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endsOn) {

        String criteria() {
            return said("efficience", efficient)
                    + (efficient == null || bearsSupport == null ? "" : ", ")
                    + said("appui", bearsSupport);
        }

        private static String said(String what, @Nullable Boolean met) {
            return met == null ? "" : what + (met ? " oui" : " non");
        }

        String contract() {
            return (signedOn == null ? "" : "signé le " + FrenchDates.date(signedOn))
                    + (endsOn == null ? "" : ", jusqu’au " + FrenchDates.date(endsOn));
        }

        String outcomeWords() {
            return outcome == null ? "" : GovernanceText.OUTCOMES.getOrDefault(outcome, outcome);
        }
    }

    /// @param kept name of a [Step]; anything else keeps all
    ReformPage page(String kept) {
        var all = networks();
        var inside = all.stream().filter(n -> !n.outside()).toList();
        var byStep =
                inside.stream()
                        .collect(Collectors.groupingBy(Network::step, Collectors.counting()));
        var step = Arrays.stream(Step.values()).filter(s -> s.name().equals(kept)).findFirst();
        var zones = zones();
        return new ReformPage(
                step.map(Step::name).orElse(""),
                Arrays.stream(Step.values())
                        .filter(s -> byStep.containsKey(s))
                        .map(s ->
                                new State(
                                        s.name(),
                                        BodyText.step(s),
                                        byStep.getOrDefault(s, 0L).intValue(),
                                        step.isPresent() && step.get() == s))
                        .toList(),
                inside.stream()
                        .filter(n -> step.isEmpty() || step.get() == n.step())
                        .map(ReformScreens::line)
                        .toList(),
                all.size() - inside.size(),
                consultations(),
                zones.stream().map(ReformScreens::territory).toList(),
                BodyText.signedFor(
                        (int)
                                zones.stream()
                                        .filter(z -> z.state() == Signatories.State.ONE)
                                        .count(),
                        zones.size()));
    }

    private static Line line(Network n) {
        return new Line(
                "/registre/" + n.id() + "?partie=histoire#reforme",
                n.name(),
                n.type(),
                BodyText.step(n.step()),
                n.step().css(),
                n.reviewedOn() == null ? "" : FrenchDates.date(n.reviewedOn()),
                n.criteria(),
                n.outcomeWords(),
                n.contract());
    }

    /// Open networks of the region, with those the guide leaves out; documents of another time are
    /// not.
    List<Network> networks() {
        var today = LocalDate.now(clock);
        return Scope.current()
                .bind(
                        sql.sql(
                                """
                                select s.id, s.name, coalesce(t.acronym, t.label) as type, coalesce(k.guide_type = 'REGIONAL_CANCER_PERINATALITE', false) as outside,
                                       r.review, r.reviewed_on, r.efficient, r.bears_support, r.outcome, r.contract, r.signed_on, r.ends_on
                                from registry.structure s join registry.structure_type t on t.code = s.type_code left join registry.reform r on r.structure_id = s.id
                                left join registry.classification k on k.structure_id = s.id
                                where (s.owner_id = any (:own) or s.region_code = any (:regions) or :all) and s.type_code in ('RESEAU','PLATEFORME','DAC') and s.provenance <> 'DOCUMENT'
                                  and coalesce(s.opened_on <= :today, true) and coalesce(s.closed_on >= :today, true)
                                order by s.name collate "fr-x-icu", s.id
                                """))
                .param("today", today)
                .query((row, _) -> network(row, today))
                .list();
    }

    private static Network network(ResultSet row, LocalDate today) throws SQLException {
        var ends = row.getObject("ends_on", LocalDate.class);
        return new Network(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getBoolean("outside"),
                Step.of(row.getString("review"), row.getString("contract"), ends, today),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("efficient", Boolean.class),
                row.getObject("bears_support", Boolean.class),
                row.getString("outcome"),
                row.getObject("signed_on", LocalDate.class),
                ends);
    }

    private List<Consultation> consultations() {
        var open =
                Scope.current()
                        .bind(
                                sql.sql(
                                        """
                                        select b.id, b.structure_id, s.name as of, s.region_code, b.kind, b.name, b.common from registry.body b join registry.structure s on s.id = b.structure_id
                                        where (s.owner_id = any (:own) or s.region_code = any (:regions) or :all) and b.kind = 'CONCERTATION' order by b.since desc nulls last, b.name, b.id limit 50
                                        """))
                        .query((row, _) ->
                                new Body(
                                        row.getObject("id", UUID.class),
                                        row.getObject("structure_id", UUID.class),
                                        row.getString("of"),
                                        row.getString("region_code"),
                                        row.getString("kind"),
                                        row.getString("name"),
                                        row.getBoolean("common")))
                        .list();
        return bodies.compare(open).stream()
                .map(c ->
                        new Consultation(
                                "/registre/" + c.body().structure() + "/instance/" + c.body().id(),
                                c.body().name(),
                                c.body().structureName(),
                                c.checks()))
                .toList();
    }

    private List<Signatories.Territory> zones() {
        var today = LocalDate.now(clock);
        var who = SignedIn.current();
        var signed = signed(today);
        var scope = Scope.current();
        return territories.regions().stream()
                .map(Territories.Region::code)
                .filter(code -> scope.all() || who.regions().contains(code))
                .flatMap(code -> Signatories.of(territories.tree(code, today), signed).stream())
                .toList();
    }

    /// Structures whose contract runs that day.
    private List<Signed> signed(LocalDate today) {
        return sql.sql(
                        """
                        select s.id, s.name, s.any_theme, r.ends_on,
                               (select count(distinct h.theme_code) from registry.structure_theme h where h.structure_id = s.id and h.since <= :today and coalesce(h.until >= :today, true)) as themes,
                               array(select coalesce(a.zone_code, a.commune_code) from registry.declared_area a where a.structure_id = s.id and a.status = 'COUVERT'
                                       and a.since <= :today and coalesce(a.until >= :today, true)) as areas
                        from registry.reform r join registry.structure s on s.id = r.structure_id
                        where r.contract = 'SIGNE' and r.signed_on <= :today and coalesce(r.ends_on >= :today, true) and s.level is distinct from 'REGIONAL'
                          and coalesce(s.closed_on >= :today, true)
                        order by s.name collate "fr-x-icu", s.id
                        """)
                .param("today", today)
                .query((row, _) ->
                        new Signed(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getInt("themes"),
                                row.getBoolean("any_theme"),
                                row.getObject("ends_on", LocalDate.class),
                                Set.copyOf(
                                        Arrays.asList(
                                                (String[]) row.getArray("areas").getArray()))))
                .list();
    }

    private static Territory territory(Signatories.Territory t) {
        return new Territory(
                t.zone().label(),
                t.above() == null ? "" : t.above().label(),
                switch (t.state()) {
                    case NONE -> BodyText.NO_SIGNATORY;
                    case ONE -> BodyText.ONE;
                    case ONE_THEME -> BodyText.ONE_THEME;
                    case SEVERAL -> BodyText.SEVERAL;
                },
                t.state().css(),
                t.signatories().stream()
                        .map(s ->
                                new Signatory(
                                        "/registre/" + s.id() + "?partie=histoire#reforme",
                                        s.name(),
                                        BodyText.signed(s.themes(), s.everyTheme(), s.ends())))
                        .toList());
    }
}
