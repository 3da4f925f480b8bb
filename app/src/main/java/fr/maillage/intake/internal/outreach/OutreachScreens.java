package fr.maillage.intake.internal.outreach;

import fr.maillage.intake.internal.outreach.Outreach.Count;
import fr.maillage.intake.internal.outreach.Outreach.Kind;
import fr.maillage.intake.internal.outreach.Outreach.Population;
import fr.maillage.intake.internal.outreach.Outreach.Topic;
import fr.maillage.intake.internal.outreach.OutreachPage.Choice;
import fr.maillage.intake.internal.outreach.OutreachPage.Figure;
import fr.maillage.intake.internal.outreach.OutreachPage.Line;
import fr.maillage.intake.internal.outreach.OutreachPage.Relay;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of actions that go to people.
@Component
@Transactional(readOnly = true)
class OutreachScreens {

    private static final int YEARS = 4;

    private final JdbcClient sql;
    private final Clock clock;

    OutreachScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param open the form that was refused, `action` or `relais`; null for a page merely asked
    ///   for
    public OutreachPage page(int asked, Sent form, @Nullable String open) {
        var today = LocalDate.now(clock);
        int year =
                asked > today.getYear() - YEARS && asked <= today.getYear()
                        ? asked
                        : today.getYear();
        var actions = actions(year);
        var relays = relays(today);
        return new OutreachPage(
                year,
                IntStream.range(0, YEARS).mapToObj(k -> today.getYear() - k).toList(),
                figures(actions),
                actions.stream().map(a -> line(a, today)).toList(),
                relays,
                Arrays.stream(Kind.values())
                        .map(k -> new Choice(k.name(), k.label, form.has("kind", k.name())))
                        .toList(),
                Arrays.stream(Population.values())
                        .map(p -> new Choice(p.name(), p.label, form.has("population", p.name())))
                        .toList(),
                relays.stream()
                        .filter(Relay::there)
                        .map(r ->
                                new Choice(
                                        r.id(),
                                        r.name() + ", " + r.place(),
                                        form.has("relays", r.id())))
                        .toList(),
                Arrays.stream(Topic.values())
                        .map(t -> new Choice(t.name(), t.label, t.organised))
                        .toList(),
                form,
                open,
                OutreachText.SOURCE);
    }

    private List<Outreach> actions(int year) {
        var found = new LinkedHashMap<UUID, Outreach>();
        sql.sql(
                        """
                        select o.id, o.kind, o.held_on, o.title, o.commune_name, o.population, o.partners, o.met, t.topic, t.screened, t.found, t.oriented,
                               array(select r.name from intake.relay r where r.network_id = o.network_id and r.id = any (o.relays) order by r.name) as relays
                          from intake.outreach o join intake.outreach_topic t on t.network_id = o.network_id and t.outreach_id = o.id
                         where o.held_on between :from and :to
                         order by o.held_on desc, o.id, array_position(array['DIABETE','OBESITE','RISQUE_CARDIOVASCULAIRE','CANCER_SEIN','CANCER_COLORECTAL','CANCER_COL'], t.topic)
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var one = found.get(id);
                    if (one == null) {
                        one =
                                new Outreach(
                                        id,
                                        Kind.valueOf(row.getString("kind")),
                                        row.getObject("held_on", LocalDate.class),
                                        row.getString("title"),
                                        row.getString("commune_name"),
                                        Population.valueOf(row.getString("population")),
                                        row.getString("partners"),
                                        List.of((String[]) row.getArray("relays").getArray()),
                                        row.getInt("met"),
                                        new ArrayList<>());
                        found.put(id, one);
                    }
                    one.counts()
                            .add(
                                    new Count(
                                            Topic.valueOf(row.getString("topic")),
                                            row.getInt("screened"),
                                            row.getInt("found"),
                                            row.getInt("oriented")));
                });
        return List.copyOf(found.values());
    }

    private static List<Figure> figures(List<Outreach> actions) {
        var figures = new ArrayList<Figure>();
        for (var topic : Topic.values()) {
            var counts =
                    actions.stream()
                            .flatMap(a -> a.counts().stream())
                            .filter(c -> c.topic() == topic)
                            .toList();
            if (counts.isEmpty()) continue;
            int found = counts.stream().mapToInt(Count::found).sum();
            int oriented = counts.stream().mapToInt(Count::oriented).sum();
            figures.add(
                    new Figure(
                            topic.label,
                            counts.size(),
                            counts.stream().mapToInt(Count::screened).sum(),
                            found,
                            oriented,
                            new Share(oriented, found).formatted()));
        }
        return figures;
    }

    private static Line line(Outreach one, LocalDate today) {
        return new Line(
                one.title(),
                one.kind().label,
                FrenchDates.shortDay(one.on(), today),
                one.commune(),
                one.population().label,
                one.partners() == null
                        ? null
                        : one.partners()
                                .lines()
                                .filter(l -> !l.isBlank())
                                .collect(Collectors.joining(", ")),
                String.join(", ", one.relays()),
                one.met(),
                one.counts().stream()
                        .map(c ->
                                c.topic().label
                                        + Typography.NBSP
                                        + ": "
                                        + c.screened()
                                        + " dépistées, "
                                        + c.found()
                                        + " repérées, "
                                        + c.oriented()
                                        + " orientées")
                        .toList());
    }

    private List<Relay> relays(LocalDate today) {
        return sql.sql(
                        """
                        select id, name, organisation, commune_name, trained_on, left_on from intake.relay order by left_on is not null, commune_name collate "fr-x-icu", name collate "fr-x-icu", id limit 300
                        """)
                .query((row, _) -> {
                    var left = row.getObject("left_on", LocalDate.class);
                    var organisation = row.getString("organisation");
                    return new Relay(
                            row.getString("id"),
                            row.getString("name"),
                            (organisation == null ? "" : organisation + ", ")
                                    + row.getString("commune_name"),
                            "formé le "
                                    + FrenchDates.date(row.getObject("trained_on", LocalDate.class))
                                    + (left == null ? "" : ", jusqu’au " + FrenchDates.date(left)),
                            left == null || left.isAfter(today));
                })
                .list();
    }
}
