package fr.maillage.demo.internal;

import fr.maillage.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Writes a structure, its places, its team and their accounts.
final class StructureWriter {

    private static final String HOURS = "du lundi au vendredi, 8 h 30 – 17 h 30";

    private final Copy copy;
    private final Places places;
    private final RandomGenerator random;
    private final LocalDate today;
    private final Instant created;
    private final String passwordHash;

    /// @param created when the structures began to use the application: a year ago
    StructureWriter(
            Copy copy,
            Places places,
            RandomGenerator random,
            LocalDate today,
            Instant created,
            String passwordHash) {
        this.copy = copy;
        this.places = places;
        this.random = random;
        this.today = today;
        this.created = created;
        this.passwordHash = passwordHash;
    }

    /// One more structure, for a load of a whole country: ten coordinators in one zone. Nobody
    /// signs in there.
    Structure another(int number, List<String> zones) {
        var id = id();
        var town =
                places.of(zones.subList(0, 1)).stream()
                        .max(java.util.Comparator.comparingInt(Commune::population))
                        .orElseThrow();
        var name = "Structure d’essai n° " + number;
        network(
                id,
                name + " (fictive)",
                "Essai " + number,
                "DAC",
                town.code(),
                "03 53 01 40 00",
                null);
        var unit = unit(id, "ANTENNE", "Antenne de " + town.name(), town.code());
        var team = new ArrayList<Member>();
        for (int i = 1; i <= 10; i++) {
            team.add(
                    member(
                            id,
                            "Agent" + i,
                            "ESSAI " + number,
                            "COORDINATOR",
                            "Infirmier",
                            unit,
                            "1",
                            List.of(zones.get(i % zones.size())),
                            null));
        }
        team.add(
                member(
                        id,
                        "Secrétaire",
                        "ESSAI " + number,
                        "SECRETARY",
                        null,
                        unit,
                        "1",
                        List.of(),
                        null));
        team.add(
                member(
                        id,
                        "Responsable",
                        "ESSAI " + number,
                        "HEAD",
                        null,
                        unit,
                        "1",
                        List.of(),
                        null));
        team.add(
                member(
                        id,
                        "Médecin",
                        "ESSAI " + number,
                        "DOCTOR",
                        null,
                        unit,
                        "0.5",
                        List.of(),
                        null));
        var themes =
                ordered(
                        "GERONTOLOGIE",
                        50,
                        "SOINS_PALLIATIFS",
                        15,
                        "PROXIMITE_POLY",
                        20,
                        "CANCEROLOGIE",
                        15);
        themes(id, themes);
        settings(id);
        return new Structure(id, name, "Essai " + number, "03 53 01 40 00", team, themes, Map.of());
    }

    /// An account outside the teams. Returns its id.
    UUID account(String login, String name, @Nullable String rpps, @Nullable String note) {
        var account = id();
        copy.add(Into.ACCOUNT, account, login, passwordHash, name, rpps, true, note, created);
        return account;
    }

    void membership(
            UUID account,
            String role,
            @Nullable UUID network,
            @Nullable String region,
            @Nullable UUID patient,
            @Nullable UUID member) {
        copy.add(
                Into.MEMBERSHIP,
                id(),
                account,
                role,
                network,
                region,
                patient,
                member,
                today.minusYears(1));
    }

    void network(
            UUID id,
            String name,
            String shortName,
            String kind,
            String communeCode,
            String phone,
            @Nullable String onCall) {
        var commune = places.get(communeCode);
        copy.add(
                Into.NETWORK,
                id,
                name,
                shortName,
                kind,
                "Association loi 1901",
                Names.finess(90_000 + random.nextInt(9_999)),
                "32",
                Names.street(random),
                commune.code(),
                commune.name(),
                phone,
                "contact@appui.example",
                HOURS,
                onCall,
                onCall == null ? null : "le samedi et le dimanche, 9 h – 18 h",
                "Charte éthique de la structure (fictive) : la personne décide, ce qui se partage est dit.",
                today.minusYears(1),
                created);
    }

    UUID unit(UUID network, String kind, String name, String communeCode) {
        var id = id();
        var commune = places.get(communeCode);
        copy.add(
                Into.UNIT,
                network,
                id,
                kind,
                name,
                commune.code(),
                commune.name(),
                Names.street(random),
                "03 53 01 %02d %02d".formatted(random.nextInt(100), random.nextInt(100)));
        return id;
    }

    Member member(
            UUID network,
            String given,
            String family,
            String function,
            @Nullable String profile,
            UUID unit,
            String fte,
            List<String> zones,
            @Nullable String note) {
        var login = login(given, family);
        var doctor = function.equals("DOCTOR");
        var name = (doctor ? "Dr " : "") + given + " " + family;
        var account = account(login, name, null, note);
        var id = id();
        copy.add(
                Into.TEAM_MEMBER,
                network,
                id,
                account,
                family,
                given,
                function,
                profile,
                2 + random.nextInt(14),
                function.equals("COORDINATOR")
                        ? "Diplôme universitaire de coordination en santé"
                        : null,
                Names.landline(random),
                login + "@appui.example",
                unit,
                fte,
                zones,
                today.minusYears(2).minusDays(random.nextInt(900)));
        membership(
                account,
                function.equals("COORDINATOR") ? "COORDINATOR" : function,
                network,
                null,
                null,
                id);
        return new Member(id, account, name, function, unit, zones);
    }

    void themes(UUID network, Map<String, Integer> themes) {
        for (var theme : themes.keySet())
            copy.add(Into.NETWORK_THEME, network, theme, today.minusYears(6));
    }

    void settings(UUID network) {
        copy.add(Into.SETTING, network, "URGENCY_ON_CALL", -1, "0", created, null);
        copy.add(Into.SETTING, network, "NO_CONTACT_DAYS", 3, "45", created, null);
        copy.add(Into.SETTING, network, "NO_CONTACT_DAYS", 1, "90", created, null);
    }

    UUID id() {
        return Ids.at(created, random);
    }

    /// « claire.dumont »: no accent, no space.
    static String login(String given, String family) {
        return fr.maillage.kernel.PersonName.searchKey(given + " " + family).replace(' ', '.');
    }

    static Map<String, Integer> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < pairs.length; i += 2)
            map.put((String) pairs[i], (Integer) pairs[i + 1]);
        return map;
    }
}
