package fr.maillage.registry.internal.governance;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.registry.internal.governance.WatchPage.Call;
import fr.maillage.registry.internal.governance.WatchPage.Item;
import fr.maillage.registry.internal.sheet.GovernanceText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The watch, shared by those who keep it with all who work here. Source: guide DGOS 2012, annexe 2
/// §1.1 and fiche D4 §4-2.
@Component
@Transactional(readOnly = true)
class WatchScreens {

    private final JdbcClient sql;
    private final Clock clock;

    WatchScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param kind code; anything else keeps all
    WatchPage page(String kind) {
        var kept = GovernanceText.WATCHES.containsKey(kind) ? kind : "";
        var today = LocalDate.now(clock);
        var states = new HashMap<String, Integer>();
        var calls = calls(today, states);
        return new WatchPage(
                kept, GovernanceText.WATCHES, items(kept, today), calls, counts(states));
    }

    private static String counts(HashMap<String, Integer> states) {
        return GovernanceText.CALLS.entrySet().stream()
                .filter(e -> states.containsKey(e.getKey()))
                .map(e -> e.getValue() + " " + states.get(e.getKey()))
                .collect(Collectors.joining(" · "));
    }

    private List<Item> items(String kind, LocalDate today) {
        return sql.sql(
                        """
                        select w.structure_id, w.kind, w.title, w.reference, w.link, w.published_on, w.applies_on, w.summary, w.owner, w.due_on, w.done_on, w.done_words, w.title as words, s.name as of
                        from registry.watch_item w join registry.structure s on s.id = w.structure_id where (:kind = '' or w.kind = :kind)
                        order by w.published_on desc, w.id limit 200
                        """)
                .param("kind", kind)
                .query((row, _) -> item(row, today))
                .list();
    }

    private static Item item(ResultSet row, LocalDate today) throws SQLException {
        var applies = row.getObject("applies_on", LocalDate.class);
        var code = row.getString("kind");
        var task = Tasks.task(row, "", "", null, today);
        return new Item(
                "/registre/" + row.getString("structure_id") + "?partie=gouvernance#veille",
                GovernanceText.WATCHES.getOrDefault(code, code),
                row.getString("title"),
                requireNonNullElse(row.getString("reference"), ""),
                web(row.getString("link")),
                FrenchDates.date(row.getObject("published_on", LocalDate.class)),
                applies == null ? "" : "s’applique le " + FrenchDates.date(applies),
                row.getString("summary"),
                row.getString("of"),
                task.owner().isEmpty() ? "" : task.owner() + ", " + task.state(),
                task.css());
    }

    /// An address as a browser takes it.
    private static @Nullable String web(@Nullable String typed) {
        return typed == null || typed.startsWith("http") ? typed : "https://" + typed;
    }

    private List<Call> calls(LocalDate today, HashMap<String, Integer> states) {
        return sql.sql(
                        """
                        select c.structure_id, c.title, c.issuer, c.link, t.label as theme, c.amount, c.closes_on, c.state, c.lead, c.outcome, s.name as of
                        from registry.call_for_projects c join registry.structure s on s.id = c.structure_id left join network.theme t on t.code = c.theme_code
                        order by c.state not in ('REPERE','EN_PREPARATION'), c.closes_on desc, c.id limit 200
                        """)
                .query((row, _) -> {
                    var state = row.getString("state");
                    states.merge(state, 1, Integer::sum);
                    return call(row, state, today);
                })
                .list();
    }

    private static Call call(ResultSet row, String state, LocalDate today) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var closes = row.getObject("closes_on", LocalDate.class);
        var open = state.equals("REPERE") || state.equals("EN_PREPARATION");
        return new Call(
                "/registre/"
                        + row.getString("structure_id")
                        + "?partie=gouvernance#appels-a-projet",
                row.getString("title"),
                row.getString("issuer"),
                web(row.getString("link")),
                requireNonNullElse(row.getString("theme"), ""),
                amount == null ? "" : new Money(amount).formatted(),
                FrenchDates.date(closes),
                GovernanceText.CALLS.getOrDefault(state, state)
                        + (open && closes.isBefore(today) ? ", échu" : ""),
                open
                        ? closes.isBefore(today) ? "is-late" : "is-due"
                        : state.equals("RETENU")
                                ? "is-done"
                                : state.equals("DEPOSE") ? "is-info" : "",
                requireNonNullElse(row.getString("lead"), ""),
                requireNonNullElse(row.getString("outcome"), ""),
                row.getString("of"));
    }
}
