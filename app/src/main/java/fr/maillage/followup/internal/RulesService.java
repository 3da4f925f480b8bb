package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.followup.AlertRule;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What the structure decides of the rules: on or off, weight, whom they go to, thresholds.
@Service
@Transactional
class RulesService {

    private static final int HEAVIEST = 300;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final SettingForms thresholds;
    private final Networks networks;
    private final Clock clock;

    RulesService(
            JdbcClient sql,
            JsonMapper json,
            SettingForms thresholds,
            Networks networks,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.thresholds = thresholds;
        this.networks = networks;
        this.clock = clock;
    }

    /// A rule as chosen, as PostgreSQL reads it.
    private record Line(
            String rule,
            boolean active,
            @Nullable Integer weight,
            String goes_to,
            @Nullable UUID member_id) {}

    /// Fields `active-RULE` (`non` turns it off), `weight-RULE`, `goes-RULE` (REFERENT, EQUIPE or a
    /// member), and the thresholds. The next sweep looks at everybody.
    void save(Sent form) {
        var team = networks.team(LocalDate.now(clock)).stream().map(Networks.Member::id).toList();
        var lines = Arrays.stream(AlertRule.values()).map(r -> line(r, form, team)).toList();
        thresholds.save(form, Setting.OF_ALERTS);
        sql.sql(
                        """
                        insert into followup.rule_choice as c (rule, active, weight, goes_to, member_id, changed_at, changed_by)
                        select l.rule, l.active, l.weight, l.goes_to, l.member_id, :now, :by
                          from jsonb_to_recordset(cast(:lines as jsonb)) as l(rule text, active boolean, weight int, goes_to text, member_id uuid)
                         where not (l.active and l.weight is null and l.goes_to = 'REFERENT')
                            or exists (select 1 from followup.rule_choice o where o.rule = l.rule)
                        on conflict (network_id, rule) do update
                          set active = excluded.active, weight = excluded.weight, goes_to = excluded.goes_to, member_id = excluded.member_id,
                              changed_at = excluded.changed_at, changed_by = excluded.changed_by
                          where (c.active, c.weight, c.goes_to, c.member_id) is distinct from (excluded.active, excluded.weight, excluded.goes_to, excluded.member_id)
                        """)
                .param("lines", json.writeValueAsString(lines))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
    }

    private static Line line(AlertRule rule, Sent form, List<UUID> team) {
        var field = "goes-" + rule.name();
        var member = form.id(field);
        var goesTo = form.text(field).isEmpty() ? "REFERENT" : form.text(field);
        if (member.isPresent()
                ? !team.contains(member.get())
                : !AlertText.GOES_TO.containsKey(goesTo)) form.errors().add(field, WebText.CHOICE);
        return new Line(
                rule.name(),
                !rule.mayWait() || !form.value("active-" + rule.name()).equals("non"),
                form.number("weight-" + rule.name(), 0, HEAVIEST),
                member.isPresent() ? "MEMBRE" : goesTo,
                member.orElse(null));
    }
}
