package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.kernel.CommuneCode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The committed files of the territory agree with each other and, where it gives figures, with the
/// regional document.
class TerritoryFilesTest {
    private static final List<Commune> COMMUNES =
            rows("communes.csv").stream().map(Commune::of).toList();

    @Test
    void four_territories_and_fifteen_zones() {
        var zones = rows("territories.csv");
        assertThat(zones).hasSize(15);
        assertThat(zones.stream().map(r -> r[1]).distinct())
                .containsExactly("AD", "HC", "LI", "MF");
        assertThat(COMMUNES.stream().map(Commune::zone).distinct())
                .containsExactlyInAnyOrderElementsOf(zones.stream().map(r -> r[3]).toList());
        assertThat(rows("regions.csv").stream().map(r -> r[0]))
                .containsAll(zones.stream().map(r -> r[0]).distinct().toList());
    }

    @Test
    void eighteen_regions_and_the_former_one_of_the_document() {
        var regions = rows("regions.csv");
        assertThat(regions).hasSize(19).extracting(r -> r[0]).doesNotHaveDuplicates();
        assertThat(regions)
                .filteredOn(r -> r[2].equals("ancienne"))
                .singleElement()
                .satisfies(r ->
                        assertThat(r)
                                .containsExactly("31", "Nord-Pas-de-Calais", "ancienne", "32"));
    }

    @Test
    void every_commune_is_told_once_and_lies_in_the_two_departements() {
        assertThat(COMMUNES).hasSize(1534).extracting(Commune::code).doesNotHaveDuplicates();
        assertThat(COMMUNES)
                .allSatisfy(c -> {
                    assertThat(new CommuneCode(c.code).departement()).isIn("59", "62");
                    assertThat(c.population).isPositive();
                    assertThat(c.latitude).isBetween(49.9, 51.1);
                    assertThat(c.longitude).isBetween(1.5, 4.3);
                    assertThat(c.postcodes).isNotEmpty().allMatch(p -> p.matches("(59|62)\\d{3}"));
                });
    }

    @Test
    void the_communes_of_the_country_hold_those_of_the_region_at_the_same_place() {
        var country =
                rows("communes_france.csv").stream()
                        .collect(Collectors.toMap(r -> r[0], r -> Double.parseDouble(r[2])));
        assertThat(country).hasSize(35_357);
        assertThat(COMMUNES)
                .allSatisfy(
                        c -> assertThat(country.get(c.code)).isCloseTo(c.latitude, within(0.02)));
    }

    @Test
    void the_douaisis_has_the_communes_of_the_document_and_nearly_its_population() {
        var printed =
                rows("territories.csv").stream()
                        .filter(r -> r[3].equals("AD-DO"))
                        .findFirst()
                        .orElseThrow();
        var douaisis = COMMUNES.stream().filter(c -> c.zone.equals("AD-DO")).toList();
        assertThat(douaisis).hasSize(Integer.parseInt(printed[8]));
        double population = douaisis.stream().mapToInt(Commune::population).sum();
        assertThat(population / Integer.parseInt(printed[7])).isBetween(0.95, 1.05);
    }

    @Test
    void towns_are_in_the_zone_people_expect() {
        var zones =
                COMMUNES.stream()
                        .collect(Collectors.toMap(Commune::name, Commune::zone, (a, _) -> a));
        assertThat(zones)
                .containsAllEntriesOf(
                        Map.ofEntries(
                                Map.entry("Douai", "AD-DO"),
                                Map.entry("Somain", "AD-DO"),
                                Map.entry("Lens", "AD-LH"),
                                Map.entry("Hénin-Beaumont", "AD-LH"),
                                Map.entry("Béthune", "AD-BB"),
                                Map.entry("Bruay-la-Buissière", "AD-BB"),
                                Map.entry("Arras", "AD-AR"),
                                Map.entry("Cambrai", "HC-CA"),
                                Map.entry("Maubeuge", "HC-SA"),
                                Map.entry("Valenciennes", "HC-VA"),
                                Map.entry("Dunkerque", "LI-DK"),
                                Map.entry("Bergues", "LI-DK"),
                                Map.entry("Calais", "LI-CL"),
                                Map.entry("Saint-Omer", "LI-AU"),
                                Map.entry("Boulogne-sur-Mer", "LI-BO"),
                                Map.entry("Berck", "LI-MO"),
                                Map.entry("Lille", "MF-LI"),
                                Map.entry("Roubaix", "MF-RT"),
                                Map.entry("Tourcoing", "MF-RT"),
                                Map.entry("Hazebrouck", "MF-FI"),
                                Map.entry("Bailleul", "MF-FI"),
                                Map.entry("Merville", "MF-FI"),
                                Map.entry("Cassel", "MF-FI"),
                                Map.entry("Steenvoorde", "MF-FI")));
    }

    @Test
    void a_zone_holds_between_fifty_thousand_people_and_a_million() {
        var byZone =
                COMMUNES.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Commune::zone, Collectors.summingInt(Commune::population)));
        assertThat(byZone.values()).allMatch(p -> p > 50_000 && p < 1_000_000);
        assertThat(byZone.values().stream().mapToInt(Integer::intValue).sum())
                .isBetween(4_000_000, 4_150_000);
    }

    private static List<String[]> rows(String file) {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        TerritoryFilesTest.class.getResourceAsStream(
                                                "/territory/" + file)),
                                StandardCharsets.UTF_8))) {
            // the only quoted cell is the last one, a source
            return in.lines()
                    .skip(1)
                    .map(line -> line.replaceFirst(",\"[^\"]*\"$", ",quoted").split(",", -1))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Commune(
            String code,
            String name,
            List<String> postcodes,
            int population,
            double latitude,
            double longitude,
            String zone) {
        static Commune of(String[] row) {
            assertThat(row).hasSize(9);
            return new Commune(
                    row[0],
                    row[1],
                    List.of(row[2].split(" ")),
                    Integer.parseInt(row[3]),
                    Double.parseDouble(row[6]),
                    Double.parseDouble(row[7]),
                    row[8]);
        }
    }
}
