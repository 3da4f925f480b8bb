package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.network.Networks;
import fr.maillage.protocol.internal.ApplyPage.Alerting;
import fr.maillage.protocol.internal.ApplyPage.Watches;
import fr.maillage.protocol.internal.ApplyPage.Worded;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Watch;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says, before protocols are applied, which of their monitoring constraints will become alerts by
/// themselves, of what, after how long and for whom, and which stay words that the team sees to.
@Component
class WatchPreview {

    private final JdbcClient sql;
    private final Networks networks;

    WatchPreview(JdbcClient sql, Networks networks) {
        this.sql = sql;
        this.networks = networks;
    }

    /// @param ticked where the lines come from that would be taken as the page stands
    Watches of(Draft plan, List<Version> chosen, Collection<Origin> ticked) {
        var there =
                Stream.concat(
                                plan.acts().stream().flatMap(a -> a.origins().stream()),
                                ticked.stream())
                        .map(Merge::id)
                        .collect(Collectors.toSet());
        var alerting = new ArrayList<Alerting>();
        var worded = new ArrayList<Worded>();
        for (var version : chosen)
            for (var watch : version.document().watches())
                if (watch.alerts()) alerting.add(alerting(version, watch, there));
                else worded.add(worded(version, watch));
        return new Watches(alerting.isEmpty() ? "" : told(), alerting, worded);
    }

    private static Alerting alerting(Version version, Watch watch, Set<String> there) {
        var watched =
                watch.acts().stream().filter(k -> there.contains(Merge.id(version, k))).toList();
        return new Alerting(
                watch.title(),
                version.document().title(),
                ProtocolText.silence(
                        titles(version.document(), watched.isEmpty() ? watch.acts() : watched),
                        Objects.requireNonNull(watch.days())),
                watch.severity().label(),
                watch.severity().tone(),
                !watched.isEmpty());
    }

    private static List<String> titles(Document document, List<String> keys) {
        return keys.stream()
                .flatMap(k -> document.line(Kind.ACT, k).map(Line::title).stream())
                .toList();
    }

    private static Worded worded(Version version, Watch watch) {
        return new Worded(
                watch.title(),
                version.document().title(),
                watch.trigger(),
                watch.severity().label(),
                watch.acts().isEmpty() ? ProtocolText.NO_ACT_TIED : ProtocolText.NO_DAYS_SAID);
    }

    private record Chosen(boolean active, String goesTo, @Nullable UUID member) {}

    private String told() {
        var chosen =
                sql.sql(
                                "select active, goes_to, member_id from followup.rule_chosen where rule = 'SURVEILLANCE'")
                        .query((row, _) ->
                                new Chosen(
                                        row.getBoolean("active"),
                                        row.getString("goes_to"),
                                        row.getObject("member_id", UUID.class)))
                        .optional()
                        .orElse(new Chosen(true, "REFERENT", null));
        if (!chosen.active()) return ProtocolText.RULE_OFF;
        var member = chosen.member();
        return ProtocolText.told(
                member != null
                        ? networks.member(member).name()
                        : chosen.goesTo().equals("EQUIPE")
                                ? "toute l’équipe"
                                : "le référent de la personne");
    }
}
