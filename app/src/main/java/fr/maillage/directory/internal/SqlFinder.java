package fr.maillage.directory.internal;

import fr.maillage.directory.Finder;
import fr.maillage.kernel.SearchKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one box. Each combination has its way: with a name, the ordered indexes of names, the rest
/// being a filter; without, the communes from the nearest on, each by the index of its professions,
/// until enough is found.
@Component
@Transactional(readOnly = true)
class SqlFinder implements Finder {

    /// « médecin » says neither.
    private static final Set<String> PHYSICIANS =
            Set.of("MEDECIN", "MEDECIN_GENERALISTE", "MEDECIN_SPECIALISTE");

    private final JdbcClient sql;
    private final Lexicons lexicons;
    private final NameSearch names;
    private final PlacesAround places;
    private final FoundPeople people;
    private final FoundStructures structures;
    private final FoundOffers offers;

    SqlFinder(
            JdbcClient sql,
            Lexicons lexicons,
            NameSearch names,
            PlacesAround places,
            FoundPeople people,
            FoundStructures structures,
            FoundOffers offers) {
        this.sql = sql;
        this.lexicons = lexicons;
        this.names = names;
        this.places = places;
        this.people = people;
        this.structures = structures;
        this.offers = offers;
    }

    @Override
    public Understood understand(String typed, @Nullable String near) {
        var lexicon = lexicons.current();
        var communes = places.current();
        var read =
                read(
                        typed.length() > 200 ? typed.substring(0, 200) : typed,
                        near,
                        lexicon,
                        communes);
        if (read.otherwise() != null
                && read.place() != null
                && !communes.town(SearchKey.of(read.place().name()))) {
            var called = read(read.otherwise(), near, lexicon, communes);
            if (names.called(called.name())) return called;
        }
        return read.place() == null && !read.name().isEmpty()
                ? begun(read, typed, near, lexicon, communes)
                : read;
    }

    private Understood read(
            String typed, @Nullable String near, Lexicon lexicon, Gazetteer communes) {
        return Reading.of(
                typed,
                lexicon,
                keys -> communes.named(keys, near),
                word -> !communes.town(word) && names.usual(word));
    }

    /// While the name of a commune is being typed: « infirmier sin-le-nob ». Nobody's name begins
    /// as the last word does, and a commune begins as the last words do.
    private Understood begun(
            Understood read,
            String typed,
            @Nullable String near,
            Lexicon lexicon,
            Gazetteer communes) {
        var name = read.name();
        var last = name.substring(name.lastIndexOf(' ') + 1);
        if (last.equals(name) && read.pieces().size() == 1) return read;
        for (var tail = name; ; tail = tail.substring(tail.indexOf(' ') + 1)) {
            int from = from(typed, tail);
            var meant = from < 0 ? Optional.<Place>empty() : communes.beginning(tail, near);
            if (meant.isPresent()) {
                if (names.begins(last)) return read;
                var key = SearchKey.of(meant.get().name());
                var again =
                        Reading.of(
                                typed.substring(0, from) + meant.get().name(),
                                lexicon,
                                _ -> Map.of(key, meant.get()),
                                _ -> false);
                return again.place() == null ? read : again;
            }
            if (tail.indexOf(' ') < 0) return read;
        }
    }

    /// Where in what was typed these last words begin; −1 when they are not its last.
    private static int from(String typed, String tail) {
        for (int i = 0; i < typed.length(); i++)
            if ((i == 0 || !Character.isLetterOrDigit(typed.charAt(i - 1)))
                    && Character.isLetterOrDigit(typed.charAt(i))
                    && SearchKey.of(typed.substring(i)).equals(tail)) return i;
        return -1;
    }

    @Override
    public List<Hit> find(Wanted wanted, int limit) {
        if (wanted.number() != null) return byNumber(wanted.number());
        if (wanted.name().isEmpty() && wanted.around() == null && wanted.only() == null)
            return List.of();
        var around =
                wanted.around() == null
                        ? Map.<String, Integer>of()
                        : places.current().around(wanted.around(), wanted.km());
        var professions = professions(wanted);
        boolean people =
                wanted.natures().contains(Nature.PROFESSIONNEL) && wanted.kinds().isEmpty();
        boolean structures =
                wanted.natures().contains(Nature.STRUCTURE)
                        && wanted.professions().isEmpty()
                        && wanted.expertises().isEmpty()
                        && wanted.mode() == null;
        boolean offers =
                wanted.natures().contains(Nature.OFFRE)
                        && (wanted.only() == null || wanted.free())
                        && wanted.mode() == null
                        && wanted.expertises().isEmpty();
        var found = new ArrayList<Hit>();
        if (people) found.addAll(this.people.find(wanted, professions, around, limit));
        if (structures) found.addAll(this.structures.find(wanted, around, limit));
        if (offers) found.addAll(this.offers.find(wanted, around, limit));
        if (!found.isEmpty() || !wanted.alike()) return found;
        // resemblance is measured on whole dictionaries: for when nothing else answers
        if (people) found.addAll(this.people.alike(wanted, professions, around, limit));
        if (structures && found.isEmpty())
            found.addAll(this.structures.alike(wanted, around, limit));
        return found;
    }

    private List<Hit> byNumber(String number) {
        return number.length() == 9
                ? structures.of(number).stream().toList()
                : people.of(List.of(number), Map.of(), Set.of());
    }

    private static Set<String> professions(Wanted wanted) {
        if (!wanted.professions().contains("MEDECIN")) return wanted.professions();
        var all = new LinkedHashSet<>(wanted.professions());
        all.addAll(PHYSICIANS);
        return all;
    }

    @Override
    public Optional<Hit> one(Nature nature, String ref) {
        return switch (nature) {
            case STRUCTURE -> structures.of(ref);
            case OFFRE -> offers.of(ref);
            case PROFESSIONNEL -> Optional.empty();
        };
    }

    @Override
    public List<Hit> activities(String number) {
        return people.activities(number);
    }

    @Override
    public Map<String, Integer> around(Place centre, int km) {
        return places.current().around(centre, km);
    }

    @Override
    public Optional<Place> place(String code) {
        return places.current().find(code);
    }

    @Override
    public List<Choice> professions() {
        return sql.sql(
                        "select code, label from directory.profession order by label collate \"fr-x-icu\"")
                .query((row, _) -> new Choice(row.getString(1), row.getString(2)))
                .list();
    }
}
