package fr.maillage.network.internal.opening;

import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.network.Openings;
import fr.maillage.network.internal.opening.OpeningPage.Choice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator opens structures on the running installation and sees who is there: names, never
/// what they hold.
@Service
class StructureOpenings {

    static final String HERE = "/reglages/structures";

    private final JdbcClient sql;
    private final SqlOpenings openings;
    private final Networks networks;
    private final TeamAccounts accounts;

    StructureOpenings(
            JdbcClient sql, SqlOpenings openings, Networks networks, TeamAccounts accounts) {
        this.accounts = accounts;
        this.sql = sql;
        this.openings = openings;
        this.networks = networks;
    }

    /// @param errors of a form that was refused
    @Transactional(readOnly = true)
    public OpeningPage page(Sent form, FormErrors errors) {
        var unclaimed = accounts.unclaimed();
        return new OpeningPage(
                sql.sql(
                                """
                                select n.id, n.name, n.kind, z.label as region, n.created_at from network.network n left join territory.zone z on z.code = n.region_code
                                 order by n.name collate "fr-x-icu", n.id limit 1000
                                """)
                        .query((row, _) ->
                                new OpeningPage.Row(
                                        row.getString("name"),
                                        OpeningText.KINDS.getOrDefault(row.getString("kind"), ""),
                                        Objects.requireNonNullElse(row.getString("region"), ""),
                                        FrenchDates.date(
                                                LocalDate.ofInstant(
                                                        row.getTimestamp("created_at").toInstant(),
                                                        FrenchDates.PARIS)),
                                        access(row.getObject("id", UUID.class), unclaimed)))
                        .list(),
                OpeningText.KINDS.entrySet().stream()
                        .map(e -> new Choice(e.getKey(), e.getValue()))
                        .toList(),
                regions(),
                themes(),
                form,
                errors);
    }

    private static @Nullable String access(UUID id, Map<UUID, UUID> unclaimed) {
        return unclaimed.containsKey(id) ? HERE + "/" + id + "/acces" : null;
    }

    private List<Choice> regions() {
        return sql.sql(
                        """
                        select z.code, z.label from territory.division d join territory.zone z on z.code = d.region_code where d.main order by z.label collate "fr-x-icu", z.code
                        """)
                .query((row, _) -> new Choice(row.getString("code"), row.getString("label")))
                .list();
    }

    private List<Choice> themes() {
        return networks.allThemes().stream().map(t -> new Choice(t.code(), t.label())).toList();
    }

    /// Opens what the form says. Refused, all at once.
    OpeningPage.Opened open(Sent form) {
        var errors = form.errors();
        var name = form.text("name");
        if (name.length() < 3 || name.length() > 120) errors.add("name", OpeningText.NAME);
        else if (openings.taken(name)) errors.add("name", OpeningText.NAME_TAKEN);
        var shortName = form.text("shortName");
        if (shortName.length() < 3 || shortName.length() > 40)
            errors.add("shortName", OpeningText.SHORT);
        var kind = form.choice("kind", OpeningText.KINDS.keySet());
        var region = form.text("region");
        if (regions().stream().noneMatch(r -> r.code().equals(region)))
            errors.add("region", OpeningText.REGION);
        var phone = form.phone("phone");
        if (phone == null) errors.add("phone", OpeningText.PHONE);
        var known = themes().stream().map(Choice::code).toList();
        var themes = form.all("themes").stream().filter(known::contains).toList();
        if (themes.isEmpty()) errors.add("themes", OpeningText.THEMES);
        var given = form.text("given", 100);
        var family = form.text("family", 100);
        if (given.isEmpty() || family.isEmpty()) errors.add("family", OpeningText.HEAD);
        var login = form.text("login");
        if (!TeamAccounts.isLogin(login)) errors.add("login", OpeningText.LOGIN);
        FormRefused.unless(errors);
        var head =
                openings.open(
                                new Openings.NewStructure(
                                        name,
                                        shortName,
                                        kind,
                                        region,
                                        Objects.requireNonNull(phone),
                                        themes,
                                        login,
                                        given,
                                        family))
                        .head();
        return new OpeningPage.Opened(
                OpeningText.opened(name), OpeningText.NEXT, head.login(), head.password());
    }

    /// A new password for the head of a structure nobody entered yet: the first one was lost. Once
    /// a head chose theirs, who runs the installation has no hand in it any more.
    @Transactional
    public OpeningPage.Opened again(UUID structure) {
        var head = accounts.unclaimed().get(structure);
        if (head == null) throw FormRefused.because("name", OpeningText.CLAIMED);
        var network = new NetworkId(structure);
        var given = accounts.renew(head, network);
        return new OpeningPage.Opened(
                OpeningText.again(networks.get(network).name()),
                OpeningText.NEXT,
                given.login(),
                given.password());
    }
}
