package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Piece;
import fr.maillage.directory.Finder.Place;
import fr.maillage.directory.Finder.Sort;
import fr.maillage.directory.Finder.Understood;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.Rpps;
import fr.maillage.kernel.SearchKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what was typed in the one box. Words that mean something are taken, the longest phrases
/// first; what is left is a name. A commune is taken when its name is announced (« à », « près de
/// »), typed as a postcode, or stands beside something else; alone, a word is a name, and so are
/// words between quotes.
final class Reading {

    private static final int LONGEST = 6;

    /// More is a sentence.
    private static final int WORDS = 16;

    /// Letters of an abbreviation, which is one at the beginning only.
    private static final int SHORT = 2;

    /// Letters of the shortest commune read beside a name and nothing else, unless announced.
    private static final int SHORTEST = 4;

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"?|[\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> LITTLE =
            Set.of(
                    "a",
                    "au",
                    "aux",
                    "de",
                    "du",
                    "des",
                    "d",
                    "la",
                    "le",
                    "les",
                    "l",
                    "en",
                    "un",
                    "une",
                    "pour",
                    "avec",
                    "dans",
                    "et",
                    "qui",
                    "chez",
                    "moins",
                    "rayon",
                    "autour",
                    "pres",
                    "vers",
                    "sur",
                    "proche",
                    "km",
                    "kilometres",
                    "kilometre",
                    "se",
                    "deplace",
                    "nom",
                    "numero",
                    "ayant",
                    "rue",
                    "ville",
                    "commune");

    private static final Set<String> ANNOUNCING =
            Set.of("a", "au", "aux", "vers", "pres", "autour", "sur", "km", "commune", "ville");

    /// Phrases that are neither names nor places, with what they ask.
    private static final Map<String, Sort> SAID =
            Map.ofEntries(
                    Map.entry("cette personne", Sort.PERSON),
                    Map.entry("la personne", Sort.PERSON),
                    Map.entry("chez elle", Sort.PERSON),
                    Map.entry("chez lui", Sort.PERSON),
                    Map.entry("son domicile", Sort.PERSON),
                    Map.entry("libre", Sort.FREE),
                    Map.entry("libres", Sort.FREE),
                    Map.entry("place libre", Sort.FREE),
                    Map.entry("places libres", Sort.FREE),
                    Map.entry("disponible", Sort.FREE),
                    Map.entry("disponibles", Sort.FREE),
                    Map.entry("deja dans notre reseau", Sort.OURS),
                    Map.entry("dans notre reseau", Sort.OURS),
                    Map.entry("notre reseau", Sort.OURS),
                    Map.entry("du reseau", Sort.OURS),
                    Map.entry("adherent", Sort.OURS),
                    Map.entry("adherents", Sort.OURS),
                    Map.entry("a domicile", Sort.HOME),
                    Map.entry("visites a domicile", Sort.HOME),
                    Map.entry("visite a domicile", Sort.HOME),
                    Map.entry("liberal", Sort.MODE),
                    Map.entry("liberale", Sort.MODE),
                    Map.entry("liberaux", Sort.MODE),
                    Map.entry("salarie", Sort.MODE),
                    Map.entry("salariee", Sort.MODE),
                    Map.entry("salaries", Sort.MODE));

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final List<Taken> taken = new ArrayList<>();
    private final Set<String> professions = new LinkedHashSet<>();
    private final Set<String> expertises = new LinkedHashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private @Nullable String need;
    private @Nullable Place place;
    private @Nullable Integer km;
    private @Nullable String mode;
    private @Nullable String number;

    private record Token(String raw, String key, boolean quoted) {}

    private record Taken(Sort sort, String words, int from, int to) {}

    private Reading(String typed, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tokens =
                TOKEN.matcher(typed)
                        .results()
                        .map(match -> match.group())
                        .map(raw -> new Token(raw, SearchKey.of(raw), raw.startsWith("\"")))
                        .filter(token -> !token.key().isEmpty())
                        .limit(WORDS)
                        .toList();
    }

    /// @param places the communes that bear these names or postcodes: the one meant by each
    /// @param usual whether this word is a usual given name
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
        var finess = rpps.isPresent() ? java.util.Optional.<Finess>empty() : Finess.parse(typed);
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
            var key = tokens.get(i).key();
            boolean joined = key.matches("\\d{1,3}km");
            boolean parted =
                    key.matches("\\d{1,3}")
                            && i + 1 < tokens.size()
                            && Set.of("km", "kilometres", "kilometre")
                                    .contains(tokens.get(i + 1).key());
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
        var words = words(from, to);
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
        var said = SAID.get(words);
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
                        && (length > 1 || !LITTLE.contains(tokens.get(from).key())))
                    spans.add(new int[] {from, from + length});
        if (spans.isEmpty()) return;
        var known =
                places.apply(spans.stream().map(s -> placeWords(s[0], s[1])).distinct().toList());
        spans.stream()
                .filter(s -> known.containsKey(placeWords(s[0], s[1])))
                .filter(s -> announced(s[0]) || postcode(s) || others(s) && !given(s, usual))
                .min(
                        java.util.Comparator.comparing((int[] s) -> announced(s[0]) ? 0 : 1)
                                .thenComparing(s -> s[0] - s[1]))
                .ifPresent(s -> {
                    place = known.get(placeWords(s[0], s[1]));
                    taken.add(
                            new Taken(
                                    Sort.PLACE,
                                    java.util.Objects.requireNonNull(place).label(),
                                    s[0],
                                    s[1]));
                });
    }

    private boolean postcode(int[] span) {
        return span[1] - span[0] == 1 && tokens.get(span[0]).key().matches("\\d{5}");
    }

    /// « St Amand » is « Saint-Amand ».
    private String placeWords(int from, int to) {
        return (" " + words(from, to) + " ")
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .strip();
    }

    /// Whether the word before says that a place follows: « à », « près de », « 15 km de ».
    private boolean announced(int from) {
        int at = from - 1;
        while (at >= 0
                && Set.of("de", "du", "d", "la", "le", "les", "l").contains(tokens.get(at).key()))
            at--;
        return at >= 0 && ANNOUNCING.contains(tokens.get(at).key());
    }

    /// Whether something else than this was typed.
    private boolean others(int[] span) {
        if (!taken.isEmpty()) return true;
        // « blanc pin » begins a given name more often than it names Pin, in the Allier
        if (placeWords(span[0], span[1]).length() < SHORTEST) return false;
        for (int i = 0; i < tokens.size(); i++)
            if ((i < span[0] || i >= span[1]) && !LITTLE.contains(tokens.get(i).key())) return true;
        return false;
    }

    /// « Dupont Gilles » is somebody, and so is « Gilles Dupont »; « infirmier Gilles » is near a
    /// commune.
    private boolean given(int[] span, Predicate<String> usual) {
        if (span[1] - span[0] > 1) return false;
        for (int i = 0; i < tokens.size(); i++)
            if (i != span[0] && free(i, i + 1) && !LITTLE.contains(tokens.get(i).key()))
                return usual.test(tokens.get(span[0]).key());
        return false;
    }

    private Understood understood() {
        var named = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++)
            if ((free(i, i + 1) || tokens.get(i).quoted() && !covered(i)) && !dropped(i))
                named.add(i);
        var name = String.join(" ", named.stream().map(i -> tokens.get(i).key()).toList());
        var pieces = new ArrayList<Piece>();
        taken.sort(java.util.Comparator.comparingInt(Taken::from));
        for (var one : taken)
            pieces.add(
                    new Piece(
                            one.sort(),
                            one.words(),
                            without(one.from(), one.to()),
                            one.sort() == Sort.NUMBER || one.sort() == Sort.DISTANCE
                                    ? null
                                    : quoting(one.from(), one.to())));
        if (!name.isEmpty())
            pieces.add(
                    new Piece(
                            Sort.NAME,
                            DirectoryText.near(
                                    String.join(
                                            " ",
                                            named.stream()
                                                    .map(i -> tokens.get(i).raw().replace("\"", ""))
                                                    .toList())),
                            String.join(
                                    " ",
                                    java.util.stream.IntStream.range(0, tokens.size())
                                            .filter(i -> !named.contains(i))
                                            .mapToObj(i -> tokens.get(i).raw())
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
                mode);
    }

    /// A little word belongs to the name that follows it (« le goff »), or begins a given name at
    /// the end (« martin le »), else it is nothing; a title is nothing.
    private boolean dropped(int at) {
        var key = tokens.get(at).key();
        if (tokens.get(at).quoted()) return false;
        if (Words.title(key)) return true;
        if (!LITTLE.contains(key)) return false;
        for (int next = at + 1; next < tokens.size(); next++) {
            if (covered(next)) return true;
            if (!LITTLE.contains(tokens.get(next).key())) return false;
        }
        return at < tokens.size() - 1
                || at == 0
                || covered(at - 1)
                || LITTLE.contains(tokens.get(at - 1).key());
    }

    private boolean has(Sort sort) {
        return taken.stream().anyMatch(one -> one.sort() == sort);
    }

    private String words(int from, int to) {
        return String.join(" ", tokens.subList(from, to).stream().map(Token::key).toList());
    }

    /// Whether nothing was understood yet of these words, and none is between quotes.
    private boolean free(int from, int to) {
        for (int i = from; i < to; i++) if (tokens.get(i).quoted() || covered(i)) return false;
        return true;
    }

    private boolean covered(int at) {
        return taken.stream().anyMatch(one -> one.from() <= at && at < one.to());
    }

    private String without(int from, int to) {
        return raw(0, from) + (from > 0 && to < tokens.size() ? " " : "") + raw(to, tokens.size());
    }

    private String quoting(int from, int to) {
        return (raw(0, from)
                        + " \""
                        + raw(from, to).replace("\"", "")
                        + "\" "
                        + raw(to, tokens.size()))
                .strip();
    }

    private String raw(int from, int to) {
        return String.join(" ", tokens.subList(from, to).stream().map(Token::raw).toList());
    }
}
