package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of what an entry into hospital and a return home need (« protocolisation de l’entrée et
/// de la sortie », guide DGOS 2012, fiche O1 §1): the structure's own, and its copy for each stay,
/// so that a change of the model changes no list already begun.
@Component
@Transactional
class ReturnLists {

    /// Lines of a model.
    static final int MOST = 40;

    private final JdbcClient sql;
    private final Clock clock;

    ReturnLists(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// When a line is to be done.
    enum Moment {
        ENTREE("À l’entrée"),
        AVANT_RETOUR("Avant le retour"),
        RETOUR("Au retour");

        private final String label;

        Moment(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        private static Moment read(ResultSet row) throws SQLException {
            return row.getBoolean("at_entry")
                    ? ENTREE
                    : row.getBoolean("before_return") ? AVANT_RETOUR : RETOUR;
        }
    }

    /// A line of a model.
    record Item(String label, Moment moment) {}

    /// Where a line stands.
    enum State {
        A_FAIRE("À faire"),
        FAIT("Fait"),
        SANS_OBJET("Pas concerné");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// A line of the list of a stay.
    ///
    /// @param saidOn when it was said done, or of no concern
    record Line(
            UUID id,
            UUID stay,
            String label,
            Moment moment,
            @Nullable String who,
            @Nullable LocalDate dueOn,
            State state,
            @Nullable LocalDate saidOn,
            @Nullable String saidBy) {}

    /// The structure's list, or the one proposed.
    @Transactional(readOnly = true)
    public List<Item> model() {
        var own =
                sql.sql(
                                "select label, at_entry, before_return from casefile.return_model order by rank")
                        .query((row, _) -> new Item(row.getString("label"), Moment.read(row)))
                        .list();
        return own.isEmpty() ? StayText.PROPOSED : own;
    }

    /// Replaces the structure's list by what was typed (`label-0`, `moment-0`, `label-1`…); nothing
    /// typed: the one proposed again. Throws [FormRefused].
    void change(Sent form) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < MOST; i++) {
            var label = form.text("label-" + i, 200);
            if (label.isEmpty()) continue;
            var typed = form.text("moment-" + i);
            if (Arrays.stream(Moment.values()).noneMatch(m -> m.name().equals(typed)))
                form.errors().add("moment-" + i, StayText.MOMENT);
            else items.add(new Item(label, Moment.valueOf(typed)));
        }
        FormRefused.unless(form.errors());
        sql.sql("delete from casefile.return_model").update();
        if (items.equals(StayText.PROPOSED)) return;
        sql.sql(
                        """
                        insert into casefile.return_model (rank, label, at_entry, before_return)
                        select x.rank, x.label, x.moment = 'ENTREE', x.moment = 'AVANT_RETOUR' from unnest(cast(:labels as text[]), cast(:moments as text[])) with ordinality as x(label, moment, rank)
                        """)
                .param("labels", items.stream().map(Item::label).toArray(String[]::new))
                .param("moments", items.stream().map(i -> i.moment().name()).toArray(String[]::new))
                .update();
    }

    /// Opens the list of a stay; nothing when it is open.
    void open(UUID stay) {
        var items = model();
        sql.sql(
                        """
                        insert into casefile.return_line (stay_id, rank, label, at_entry, before_return)
                        select :stay, x.rank, x.label, x.moment = 'ENTREE', x.moment = 'AVANT_RETOUR' from unnest(cast(:labels as text[]), cast(:moments as text[])) with ordinality as x(label, moment, rank)
                         where not exists (select 1 from casefile.return_line l where l.stay_id = :stay)
                        """)
                .param("stay", stay)
                .param("labels", items.stream().map(Item::label).toArray(String[]::new))
                .param("moments", items.stream().map(i -> i.moment().name()).toArray(String[]::new))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Line> of(UUID stay) {
        return of(List.of(stay)).getOrDefault(stay, List.of());
    }

    /// By stay, each in the order of its model.
    @Transactional(readOnly = true)
    public Map<UUID, List<Line>> of(List<UUID> stays) {
        var found = new LinkedHashMap<UUID, List<Line>>();
        sql.sql(
                        """
                        select id, stay_id, label, at_entry, before_return, who, due_on, state, said_on, said_by from casefile.return_line
                        where stay_id = any (:stays) order by stay_id, rank, id
                        """)
                .param("stays", stays.toArray(UUID[]::new))
                .query((row, _) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getObject("stay_id", UUID.class),
                                row.getString("label"),
                                Moment.read(row),
                                row.getString("who"),
                                row.getObject("due_on", LocalDate.class),
                                State.valueOf(row.getString("state")),
                                row.getObject("said_on", LocalDate.class),
                                row.getString("said_by")))
                .list()
                .forEach(line ->
                        found.computeIfAbsent(line.stay(), _ -> new ArrayList<>()).add(line));
        return found;
    }

    /// What the page says of each line: who, when, where it stands. Throws [FormRefused].
    void say(UUID stay, Sent form) {
        var lines = of(stay);
        var whos = typed(lines, l -> form.orNull("who-" + l.id(), 200));
        var dues = typed(lines, l -> form.day("due-" + l.id()).orElse(null));
        var states = typed(lines, l -> state(form, l));
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        update casefile.return_line l set who = x.who, due_on = x.due, state = x.state,
                               said_on = case when x.state = 'A_FAIRE' then null when x.state = l.state then l.said_on else :today end,
                               said_by = case when x.state = 'A_FAIRE' then null when x.state = l.state then l.said_by else :by end
                          from unnest(cast(:ids as uuid[]), cast(:whos as text[]), cast(:dues as date[]), cast(:states as text[])) as x(id, who, due, state)
                         where l.stay_id = :stay and l.id = x.id
                           and (l.who, l.due_on, l.state) is distinct from (x.who, x.due, x.state)
                        """)
                .param("today", LocalDate.now(clock))
                .param("by", SignedIn.current().displayName())
                .param("ids", lines.stream().map(Line::id).toArray(UUID[]::new))
                .param("whos", whos.toArray(String[]::new))
                .param(
                        "dues",
                        dues.stream()
                                .map(d -> d == null ? null : d.toString())
                                .toArray(String[]::new))
                .param("states", states.toArray(String[]::new))
                .param("stay", stay)
                .update();
    }

    private static String state(Sent form, Line line) {
        var typed = form.text("state-" + line.id());
        return typed.isEmpty()
                ? line.state().name()
                : form.choice(
                        "state-" + line.id(),
                        Arrays.stream(State.values()).map(Enum::name).toList());
    }

    private static <T extends @Nullable Object> List<T> typed(
            List<Line> lines, Function<Line, T> read) {
        var values = new ArrayList<T>();
        for (var line : lines) values.add(read.apply(line));
        return values;
    }

    /// Numbers of the fields of a model: its lines, and some more to add.
    static List<Integer> fields(int items) {
        return IntStream.range(0, Math.min(MOST, items + 4)).boxed().toList();
    }
}
