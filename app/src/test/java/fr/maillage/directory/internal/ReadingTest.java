package fr.maillage.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Finder.Piece;
import fr.maillage.directory.Finder.Place;
import fr.maillage.directory.Finder.Sort;
import fr.maillage.directory.Finder.Understood;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the one box understands, without any directory.
class ReadingTest {

    private static final Lexicon LEXICON =
            new Lexicon()
                    .add("infirmier", new Lexicon.Term("Infirmier", "INFIRMIER", Set.of(), null))
                    .add(
                            "infirmier",
                            new Lexicon.Term("Infirmier à domicile", null, Set.of(), "INF"))
                    .add("kine", new Lexicon.Term("Kiné", "MASSEUR_KINE", Set.of(), null))
                    .add("sage femme", new Lexicon.Term("Sage-femme", "SAGE_FEMME", Set.of(), null))
                    .add(
                            "aide a domicile",
                            new Lexicon.Term("Aide à domicile", null, Set.of("SAD"), null))
                    .add("ehpad", new Lexicon.Term("EHPAD", null, Set.of("EHPAD"), null))
                    .expertise(
                            "SM04",
                            "Cardiologie et maladies vasculaires",
                            "cardiologie et maladies vasculaires")
                    .expertise("SM18", "Gériatrie", "geriatrie");

    private static final Map<String, Place> PLACES =
            Map.of(
                    "douai", new Place("59178", "Douai", "59500", 50.37, 3.08),
                    "59500", new Place("59178", "Douai", "59500", 50.37, 3.08),
                    "saint amand les eaux",
                            new Place("59526", "Saint-Amand-les-Eaux", "59230", 50.45, 3.43),
                    "saint amand", new Place("18197", "Saint-Amand-Montrond", "18200", 46.72, 2.5),
                    "amand", new Place("99999", "Amand", null, null, null),
                    "gilles", new Place("28180", "Gilles", "28260", 48.92, 1.42),
                    "lens", new Place("62498", "Lens", "62300", 50.43, 2.83));

    private static Understood read(String typed) {
        return Reading.of(typed, LEXICON, ReadingTest::places, "gilles"::equals);
    }

    private static Map<String, Place> places(Collection<String> keys) {
        return PLACES.entrySet().stream()
                .filter(e -> keys.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void pieces_are_understood_in_any_order_and_said_back() {
        for (var typed :
                new String[] {
                    "infirmier libre à moins de 15 km de Douai dupon",
                    "dupon infirmier Douai 15km libre",
                    "à Douai, 15 km : Dupon, infirmier disponible"
                }) {
            var read = read(typed);
            assertThat(read.professions()).as(typed).containsExactly("INFIRMIER");
            assertThat(read.need()).as(typed).isEqualTo("INF");
            assertThat(read.place()).as(typed).isEqualTo(PLACES.get("douai"));
            assertThat(read.km()).as(typed).isEqualTo(15);
            assertThat(read.free()).as(typed).isTrue();
            assertThat(read.name()).as(typed).isEqualTo("dupon");
        }
        assertThat(read("infirmier Douai dupon").pieces())
                .extracting(Piece::words)
                .containsExactly("Infirmier", "Douai (59)", "nom proche de «\u00a0dupon\u00a0»");
    }

    @Test
    void a_piece_is_taken_off_with_its_words_or_read_as_a_name() {
        var pieces = read("infirmier Douai dupon").pieces();
        assertThat(pieces)
                .extracting(Piece::without)
                .containsExactly("Douai dupon", "infirmier dupon", "infirmier Douai");
        assertThat(pieces.get(1).asName()).isEqualTo("infirmier \"Douai\" dupon");
        var again = read("infirmier \"Douai\" dupon");
        assertThat(again.place()).isNull();
        assertThat(again.name()).isEqualTo("douai dupon");
    }

    @Test
    void the_longest_commune_wins_and_a_word_alone_is_a_name() {
        assertThat(read("kiné saint-amand-les-eaux").place())
                .isEqualTo(PLACES.get("saint amand les eaux"));
        assertThat(read("kiné St Amand les Eaux").place())
                .isEqualTo(PLACES.get("saint amand les eaux"));
        assertThat(read("lens").place()).as("alone").isNull();
        assertThat(read("lens").name()).isEqualTo("lens");
        assertThat(read("à lens").place()).as("announced").isEqualTo(PLACES.get("lens"));
        assertThat(read("lens à Douai").place())
                .as("announced first")
                .isEqualTo(PLACES.get("douai"));
        assertThat(read("lens à Douai").name()).isEqualTo("lens");
        assertThat(read("59500").place()).isEqualTo(PLACES.get("59500"));
        assertThat(read("le goff douai").name()).as("a little word of a name").isEqualTo("le goff");
        assertThat(read("martin le").name()).as("a given name begins").isEqualTo("martin le");
        assertThat(read("infirmier à").name()).as("a place will follow").isEmpty();
        assertThat(read("Dr Morel, Douai").name()).isEqualTo("morel");
    }

    @Test
    void a_usual_given_name_beside_a_name_is_nobodys_commune() {
        assertThat(read("dupont gilles").name()).isEqualTo("dupont gilles");
        assertThat(read("Gilles Dupont").place()).isNull();
        assertThat(read("infirmier dupont gilles").name()).isEqualTo("dupont gilles");
        assertThat(read("dupont à Gilles").place()).as("announced").isEqualTo(PLACES.get("gilles"));
        assertThat(read("infirmier Gilles").place())
                .as("beside no name")
                .isEqualTo(PLACES.get("gilles"));
        assertThat(read("dupont Lens").place()).as("no given name").isEqualTo(PLACES.get("lens"));
    }

    @Test
    void specialties_kinds_the_person_and_the_network_are_words_of_their_own() {
        assertThat(read("cardiologue douai").expertises()).containsExactly("SM04");
        assertThat(read("gériatre").expertises()).containsExactly("SM18");
        assertThat(read("aide à domicile lens").kinds()).containsExactly("SAD");
        assertThat(read("aide à domicile lens").atHome()).as("its name, not a condition").isFalse();
        assertThat(read("kiné à domicile").atHome()).isTrue();
        var near = read("sage-femme à moins de 10 km de cette personne");
        assertThat(near.person()).isTrue();
        assertThat(near.km()).isEqualTo(10);
        assertThat(near.name()).isEmpty();
        assertThat(read("kiné déjà dans notre réseau").ours()).isTrue();
        assertThat(read("kiné libéral").mode()).isEqualTo("L");
        assertThat(read("infirmière salariée").mode()).isEqualTo("S");
    }

    @Test
    void a_number_is_read_alone_and_nonsense_is_harmless() {
        assertThat(read("8 101 0000 0017").number()).isEqualTo("10100000017");
        assertThat(read("590000006").number()).isEqualTo("590000006");
        assertThat(read("590000006").pieces()).extracting(Piece::sort).containsExactly(Sort.NUMBER);
        assertThat(read("").pieces()).isEmpty();
        assertThat(read("% ' \" -- <b> \0").name()).isEqualTo("b");
        assertThat(read("km de à").pieces()).isEmpty();
        assertThat(read("a ".repeat(500)).name()).isEmpty();
    }

    @Test
    void distances_on_the_sphere_are_those_of_the_map() {
        // Lille to Paris, town halls: 203 km
        assertThat(PlacesAround.metres(50.6311, 3.0468, 48.8566, 2.3522))
                .isBetween(202_000, 204_500);
        assertThat(PlacesAround.metres(50, 3, 50, 3)).isZero();
    }
}
