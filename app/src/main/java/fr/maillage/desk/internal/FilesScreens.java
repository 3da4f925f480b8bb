package fr.maillage.desk.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of files.
@Component
@Transactional(readOnly = true)
class FilesScreens {

    /// Persons on one page of the list.
    static final int PAGE = 200;

    private final JdbcClient sql;
    private final Clock clock;
    private final Networks networks;

    FilesScreens(JdbcClient sql, Clock clock, Networks networks) {
        this.sql = sql;
        this.clock = clock;
        this.networks = networks;
    }

    FilesPage list(FilesFilter asked, int page) {
        var who = SignedIn.current();
        var clinical = who.role().clinical();
        // a theme tells what somebody suffers from: not a filter for those who see names and status
        // only
        var filter =
                clinical
                        ? asked
                        : new FilesFilter(
                                asked.who(),
                                asked.status(),
                                asked.level(),
                                null,
                                asked.commune(),
                                asked.doctor());
        var today = LocalDate.now(clock);
        var themes =
                networks.allThemes().stream()
                        .collect(Collectors.toMap(Networks.Theme::code, Networks.Theme::label));
        var rows = rows(filter, page, who.memberId());
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return new FilesPage(
                tiles(filter, who.memberId()),
                chips(filter, themes, today),
                total,
                total == 0
                        ? "Aucune personne"
                        : total == 1 ? "1 personne" : Typography.number(total) + " personnes",
                clinical,
                filters(filter, today, clinical, who.memberId() != null),
                rows.stream().map(row -> line(row, themes, today)).toList(),
                page > 1 ? filter.page(page - 1) : null,
                (long) page * PAGE < total ? filter.page(page + 1) : null,
                total <= PAGE ? "" : ((page - 1) * PAGE + 1) + " à " + Math.min(page * PAGE, total),
                SignedIn.current().role() != Role.SECRETARY);
    }

    /// Persons of the filter, by name, one page of them; each row carries how many there are in
    /// all.
    private List<Row> rows(FilesFilter filter, int page, @Nullable UUID myself) {
        return sql.sql(
                        """
                        with last_support as (
                          select distinct on (s.network_id, s.patient_id) s.network_id, s.patient_id, s.status, s.level, s.theme_code, s.coordinator_id
                          from casefile.any_support s order by s.network_id, s.patient_id, s.closed_on desc nulls first, s.opened_on desc, s.id desc),
                        kept as (
                          select p.network_id, p.id, p.display_name, p.birth_date, p.deceased_on, p.commune_name, p.mt_state, p.mt_name,
                                 s.status, s.level, s.theme_code, s.coordinator_id, count(*) over () as total
                          from patient.identity p left join last_support s on s.network_id = p.network_id and s.patient_id = p.id
                          where coalesce(s.status, 'AUCUN') = any (cast(:statuses as text[]))
                            and (cast(:coordinator as uuid) is null or s.coordinator_id = :coordinator
                                 or exists (select 1 from casefile.referent r where r.network_id = p.network_id and r.patient_id = p.id and r.coordinator_id = :coordinator))
                            and (cast(:level as int) is null or s.level = :level)
                            and (cast(:theme as text) is null or s.theme_code = :theme)
                            and (cast(:commune as text) is null or p.commune_code = :commune)
                            and (cardinality(cast(:doctors as text[])) = 0 or p.mt_state = any (cast(:doctors as text[])))
                          order by p.display_name collate "fr-x-icu", p.id limit :limit offset :offset)
                        select k.*, m.given_name || ' ' || upper(m.family_name) as coordinator, c.number, c.opinion,
                               exists (select 1 from careplan.pending_pps d where d.network_id = k.network_id and d.patient_id = k.id) as pending,
                               l.at as last_contact,
                               (select count(*) from followup.open_alert a where a.network_id = k.network_id and a.patient_id = k.id and a.status = 'OUVERTE') as alerts
                        from kept k
                             left join network.team_member m on m.network_id = k.network_id and m.id = k.coordinator_id
                             left join careplan.current_pps c on c.network_id = k.network_id and c.patient_id = k.id
                             left join followup.last_contact l on l.network_id = k.network_id and l.patient_id = k.id
                        order by k.display_name collate "fr-x-icu", k.id
                        """)
                .param("statuses", filter.statuses().toArray(String[]::new))
                .param("coordinator", filter.coordinator(myself))
                .param("level", filter.level())
                .param("theme", filter.theme())
                .param("commune", filter.commune())
                .param("doctors", filter.doctorStates().toArray(String[]::new))
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("total"),
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("deceased_on", LocalDate.class),
                row.getString("commune_name"),
                row.getString("mt_state"),
                row.getString("mt_name"),
                row.getString("status"),
                row.getObject("level", Integer.class),
                row.getString("theme_code"),
                row.getString("coordinator"),
                row.getObject("number", Integer.class),
                row.getString("opinion"),
                row.getBoolean("pending"),
                row.getTimestamp("last_contact"),
                row.getInt("alerts"));
    }

    private record Row(
            int total,
            UUID id,
            String name,
            @Nullable LocalDate birth,
            @Nullable LocalDate deceased,
            @Nullable String commune,
            String mtState,
            @Nullable String mtName,
            @Nullable String status,
            @Nullable Integer level,
            @Nullable String theme,
            @Nullable String coordinator,
            @Nullable Integer plan,
            @Nullable String opinion,
            boolean pending,
            @Nullable Timestamp lastContact,
            int alerts) {}

    private static FilesPage.Line line(Row row, Map<String, String> themes, LocalDate today) {
        var theme = row.theme();
        var contact = row.lastContact();
        return new FilesPage.Line(
                row.id().toString(),
                row.name().strip(),
                FilesText.age(row.birth(), row.deceased(), today),
                Objects.requireNonNullElse(row.commune(), ""),
                FilesText.situation(row.status(), row.level(), row.deceased()),
                theme == null ? "" : themes.getOrDefault(theme, theme),
                Objects.requireNonNullElse(row.coordinator(), ""),
                FilesText.doctor(row.mtState(), row.mtName()),
                row.mtState().equals("A_DECLARER") || row.mtState().equals("A_RECHERCHER"),
                FilesText.plan(row.plan(), row.opinion(), row.pending()),
                contact == null ? "aucun" : FrenchDates.relative(contact.toInstant(), today),
                FilesText.alerts(row.alerts()));
    }

    private List<FilesPage.Tile> tiles(FilesFilter filter, @Nullable UUID myself) {
        return sql.sql(
                        """
                        select count(*) filter (where exists (select 1 from casefile.referent r where r.network_id = s.network_id and r.patient_id = s.patient_id and r.coordinator_id = :myself)) as mine, count(*) as everybody,
                               count(*) filter (where p.mt_state in ('A_DECLARER', 'A_RECHERCHER')) as without_doctor,
                               count(*) filter (where s.status = 'ACTIF') as active, count(*) filter (where s.status = 'VEILLE') as watched
                        from casefile.open_support s join patient.identity p on p.network_id = s.network_id and p.id = s.patient_id
                        """)
                .param("myself", myself)
                .query((row, _) -> {
                    var tiles = new ArrayList<FilesPage.Tile>();
                    if (myself != null && row.getInt("mine") > 0) {
                        tiles.add(
                                tile(
                                        filter,
                                        new FilesFilter("mes", "cours", null, null, null, null),
                                        "user",
                                        "",
                                        row.getInt("mine"),
                                        "à moi"));
                    }
                    tiles.add(
                            tile(
                                    filter,
                                    new FilesFilter("tous", "cours", null, null, null, null),
                                    "users",
                                    "",
                                    row.getInt("everybody"),
                                    "suivies, veille comprise"));
                    tiles.add(
                            tile(
                                    filter,
                                    new FilesFilter("tous", "ACTIF", null, null, null, null),
                                    "route",
                                    "",
                                    row.getInt("active"),
                                    "situations en cours"));
                    tiles.add(
                            tile(
                                    filter,
                                    new FilesFilter("tous", "VEILLE", null, null, null, null),
                                    "eye",
                                    "",
                                    row.getInt("watched"),
                                    "en veille"));
                    tiles.add(
                            tile(
                                    filter,
                                    new FilesFilter("tous", "cours", null, null, null, "sans"),
                                    "stethoscope",
                                    "is-due",
                                    row.getInt("without_doctor"),
                                    "sans médecin traitant"));
                    return tiles;
                })
                .single();
    }

    private static FilesPage.Tile tile(
            FilesFilter current,
            FilesFilter to,
            String icon,
            String tone,
            int count,
            String label) {
        return new FilesPage.Tile(to.without(""), icon, tone, count, label, current.equals(to));
    }

    private List<FilesPage.Chip> chips(
            FilesFilter filter, Map<String, String> themes, LocalDate today) {
        var chips = new ArrayList<FilesPage.Chip>();
        if (filter.who().equals("mes")) {
            chips.add(new FilesPage.Chip("que je suis", filter.without("qui")));
        } else if (!filter.who().equals("tous")) {
            var name =
                    networks.team(today).stream()
                            .filter(m -> m.id().toString().equals(filter.who()))
                            .map(Networks.Member::name)
                            .findFirst();
            chips.add(
                    new FilesPage.Chip(
                            "suivies par " + name.orElse("un membre parti"),
                            filter.without("qui")));
        }
        if (!filter.status().equals("cours"))
            chips.add(
                    new FilesPage.Chip(
                            FilesText.statusFilter(filter.status()), filter.without("statut")));
        var level = filter.level();
        if (level != null)
            chips.add(new FilesPage.Chip("de niveau " + level, filter.without("niveau")));
        var theme = filter.theme();
        if (theme != null)
            chips.add(
                    new FilesPage.Chip(
                            "en "
                                    + themes.getOrDefault(theme, theme)
                                            .toLowerCase(java.util.Locale.FRENCH),
                            filter.without("theme")));
        var commune = filter.commune();
        if (commune != null) {
            var name =
                    communes().stream()
                            .filter(c -> c.code().equals(commune))
                            .map(Choice::label)
                            .findFirst()
                            .orElse("la commune " + commune);
            chips.add(new FilesPage.Chip("à " + name, filter.without("commune")));
        }
        var doctor = filter.doctor();
        if (doctor != null)
            chips.add(new FilesPage.Chip(FilesText.mtFilter(doctor), filter.without("mt")));
        return chips;
    }

    private FilesPage.Filters filters(
            FilesFilter filter, LocalDate today, boolean clinical, boolean mine) {
        var who = new ArrayList<FilesPage.Option>();
        who.add(option("tous", "toutes", filter.who()));
        if (mine) who.add(option("mes", "que je suis", filter.who()));
        networks.coordinators(today)
                .forEach(m ->
                        who.add(
                                option(
                                        m.id().toString(),
                                        "suivies par " + m.name(),
                                        filter.who())));
        return new FilesPage.Filters(
                who,
                options(
                        List.of("cours", "ACTIF", "VEILLE", "CLOS", "AUCUN"),
                        FilesText::statusFilter,
                        filter.status(),
                        false),
                options(
                        IntStream.rangeClosed(0, 3).mapToObj(Integer::toString).toList(),
                        code -> FilesText.level(Integer.parseInt(code)),
                        filter.level() == null ? "" : String.valueOf(filter.level()),
                        true),
                !clinical
                        ? List.of()
                        : choices(
                                networks.themes(today).stream()
                                        .map(t -> new Choice(t.code(), t.label()))
                                        .toList(),
                                filter.theme()),
                choices(communes(), filter.commune()),
                options(
                        List.of(
                                "sans",
                                "DECLARE",
                                "A_DECLARER",
                                "A_RECHERCHER",
                                "NE_PARTICIPE_PAS"),
                        FilesText::mtFilter,
                        filter.doctor(),
                        true));
    }

    private static List<FilesPage.Option> options(
            List<String> codes,
            Function<String, String> label,
            @Nullable String selected,
            boolean any) {
        var options = new ArrayList<FilesPage.Option>();
        if (any)
            options.add(
                    new FilesPage.Option(
                            "", "indifférent", selected == null || selected.isEmpty()));
        codes.forEach(code -> options.add(option(code, label.apply(code), selected)));
        return options;
    }

    private static List<FilesPage.Option> choices(List<Choice> choices, @Nullable String selected) {
        var labels =
                choices.stream()
                        .collect(Collectors.toMap(Choice::code, Choice::label, (a, _) -> a));
        return options(
                choices.stream().map(Choice::code).toList(),
                code -> Objects.requireNonNullElse(labels.get(code), code),
                selected,
                true);
    }

    private static FilesPage.Option option(String code, String label, @Nullable String selected) {
        return new FilesPage.Option(code, label, code.equals(selected));
    }

    private List<Choice> communes() {
        return sql.sql(
                        """
                        select c.code, c.label from (
                          select distinct p.commune_code as code, p.commune_name as label
                          from casefile.any_support s join patient.identity p on p.network_id = s.network_id and p.id = s.patient_id
                          where p.commune_code is not null and p.commune_name is not null) c
                        order by c.label collate "fr-x-icu", c.code
                        """)
                .query((row, _) -> new Choice(row.getString("code"), row.getString("label")))
                .list();
    }
}
