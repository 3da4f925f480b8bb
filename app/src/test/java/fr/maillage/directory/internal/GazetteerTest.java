package fr.maillage.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Finder.Place;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Communes in memory answer as a look at every one of them would.
class GazetteerTest {

    private static Gazetteer.Commune commune(
            String code, String name, String postcode, int population, int edition) {
        return new Gazetteer.Commune(
                new Place(code, name, postcode, 50.0, 3.0),
                name.toLowerCase(java.util.Locale.ROOT),
                List.of(postcode),
                population,
                edition);
    }

    private static final Gazetteer NAMED =
            new Gazetteer(
                    List.of(
                            commune("18197", "Saint", "18200", 9_000, 2026),
                            commune("59526", "Saint", "59230", 100, 2026),
                            commune("62001", "Saint", "62000", 90_000, 2018),
                            commune("59178", "Saintes", "59500", -1, 2026)));

    @Test
    void of_several_communes_of_one_name_the_one_of_today_nearest_who_asks_is_meant() {
        assertThat(NAMED.named(List.of("saint"), null).get("saint").code())
                .as("the most populated of those of today")
                .isEqualTo("18197");
        assertThat(NAMED.named(List.of("saint"), "59350").get("saint").code())
                .as("of the département of who asks")
                .isEqualTo("59526");
        assertThat(NAMED.named(List.of("59500", "nowhere"), null).keySet())
                .containsExactly("59500");
        assertThat(NAMED.beginning("saint", null)).map(Place::code).contains("18197");
        assertThat(NAMED.beginning("sainte", null)).map(Place::code).contains("59178");
        assertThat(NAMED.beginning("sa", null)).as("two letters begin too much").isEmpty();
        assertThat(NAMED.allBeginning("saint", 3)).containsExactly("62001", "18197", "59526");
        assertThat(NAMED.town("saint")).as("one of them has 90,000 inhabitants").isTrue();
        assertThat(NAMED.town("saintes")).isFalse();
        assertThat(NAMED.find("59526")).map(Place::postcode).contains("59230");
    }

    @Test
    void those_around_are_those_a_measure_of_every_commune_finds() {
        var random = new SplittableRandom(5);
        var places =
                IntStream.range(0, 3_000)
                        .mapToObj(i ->
                                new Place(
                                        "%05d".formatted(i),
                                        "c" + i,
                                        null,
                                        i == 7 ? null : random.nextDouble(-21.5, 51.5),
                                        random.nextDouble(-63, 56)))
                        .toList();
        var gazetteer =
                new Gazetteer(
                        places.stream()
                                .map(p -> new Gazetteer.Commune(p, p.name(), List.of(), 1, 2026))
                                .toList());
        for (int km : new int[] {0, 15, 200, 700})
            for (var centre : places.subList(0, 40)) {
                var found = gazetteer.around(centre, km);
                assertThat(found.keySet().iterator().next()).isEqualTo(centre.code());
                assertThat(List.copyOf(found.values())).isSorted();
                if (centre.latitude() == null) assertThat(found).hasSize(1);
                else assertThat(found).isEqualTo(everyOne(places, centre, km));
            }
    }

    private static Map<String, Integer> everyOne(List<Place> places, Place centre, int km) {
        return places.stream()
                .filter(p -> p.latitude() != null)
                .collect(
                        Collectors.toMap(
                                Place::code,
                                p ->
                                        PlacesAround.metres(
                                                centre.latitude(),
                                                centre.longitude(),
                                                p.latitude(),
                                                p.longitude())))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() <= km * 1000)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
