package fr.maillage.offer.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Needs nobody answers: the list of the structure, that of a person, and their forms.
@Component
@Transactional // not read-only: a list that leads to persons leaves its line in the trail
class NeedScreens {

    /// State of every need, in an address.
    static final String ALL = "TOUS";

    private static final int PAGE = 30;

    private final JdbcClient sql;
    private final NamedCommunes communes;
    private final OfferScreens offers;
    private final Trail trail;

    NeedScreens(JdbcClient sql, NamedCommunes communes, OfferScreens offers, Trail trail) {
        this.sql = sql;
        this.communes = communes;
        this.offers = offers;
        this.trail = trail;
    }

    /// What is looked at: codes alone, so that it may stand in an address; "" for all.
    record Filter(String need, String state, String zone) {

        /// The list it leaves, at a page from 1.
        String href(int page) {
            return "/besoins-non-couverts?besoin="
                    + URLEncoder.encode(need, StandardCharsets.UTF_8)
                    + "&etat="
                    + URLEncoder.encode(state.isEmpty() ? ALL : state, StandardCharsets.UTF_8)
                    + "&zone="
                    + URLEncoder.encode(zone, StandardCharsets.UTF_8)
                    + "&page="
                    + page;
        }
    }

    private record Row(
            UUID id,
            String need,
            String label,
            String communeCode,
            String communeName,
            LocalDate since,
            @Nullable UUID patientId,
            @Nullable String words,
            @Nullable String instead,
            String state,
            @Nullable LocalDate endedOn,
            @Nullable String endedWords,
            String notedName,
            int version) {}

    private static final String ROWS =
            """
            select u.id, u.need, coalesce(n.label, u.need) as label, u.commune_code, u.commune_name, u.since, u.patient_id, u.words, u.instead, u.state, u.ended_on, u.ended_words,
                   u.noted_name, u.version
            """;

    private static final String FROM =
            " from offer.unmet_need u left join directory.need n on n.code = u.need left join territory.commune c on c.code = u.commune_code ";

    private static final String FILTERED =
            """
            where (cast(:need as text) is null or u.need = :need) and (cast(:state as text) is null or u.state = :state)
              and (cast(:zone as text) is null or c.zone_code = :zone)
            """;

    /// A page of the list.
    ///
    /// @param asked from 1
    NeedsPage page(Filter filter, int asked) {
        return page(filter, asked, null, Shown.none());
    }

    /// The whole list with the form of one need come back, which stands first.
    NeedsPage again(UUID need, Shown shown) {
        return page(new Filter("", "", ""), 1, need, shown);
    }

    private NeedsPage page(Filter filter, int asked, @Nullable UUID first, Shown shown) {
        var counts = counts(filter);
        var total = counts.stream().mapToInt(NeedsPage.Count::all).sum();
        var page = Math.clamp(asked, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var rows =
                in(
                                filter,
                                ROWS
                                        + FROM
                                        + FILTERED
                                        + """
                                        order by u.id is not distinct from cast(:first as uuid) desc, u.state <> 'OUVERT', u.since desc, u.id limit :limit offset :offset
                                        """)
                        .param("first", first, Types.OTHER)
                        .param("limit", PAGE)
                        .param("offset", (page - 1) * PAGE)
                        .query(DataClassRowMapper.newInstance(Row.class))
                        .list();
        trail.listed(
                "BESOINS NON COUVERTS",
                rows.stream()
                        .filter(r -> told(r, true))
                        .flatMap(r -> Stream.ofNullable(r.patientId()))
                        .distinct()
                        .toList());
        var needs = new ArrayList<Group>();
        needs.add(all("Tous les besoins", filter.need().isEmpty()));
        needs.addAll(offers.needs(filter.need()));
        return new NeedsPage(
                total,
                needs,
                List.of(
                        new Option(ALL, "Tous", filter.state().isEmpty()),
                        state("OUVERT", filter),
                        state("COUVERT", filter),
                        state("ABANDONNE", filter)),
                zones(filter.zone()),
                rows.stream().map(r -> line(r, shown, true)).toList(),
                page == 1 ? null : filter.href(page - 1),
                page * PAGE >= total ? null : filter.href(page + 1),
                counts,
                OfferText.SOURCE);
    }

    private StatementSpec in(Filter filter, String statement) {
        return sql.sql(statement)
                .param("need", orNull(filter.need()), Types.VARCHAR)
                .param("state", orNull(filter.state()), Types.VARCHAR)
                .param("zone", orNull(filter.zone()), Types.VARCHAR);
    }

    /// Of all that the filters leave, whatever the page shows.
    private List<NeedsPage.Count> counts(Filter filter) {
        return in(
                        filter,
                        """
                        select coalesce(n.label, u.need) as need, count(*) filter (where u.state = 'OUVERT')::int as open, count(*) filter (where u.state = 'COUVERT')::int as met,
                               count(*) filter (where u.state = 'ABANDONNE')::int as given, count(*)::int as "all"
                        """
                                + FROM
                                + FILTERED
                                + " group by 1 order by count(*) desc, coalesce(n.label, u.need) collate \"fr-x-icu\"")
                .query(DataClassRowMapper.newInstance(NeedsPage.Count.class))
                .list();
    }

    /// Those of a person, latest first.
    List<NeedsPage.Line> of(PatientId patient, Shown shown) {
        return sql
                .sql(
                        ROWS
                                + FROM
                                + " where u.patient_id = :patient order by u.state <> 'OUVERT', u.since desc, u.id")
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Row.class))
                .stream()
                .map(r -> line(r, shown, false))
                .toList();
    }

    private static Option state(String code, Filter filter) {
        return new Option(code, OfferText.state(code), code.equals(filter.state()));
    }

    private static Group all(String words, boolean chosen) {
        return new Group("", List.of(new Option("", words, chosen)));
    }

    private List<Group> zones(String chosen) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (var z : communes.zones())
            groups.computeIfAbsent(z.territory(), _ -> new ArrayList<>())
                    .add(new Option(z.code(), z.label(), z.code().equals(chosen)));
        var zones = new ArrayList<Group>();
        zones.add(all("Toutes les zones", chosen.isEmpty()));
        groups.forEach((territory, options) -> zones.add(new Group(territory, options)));
        return zones;
    }

    /// What is written about a person is for those who may read of their health: in a list of
    /// several (`link`), the others see neither the words nor the way to the file.
    private static boolean told(Row row, boolean link) {
        return row.patientId() == null || !link || SignedIn.current().role().clinical();
    }

    private NeedsPage.Line line(Row row, Shown shown, boolean link) {
        var open = row.state().equals("OUVERT");
        var patient = row.patientId();
        var ended = row.endedOn();
        var told = told(row, link);
        return new NeedsPage.Line(
                row.id().toString(),
                row.label(),
                row.communeName(),
                "/offre?besoin=" + row.need() + "&commune=" + row.communeCode(),
                "depuis le " + offers.day(row.since()),
                OfferText.state(row.state()),
                OfferText.tone(row.state()),
                told ? row.words() : null,
                told ? row.instead() : null,
                ended == null
                        ? null
                        : FrenchDates.date(ended) + (told ? ", " + row.endedWords() : ""),
                row.notedName(),
                link && told && patient != null
                        ? "/dossiers/" + patient + "/besoins-non-couverts"
                        : null,
                open && told ? end(row, shown, patient != null && !link) : null);
    }

    private FormView end(Row row, Shown shown, boolean ofPerson) {
        var action =
                ofPerson
                        ? "/dossiers/" + row.patientId() + "/besoins-non-couverts/" + row.id()
                        : "/besoins-non-couverts/" + row.id();
        return shown.form(
                "fin-" + row.id(),
                action,
                "Dire ce qu’il est devenu",
                new Typed(Map.of("endedOn", List.of(offers.today().toString()))),
                typed ->
                        List.of(
                                FormFields.select(
                                        "state",
                                        "Ce besoin est",
                                        typed,
                                        FormFields.options(
                                                "COUVERT", "Couvert", "ABANDONNE", "Abandonné"),
                                        false),
                                FormFields.field("endedOn", "Le", null, "DATE", typed, false),
                                FormFields.field(
                                        "words",
                                        "Par quoi, ou pourquoi on y renonce",
                                        null,
                                        "TEXT",
                                        typed,
                                        true)),
                row.version(),
                "Enregistrer");
    }

    /// The form of a new one.
    ///
    /// @param commune code or name, when it is known
    FormView blank(String action, String need, String commune, Shown shown) {
        var values = new HashMap<String, List<String>>();
        values.put("besoin", List.of(need));
        values.put(
                "commune",
                List.of(communes.find(commune).map(NamedCommunes.Commune::words).orElse(commune)));
        values.put("since", List.of(offers.today().toString()));
        return shown.form(
                "besoin",
                action,
                "Noter un besoin non couvert",
                new Typed(values),
                this::fields,
                0,
                "Noter le besoin");
    }

    private List<Field> fields(Typed typed) {
        var needs = new ArrayList<Group>();
        needs.add(all("Choisir…", typed.text("besoin").isEmpty()));
        needs.addAll(offers.needs(typed.text("besoin")));
        var commune = typed.text("commune");
        return List.of(
                FormFields.select("besoin", "Ce qui manque", typed, needs, true),
                new Field(
                        "commune", "Commune", null, "TEXT", commune, List.of(), List.of(), false,
                        "lieux"),
                FormFields.field("since", "Depuis le", null, "DATE", typed, false),
                FormFields.field(
                        "words",
                        "Précisions (facultatif)",
                        "Sans nom\u00A0: ce qui était demandé, qui a été appelé.",
                        "AREA",
                        typed,
                        true),
                FormFields.field(
                        "instead",
                        "Ce qui a été fait à la place (facultatif)",
                        null,
                        "AREA",
                        typed,
                        true));
    }

    private static @Nullable String orNull(String code) {
        return code.isEmpty() ? null : code;
    }
}
