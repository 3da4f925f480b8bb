package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Piece;
import fr.maillage.directory.Finder.Place;
import fr.maillage.directory.Finder.Sort;
import fr.maillage.directory.Finder.Understood;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.Rpps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads what was typed in the one box. Words that mean something are taken, the longest phrases
/// first; what is left is a name. A commune is taken when its name is announced (« à », « près de
/// »), typed as a postcode, or stands beside something else; alone, a word is a name, and so are
/// words between quotes.
final class Reading {

    private static final int LONGEST = 6;

    /// Letters of an abbreviation, which is one at the beginning only.
    private static final int SHORT = 2;

    /// Letters of the shortest commune read beside a name and nothing else, unless announced.
    private static final int SHORTEST = 4;

    private final Lexicon lexicon;
    private final TypedWords tokens;
    private final List<Taken> taken = new ArrayList<>();
    private final Set<String> professions = new LinkedHashSet<>();
    private final Set<String> expertises = new LinkedHashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private @Nullable String need;
    private @Nullable Place place;
    private @Nullable String otherwise;
    private @Nullable Integer km;
    private @Nullable String mode;
    private @Nullable String number;

    private record Taken(Sort sort, String words, int from, int to) {}

    private Reading(String typed, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tokens = TypedWords.of(typed);
    }

    /// @param places the communes that bear these names or postcodes: the one meant by each
    /// @param usual whether this word is a usual name, and no town everybody knows
    static Understood of(
            String typed,
            Lexicon lexicon,
            Function<Collection<String>, Map<String, Place>> places,
            Predicate<String> usual) {
        var reading = new Reading(typed, lexicon);
        reading.numbers(typed);
        if (reading.number == null) {
            reading.distance();
            reading.phrases();
            reading.places(places, usual);
        }
        return reading.understood();
    }

    private void numbers(String typed) {
        var rpps = Rpps.parse(typed);
        var finess = rpps.isPresent() ? Optional.<Finess>empty() : Finess.parse(typed);
        if (rpps.isEmpty() && finess.isEmpty()) return;
        number = rpps.map(Rpps::value).orElseGet(() -> finess.orElseThrow().value());
        taken.add(
                new Taken(
                        Sort.NUMBER,
                        DirectoryText.number(number, rpps.isPresent()),
                        0,
                        tokens.size()));
    }

    /// « 15 km », « à moins de 15 km », « 15km ».
    private void distance() {
        for (int i = 0; i < tokens.size(); i++) {
            var key = tokens.key(i);
            boolean joined = key.matches("\\d{1,3}km");
            boolean parted =
                    key.matches("\\d{1,3}")
                            && i + 1 < tokens.size()
                            && Vocabulary.kilometres(tokens.key(i + 1));
            if (!joined && !parted) continue;
            km = Math.clamp(Integer.parseInt(key.replace("km", "")), 0, 200);
            taken.add(
                    new Taken(Sort.DISTANCE, DirectoryText.within(km), i, joined ? i + 1 : i + 2));
            return;
        }
    }

    /// Professions, kinds, needs, specialties and what is said: the longest phrases first.
    private void phrases() {
        for (int length = LONGEST; length > 0; length--)
            for (int from = 0; from + length <= tokens.size(); from++)
                if (free(from, from + length)) phrase(from, from + length);
    }

    private void phrase(int from, int to) {
        var words = tokens.words(from, to);
        // « martin ch » begins a given name, « ch douai » is a hospital
        if (words.length() <= SHORT && from > 0) return;
        var term = lexicon.term(words);
        if (term != null) {
            if (term.profession() != null) professions.add(term.profession());
            kinds.addAll(term.kinds());
            if (term.need() != null) need = term.need();
            var sort =
                    term.profession() != null
                            ? Sort.PROFESSION
                            : term.kinds().isEmpty() ? Sort.NEED : Sort.KIND;
            taken.add(new Taken(sort, term.label(), from, to));
            return;
        }
        var said = Vocabulary.said(words);
        if (said != null && !(said == Sort.MODE && mode != null)) {
            if (said == Sort.MODE) mode = words.startsWith("l") ? "L" : "S";
            taken.add(new Taken(said, DirectoryText.said(said, words), from, to));
            return;
        }
        var codes = to == from + 1 ? lexicon.expertises(words) : Set.<String>of();
        if (!codes.isEmpty()) {
            expertises.addAll(codes);
            taken.add(new Taken(Sort.PROFESSION, lexicon.expertiseLabel(codes), from, to));
        }
    }

    /// The longest name of a commune, announced first, then the last; or a postcode.
    private void places(
            Function<Collection<String>, Map<String, Place>> places, Predicate<String> usual) {
        var spans = new ArrayList<int[]>();
        for (int length = Math.min(LONGEST, tokens.size()); length > 0; length--)
            for (int from = tokens.size() - length; from >= 0; from--)
                if (free(from, from + length)
                        && (length > 1 || !Vocabulary.little(tokens.key(from))))
                    spans.add(new int[] {from, from + length});
        if (spans.isEmpty()) return;
        var known =
                places.apply(spans.stream().map(s -> placeWords(s[0], s[1])).distinct().toList());
        spans.stream()
                .filter(s -> known.containsKey(placeWords(s[0], s[1])))
                .filter(s -> announced(s[0]) || postcode(s) || others(s) && !given(s, usual))
                .min(
                        Comparator.comparing((int[] s) -> announced(s[0]) ? 0 : 1)
                                .thenComparing(s -> s[0] - s[1]))
                .ifPresent(s -> {
                    place = known.get(placeWords(s[0], s[1]));
                    if (!announced(s[0]) && !postcode(s)) otherwise = tokens.quoting(s[0], s[1]);
                    taken.add(
                            new Taken(
                                    Sort.PLACE, Objects.requireNonNull(place).label(), s[0], s[1]));
                });
    }

    private boolean postcode(int[] span) {
        return span[1] - span[0] == 1 && tokens.key(span[0]).matches("\\d{5}");
    }

    /// « St Amand » is « Saint-Amand ».
    private String placeWords(int from, int to) {
        return (" " + tokens.words(from, to) + " ")
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .strip();
    }

    /// Whether the word before says that a place follows: « à », « près de », « 15 km de ».
    private boolean announced(int from) {
        int at = from - 1;
        while (at >= 0 && Vocabulary.article(tokens.key(at))) at--;
        return at >= 0 && Vocabulary.announces(tokens.key(at));
    }

    /// Whether something else than this was typed.
    private boolean others(int[] span) {
        if (!taken.isEmpty()) return true;
        // « blanc pin » begins a given name more often than it names Pin, in the Allier
        if (placeWords(span[0], span[1]).length() < SHORTEST) return false;
        for (int i = 0; i < tokens.size(); i++)
            if ((i < span[0] || i >= span[1]) && !Vocabulary.little(tokens.key(i))) return true;
        return false;
    }

    /// « Dupont Gilles » is somebody, and so is « Gilles Dupont »; « infirmier Gilles » is near a
    /// commune.
    private boolean given(int[] span, Predicate<String> usual) {
        if (span[1] - span[0] > 1) return false;
        for (int i = 0; i < tokens.size(); i++)
            if (i != span[0] && free(i, i + 1) && !Vocabulary.little(tokens.key(i)))
                return usual.test(tokens.key(span[0]));
        return false;
    }

    private Understood understood() {
        var named = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++)
            if ((free(i, i + 1) || tokens.quoted(i) && !covered(i)) && !dropped(i)) named.add(i);
        var name = String.join(" ", named.stream().map(i -> tokens.key(i)).toList());
        var pieces = new ArrayList<Piece>();
        taken.sort(Comparator.comparingInt(Taken::from));
        for (var one : taken)
            pieces.add(
                    new Piece(
                            one.sort(),
                            one.words(),
                            tokens.without(one.from(), one.to()),
                            one.sort() == Sort.NUMBER || one.sort() == Sort.DISTANCE
                                    ? null
                                    : tokens.quoting(one.from(), one.to())));
        if (!name.isEmpty())
            pieces.add(
                    new Piece(
                            Sort.NAME,
                            DirectoryText.near(
                                    String.join(
                                            " ",
                                            named.stream()
                                                    .map(i -> tokens.raw(i).replace("\"", ""))
                                                    .toList())),
                            String.join(
                                    " ",
                                    IntStream.range(0, tokens.size())
                                            .filter(i -> !named.contains(i))
                                            .mapToObj(i -> tokens.raw(i))
                                            .toList()),
                            null));
        return new Understood(
                List.copyOf(pieces),
                name,
                number,
                Set.copyOf(professions),
                Set.copyOf(expertises),
                Set.copyOf(kinds),
                need,
                place,
                km,
                has(Sort.PERSON),
                has(Sort.FREE),
                has(Sort.OURS),
                has(Sort.HOME),
                mode,
                name.isEmpty() ? null : otherwise);
    }

    /// A little word belongs to the name that follows it (« le goff »), or begins a given name at
    /// the end (« martin le »), else it is nothing; a title is nothing.
    private boolean dropped(int at) {
        var key = tokens.key(at);
        if (tokens.quoted(at)) return false;
        if (Words.title(key)) return true;
        if (!Vocabulary.little(key)) return false;
        for (int next = at + 1; next < tokens.size(); next++) {
            if (covered(next)) return true;
            if (!Vocabulary.little(tokens.key(next))) return false;
        }
        return at < tokens.size() - 1
                || at == 0
                || covered(at - 1)
                || Vocabulary.little(tokens.key(at - 1));
    }

    private boolean has(Sort sort) {
        return taken.stream().anyMatch(one -> one.sort() == sort);
    }

    /// Whether nothing was understood yet of these words, and none is between quotes.
    private boolean free(int from, int to) {
        for (int i = from; i < to; i++) if (tokens.quoted(i) || covered(i)) return false;
        return true;
    }

    private boolean covered(int at) {
        return taken.stream().anyMatch(one -> one.from() <= at && at < one.to());
    }
}
