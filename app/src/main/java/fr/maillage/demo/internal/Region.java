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

/// The three invented structures of the demonstration, in real zones of Nord – Pas-de-Calais, with
/// their teams and the accounts of who can sign in. Names, numbers and figures belong to nobody.
final class Region {

    private static final String HOURS = "du lundi au vendredi, 8 h 30 – 17 h 30";

    private final Copy copy;
    private final Places places;
    private final RandomGenerator random;
    private final LocalDate today;
    private final Instant created;
    private final String passwordHash;

    /// @param created when the structures began to use the application: a year ago
    Region(
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

    Structure platform() {
        var id = id();
        network(
                id,
                "Plateforme d’appui Scarpe-Hainaut (structure fictive)",
                "Appui Scarpe-Hainaut",
                "PLATEFORME",
                "59178",
                "03 53 01 10 00",
                "03 53 01 10 15");
        var gerontology = unit(id, "POLE", "Pôle Gérontologie", "59178");
        var palliative = unit(id, "POLE", "Pôle Cancer et soins palliatifs", "59178");
        var chronic = unit(id, "POLE", "Pôle Maladies chroniques et handicap", "59178");
        var douai = unit(id, "ANTENNE", "Antenne de Douai", "59178");
        var cambrai = unit(id, "ANTENNE", "Antenne de Cambrai", "59122");
        var valenciennes = unit(id, "ANTENNE", "Antenne de Valenciennes", "59606");
        var team =
                List.of(
                        member(
                                id,
                                "Claire",
                                "DUMONT",
                                "COORDINATOR",
                                "Infirmière",
                                douai,
                                "1",
                                List.of("AD-DO"),
                                "Coordonnatrice d’appui — Appui Scarpe-Hainaut (Douai) : sa journée, ses situations"),
                        member(
                                id,
                                "Karim",
                                "BELKACEM",
                                "COORDINATOR",
                                "Assistant de service social",
                                douai,
                                "1",
                                List.of("AD-DO"),
                                "Coordonnateur d’appui — Appui Scarpe-Hainaut (Douai)"),
                        member(
                                id,
                                "Élise",
                                "FLORENT",
                                "COORDINATOR",
                                "Infirmière",
                                cambrai,
                                "1",
                                List.of("HC-CA"),
                                null),
                        member(
                                id,
                                "Thomas",
                                "WALLET",
                                "COORDINATOR",
                                "Infirmier",
                                valenciennes,
                                "1",
                                List.of("HC-VA"),
                                null),
                        member(
                                id,
                                "Inès",
                                "MARÉCHAL",
                                "COORDINATOR",
                                "Psychologue",
                                valenciennes,
                                "0.8",
                                List.of("HC-VA"),
                                null),
                        member(
                                id,
                                "Sophie",
                                "LECLERC",
                                "SECRETARY",
                                "Secrétaire médico-sociale",
                                douai,
                                "1",
                                List.of(),
                                "Secrétaire — Appui Scarpe-Hainaut : reçoit les demandes"),
                        member(
                                id,
                                "Hélène",
                                "VANDAMME",
                                "HEAD",
                                "Directrice",
                                douai,
                                "1",
                                List.of(),
                                "Responsable — Appui Scarpe-Hainaut : activité, files actives, publication"),
                        member(
                                id,
                                "Paul",
                                "ROUSSEL",
                                "DOCTOR",
                                "Gériatre",
                                douai,
                                "0.5",
                                List.of(),
                                "Médecin de l’équipe — Appui Scarpe-Hainaut"));
        themes(
                id,
                ordered(
                        "GERONTOLOGIE",
                        44,
                        "SOINS_PALLIATIFS",
                        14,
                        "CANCEROLOGIE",
                        12,
                        "HANDICAP",
                        9,
                        "PROXIMITE_POLY",
                        13,
                        "PERINATALITE",
                        4,
                        "SANTE_MENTALE",
                        4));
        settings(id);
        return new Structure(
                id,
                "Plateforme d’appui Scarpe-Hainaut",
                "Appui Scarpe-Hainaut",
                "03 53 01 10 00",
                team,
                ordered(
                        "GERONTOLOGIE",
                        44,
                        "SOINS_PALLIATIFS",
                        14,
                        "CANCEROLOGIE",
                        12,
                        "HANDICAP",
                        9,
                        "PROXIMITE_POLY",
                        13,
                        "PERINATALITE",
                        4,
                        "SANTE_MENTALE",
                        4),
                Map.of(
                        "GERONTOLOGIE",
                        gerontology,
                        "SOINS_PALLIATIFS",
                        palliative,
                        "CANCEROLOGIE",
                        palliative,
                        "HANDICAP",
                        chronic,
                        "PROXIMITE_POLY",
                        chronic,
                        "PERINATALITE",
                        chronic,
                        "SANTE_MENTALE",
                        chronic));
    }

    Structure network() {
        var id = id();
        network(
                id,
                "Réseau Gohelle-Béthunois, gérontologie et soins palliatifs (structure fictive)",
                "Réseau Gohelle-Béthunois",
                "RESEAU",
                "62498",
                "03 53 01 20 00",
                null);
        var lens = unit(id, "ANTENNE", "Antenne de Lens", "62498");
        var bethune = unit(id, "ANTENNE", "Antenne de Béthune", "62119");
        var team =
                List.of(
                        member(
                                id,
                                "Marion",
                                "CARPENTIER",
                                "COORDINATOR",
                                "Infirmière",
                                lens,
                                "1",
                                List.of("AD-LH"),
                                "Coordonnatrice d’appui — Réseau Gohelle-Béthunois (Lens)"),
                        member(
                                id,
                                "Julien",
                                "DEBRUYNE",
                                "COORDINATOR",
                                "Infirmier",
                                lens,
                                "1",
                                List.of("AD-LH"),
                                null),
                        member(
                                id,
                                "Amina",
                                "HADDAD",
                                "COORDINATOR",
                                "Conseillère en économie sociale",
                                bethune,
                                "1",
                                List.of("AD-BB"),
                                null),
                        member(
                                id,
                                "Nadine",
                                "POULAIN",
                                "SECRETARY",
                                "Secrétaire",
                                lens,
                                "0.8",
                                List.of(),
                                null),
                        member(
                                id,
                                "Olivier",
                                "LEMAIRE",
                                "HEAD",
                                "Directeur",
                                lens,
                                "1",
                                List.of(),
                                "Responsable — Réseau Gohelle-Béthunois"),
                        member(
                                id,
                                "Catherine",
                                "BLONDEL",
                                "DOCTOR",
                                "Médecin de soins palliatifs",
                                lens,
                                "0.4",
                                List.of(),
                                null));
        var themes =
                ordered(
                        "GERONTOLOGIE",
                        38,
                        "SOINS_PALLIATIFS",
                        24,
                        "DIABETOLOGIE",
                        14,
                        "ADDICTOLOGIE",
                        8,
                        "CARDIOVASCULAIRE",
                        10,
                        "PATHOLOGIES_RESPIRATOIRES",
                        6);
        themes(id, themes);
        settings(id);
        return new Structure(
                id,
                "Réseau Gohelle-Béthunois",
                "Réseau Gohelle-Béthunois",
                "03 53 01 20 00",
                team,
                themes,
                Map.of());
    }

    Structure dac() {
        var id = id();
        network(
                id,
                "DAC Flandre-Métropole-Littoral (structure fictive)",
                "DAC Flandre-Métropole",
                "DAC",
                "59350",
                "03 53 01 30 00",
                "03 53 01 30 15");
        var lille = unit(id, "ANTENNE", "Antenne de Lille", "59350");
        var hazebrouck = unit(id, "ANTENNE", "Antenne d’Hazebrouck", "59295");
        var calais = unit(id, "ANTENNE", "Antenne de Calais", "62193");
        var team =
                List.of(
                        member(
                                id,
                                "Nina",
                                "FOURNIER",
                                "COORDINATOR",
                                "Assistante de service social",
                                lille,
                                "1",
                                List.of("MF-LI"),
                                "Coordonnatrice d’appui — DAC Flandre-Métropole (Lille)"),
                        member(
                                id,
                                "Samuel",
                                "DECLERCQ",
                                "COORDINATOR",
                                "Infirmier",
                                lille,
                                "1",
                                List.of("MF-LI", "MF-RT"),
                                null),
                        member(
                                id,
                                "Laure",
                                "VERMEERSCH",
                                "COORDINATOR",
                                "Infirmière",
                                hazebrouck,
                                "1",
                                List.of("MF-FI"),
                                "Coordonnatrice d’appui — DAC Flandre-Métropole (Hazebrouck) : suit M. et Mme VASSEUR"),
                        member(
                                id,
                                "Hugo",
                                "TASSART",
                                "COORDINATOR",
                                "Éducateur spécialisé",
                                calais,
                                "1",
                                List.of("LI-CL"),
                                null),
                        member(
                                id,
                                "Fatou",
                                "SARR",
                                "SECRETARY",
                                "Secrétaire",
                                lille,
                                "1",
                                List.of(),
                                "Secrétaire — DAC Flandre-Métropole"),
                        member(
                                id,
                                "Béatrice",
                                "COUSIN",
                                "HEAD",
                                "Directrice",
                                lille,
                                "1",
                                List.of(),
                                "Responsable — DAC Flandre-Métropole"),
                        member(
                                id,
                                "Étienne",
                                "MASSON",
                                "DOCTOR",
                                "Médecin généraliste",
                                lille,
                                "0.3",
                                List.of(),
                                null));
        var themes =
                ordered(
                        "GERONTOLOGIE",
                        34,
                        "PRECARITE",
                        15,
                        "PROXIMITE_POLY",
                        15,
                        "SANTE_MENTALE",
                        8,
                        "PERINATALITE",
                        8,
                        "CANCEROLOGIE",
                        8,
                        "SOINS_PALLIATIFS",
                        7,
                        "MALADIES_INFECTIEUSES",
                        5);
        themes(id, themes);
        settings(id);
        return new Structure(
                id,
                "DAC Flandre-Métropole-Littoral",
                "DAC Flandre-Métropole",
                "03 53 01 30 00",
                team,
                themes,
                Map.of());
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

    private void network(
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

    private UUID unit(UUID network, String kind, String name, String communeCode) {
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

    private Member member(
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

    private void themes(UUID network, Map<String, Integer> themes) {
        for (var theme : themes.keySet())
            copy.add(Into.NETWORK_THEME, network, theme, today.minusYears(6));
    }

    private void settings(UUID network) {
        copy.add(Into.SETTING, network, "URGENCY_ON_CALL", -1, "0", created, null);
        copy.add(Into.SETTING, network, "NO_CONTACT_DAYS", 3, "45", created, null);
        copy.add(Into.SETTING, network, "NO_CONTACT_DAYS", 1, "90", created, null);
    }

    private UUID id() {
        return Ids.at(created, random);
    }

    /// « claire.dumont »: no accent, no space.
    static String login(String given, String family) {
        return fr.maillage.kernel.PersonName.searchKey(given + " " + family).replace(' ', '.');
    }

    private static Map<String, Integer> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < pairs.length; i += 2)
            map.put((String) pairs[i], (Integer) pairs[i + 1]);
        return map;
    }
}
