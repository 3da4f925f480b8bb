package fr.maillage.followup.internal.realised;

import fr.maillage.web.Mark;
import fr.maillage.web.Marked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an act is on a day, in the order of the bars. `followup.state_of` says which one it is: the
/// rule is there and nowhere else.
public enum ActState implements Marked {
    FAIT("Fait", "faits dans les dates", "is-done", "circle-check"),
    FAIT_HORS_DELAI("Fait hors délai", "faits hors délai", "is-due", "circle-check"),
    A_FAIRE("À faire", "à faire", "is-due", "clock"),
    A_VENIR("À venir", "à venir", "", "clock"),
    SUSPENDU("Suspendu", "suspendus", "", "player-pause"),
    NON_FAIT("Non fait", "non faits", "is-late", "circle-x"),
    SANS_NOUVELLE("Sans nouvelle", "sans nouvelle", "is-late", "alert-circle");

    /// SQL that counts rows by their `state`, a column a state; read by [#counts].
    public static final String COUNTS =
            """
            count(*) filter (where state = 'FAIT') as fait, count(*) filter (where state = 'FAIT_HORS_DELAI') as fait_hors_delai,
            count(*) filter (where state = 'A_FAIRE') as a_faire, count(*) filter (where state = 'A_VENIR') as a_venir,
            count(*) filter (where state = 'SUSPENDU') as suspendu, count(*) filter (where state = 'NON_FAIT') as non_fait,
            count(*) filter (where state = 'SANS_NOUVELLE') as sans_nouvelle
            """;

    private final String several;
    private final Mark mark;

    ActState(String label, String several, String tone, String icon) {
        this.several = several;
        this.mark = new Mark(label, tone, icon);
    }

    /// The words for several of them, as the head of a column.
    public String several() {
        return several;
    }

    @Override
    public Mark mark() {
        return mark;
    }

    /// In addresses, and as the class of its part of a bar.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A gap between what was planned and what was done.
    public boolean gap() {
        return this == FAIT_HORS_DELAI || this == NON_FAIT || this == SANS_NOUVELLE;
    }

    /// A row of [#COUNTS].
    public static Map<ActState, Long> counts(ResultSet row) throws SQLException {
        var counts = new EnumMap<ActState, Long>(ActState.class);
        for (var state : values())
            counts.put(state, row.getLong(state.name().toLowerCase(Locale.ROOT)));
        return counts;
    }

    /// The state an address names.
    public static Optional<ActState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
