package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the rules.
@Component
@Transactional(readOnly = true)
class RulesScreens {

    private final JdbcClient sql;
    private final SettingForms thresholds;
    private final Networks networks;
    private final Clock clock;

    RulesScreens(JdbcClient sql, SettingForms thresholds, Networks networks, Clock clock) {
        this.sql = sql;
        this.thresholds = thresholds;
        this.networks = networks;
        this.clock = clock;
    }

    private record Chosen(
            boolean active, @Nullable Integer weight, String goesTo, @Nullable String changed) {
        static final Chosen NOTHING = new Chosen(true, null, "REFERENT", null);
    }

    /// What the structure set, as its form shows it.
    Sent stored() {
        var values = new HashMap<>(thresholds.values());
        chosen(LocalDate.now(clock))
                .forEach((rule, c) -> {
                    values.put("active-" + rule, c.active() ? "oui" : "non");
                    values.put("weight-" + rule, c.weight() == null ? "" : c.weight().toString());
                    values.put("goes-" + rule, c.goesTo());
                });
        return Sent.of(values);
    }

    /// @param form what is shown in the fields
    RulesPage page(Sent form) {
        var today = LocalDate.now(clock);
        var chosen = chosen(today);
        var stored = thresholds.values();
        var team = networks.team(today);
        var groups = new LinkedHashMap<String, List<RulesPage.Rule>>();
        for (var rule : AlertRule.values())
            groups.computeIfAbsent(rule.family().label(), _ -> new ArrayList<>())
                    .add(
                            rule(
                                    rule,
                                    form,
                                    chosen.getOrDefault(rule.name(), Chosen.NOTHING),
                                    stored,
                                    team));
        return new RulesPage(
                form,
                groups.entrySet().stream()
                        .map(g -> new RulesPage.Group(g.getKey(), List.copyOf(g.getValue())))
                        .toList());
    }

    private RulesPage.Rule rule(
            AlertRule rule,
            Sent form,
            Chosen chosen,
            Map<String, String> stored,
            List<Networks.Member> team) {
        var typed = form.value("goes-" + rule.name());
        var goesTo = typed.isEmpty() ? chosen.goesTo() : typed;
        var setting = rule.threshold();
        return new RulesPage.Rule(
                rule.name(),
                rule.label(),
                rule.icon(),
                !form.value("active-" + rule.name()).equals("non"),
                rule.mayWait(),
                rule.weight(),
                Stream.concat(
                                AlertText.GOES_TO.entrySet().stream()
                                        .map(e ->
                                                new Choice(
                                                        e.getKey(),
                                                        e.getValue(),
                                                        e.getKey().equals(goesTo))),
                                team.stream()
                                        .map(m ->
                                                new Choice(
                                                        m.id().toString(),
                                                        m.name(),
                                                        m.id().toString().equals(goesTo))))
                        .toList(),
                setting == null ? null : setting.label() + " (" + setting.unit() + ")",
                setting == null ? null : AlertText.about(setting),
                setting == null ? List.of() : fields(setting, stored),
                chosen.changed());
    }

    private List<RulesPage.Field> fields(Setting setting, Map<String, String> stored) {
        var byDefault = Integer.toString(setting.byDefault());
        var name = setting.name();
        var every =
                new RulesPage.Field(
                        name, AlertText.ALL_LEVELS, byDefault, stored.containsKey(name));
        if (!thresholds.byLevel(setting)) return List.of(every);
        return Stream.concat(
                        Stream.of(every),
                        Stream.of(0, 1, 2, 3)
                                .map(level ->
                                        new RulesPage.Field(
                                                name + "-" + level,
                                                "Niveau\u00A0" + level,
                                                stored.getOrDefault(name, byDefault),
                                                stored.containsKey(name + "-" + level))))
                .toList();
    }

    private Map<String, Chosen> chosen(LocalDate today) {
        var found = new HashMap<String, Chosen>();
        var known = Arrays.stream(AlertRule.values()).map(AlertRule::name).toList();
        sql.sql(
                        "select rule, active, weight, goes_to, member_id, changed_at, changed_by from followup.rule_choice")
                .query(row -> {
                    var member = row.getObject("member_id", UUID.class);
                    if (known.contains(row.getString("rule")))
                        found.put(
                                row.getString("rule"),
                                new Chosen(
                                        row.getBoolean("active"),
                                        row.getObject("weight", Integer.class),
                                        member == null
                                                ? row.getString("goes_to")
                                                : member.toString(),
                                        "Modifié "
                                                + FrenchDates.relative(
                                                        row.getTimestamp("changed_at").toInstant(),
                                                        today)
                                                + " par "
                                                + row.getString("changed_by")));
                });
        return found;
    }
}
