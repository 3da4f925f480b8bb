package fr.maillage.demo.internal;

import java.util.List;
import java.util.Map;

/// The three invented structures of the demonstration, in real zones of Nord – Pas-de-Calais, with
/// their teams and the accounts of who can sign in. Names, numbers and figures belong to nobody.
final class Region {

    private final StructureWriter writer;

    Region(StructureWriter writer) {
        this.writer = writer;
    }

    Structure platform() {
        var id = writer.id();
        writer.network(
                id,
                "Plateforme d’appui Scarpe-Hainaut (structure fictive)",
                "Appui Scarpe-Hainaut",
                "PLATEFORME",
                "59178",
                "03 53 01 10 00",
                "03 53 01 10 15");
        var gerontology = writer.unit(id, "POLE", "Pôle Gérontologie", "59178");
        var palliative = writer.unit(id, "POLE", "Pôle Cancer et soins palliatifs", "59178");
        var chronic = writer.unit(id, "POLE", "Pôle Maladies chroniques et handicap", "59178");
        var douai = writer.unit(id, "ANTENNE", "Antenne de Douai", "59178");
        var cambrai = writer.unit(id, "ANTENNE", "Antenne de Cambrai", "59122");
        var valenciennes = writer.unit(id, "ANTENNE", "Antenne de Valenciennes", "59606");
        var team =
                List.of(
                        writer.member(
                                id,
                                "Claire",
                                "DUMONT",
                                "COORDINATOR",
                                "Infirmière",
                                douai,
                                "1",
                                List.of("AD-DO"),
                                "Coordonnatrice d’appui — Appui Scarpe-Hainaut (Douai) : sa journée, ses situations"),
                        writer.member(
                                id,
                                "Karim",
                                "BELKACEM",
                                "COORDINATOR",
                                "Assistant de service social",
                                douai,
                                "1",
                                List.of("AD-DO"),
                                "Coordonnateur d’appui — Appui Scarpe-Hainaut (Douai)"),
                        writer.member(
                                id,
                                "Élise",
                                "FLORENT",
                                "COORDINATOR",
                                "Infirmière",
                                cambrai,
                                "1",
                                List.of("HC-CA"),
                                null),
                        writer.member(
                                id,
                                "Thomas",
                                "WALLET",
                                "COORDINATOR",
                                "Infirmier",
                                valenciennes,
                                "1",
                                List.of("HC-VA"),
                                null),
                        writer.member(
                                id,
                                "Inès",
                                "MARÉCHAL",
                                "COORDINATOR",
                                "Psychologue",
                                valenciennes,
                                "0.8",
                                List.of("HC-VA"),
                                null),
                        writer.member(
                                id,
                                "Sophie",
                                "LECLERC",
                                "SECRETARY",
                                "Secrétaire médico-sociale",
                                douai,
                                "1",
                                List.of(),
                                "Secrétaire — Appui Scarpe-Hainaut : reçoit les demandes"),
                        writer.member(
                                id,
                                "Hélène",
                                "VANDAMME",
                                "HEAD",
                                "Directrice",
                                douai,
                                "1",
                                List.of(),
                                "Responsable — Appui Scarpe-Hainaut : activité, files actives, publication"),
                        writer.member(
                                id,
                                "Paul",
                                "ROUSSEL",
                                "DOCTOR",
                                "Gériatre",
                                douai,
                                "0.5",
                                List.of(),
                                "Médecin de l’équipe — Appui Scarpe-Hainaut"));
        var themes =
                StructureWriter.ordered(
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
                        4);
        writer.themes(id, themes);
        writer.settings(id);
        return new Structure(
                id,
                "Plateforme d’appui Scarpe-Hainaut",
                "Appui Scarpe-Hainaut",
                "03 53 01 10 00",
                team,
                themes,
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
        var id = writer.id();
        writer.network(
                id,
                "Réseau Gohelle-Béthunois, gérontologie et soins palliatifs (structure fictive)",
                "Réseau Gohelle-Béthunois",
                "RESEAU",
                "62498",
                "03 53 01 20 00",
                null);
        var lens = writer.unit(id, "ANTENNE", "Antenne de Lens", "62498");
        var bethune = writer.unit(id, "ANTENNE", "Antenne de Béthune", "62119");
        var team =
                List.of(
                        writer.member(
                                id,
                                "Marion",
                                "CARPENTIER",
                                "COORDINATOR",
                                "Infirmière",
                                lens,
                                "1",
                                List.of("AD-LH"),
                                "Coordonnatrice d’appui — Réseau Gohelle-Béthunois (Lens)"),
                        writer.member(
                                id,
                                "Julien",
                                "DEBRUYNE",
                                "COORDINATOR",
                                "Infirmier",
                                lens,
                                "1",
                                List.of("AD-LH"),
                                null),
                        writer.member(
                                id,
                                "Amina",
                                "HADDAD",
                                "COORDINATOR",
                                "Conseillère en économie sociale",
                                bethune,
                                "1",
                                List.of("AD-BB"),
                                null),
                        writer.member(
                                id,
                                "Nadine",
                                "POULAIN",
                                "SECRETARY",
                                "Secrétaire",
                                lens,
                                "0.8",
                                List.of(),
                                null),
                        writer.member(
                                id,
                                "Olivier",
                                "LEMAIRE",
                                "HEAD",
                                "Directeur",
                                lens,
                                "1",
                                List.of(),
                                "Responsable — Réseau Gohelle-Béthunois"),
                        writer.member(
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
                StructureWriter.ordered(
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
        writer.themes(id, themes);
        writer.settings(id);
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
        var id = writer.id();
        writer.network(
                id,
                "DAC Flandre-Métropole-Littoral (structure fictive)",
                "DAC Flandre-Métropole",
                "DAC",
                "59350",
                "03 53 01 30 00",
                "03 53 01 30 15");
        var lille = writer.unit(id, "ANTENNE", "Antenne de Lille", "59350");
        var hazebrouck = writer.unit(id, "ANTENNE", "Antenne d’Hazebrouck", "59295");
        var calais = writer.unit(id, "ANTENNE", "Antenne de Calais", "62193");
        var team =
                List.of(
                        writer.member(
                                id,
                                "Nina",
                                "FOURNIER",
                                "COORDINATOR",
                                "Assistante de service social",
                                lille,
                                "1",
                                List.of("MF-LI"),
                                "Coordonnatrice d’appui — DAC Flandre-Métropole (Lille)"),
                        writer.member(
                                id,
                                "Samuel",
                                "DECLERCQ",
                                "COORDINATOR",
                                "Infirmier",
                                lille,
                                "1",
                                List.of("MF-LI", "MF-RT"),
                                null),
                        writer.member(
                                id,
                                "Laure",
                                "VERMEERSCH",
                                "COORDINATOR",
                                "Infirmière",
                                hazebrouck,
                                "1",
                                List.of("MF-FI"),
                                "Coordonnatrice d’appui — DAC Flandre-Métropole (Hazebrouck) : suit M. et Mme VASSEUR"),
                        writer.member(
                                id,
                                "Hugo",
                                "TASSART",
                                "COORDINATOR",
                                "Éducateur spécialisé",
                                calais,
                                "1",
                                List.of("LI-CL"),
                                null),
                        writer.member(
                                id,
                                "Fatou",
                                "SARR",
                                "SECRETARY",
                                "Secrétaire",
                                lille,
                                "1",
                                List.of(),
                                "Secrétaire — DAC Flandre-Métropole"),
                        writer.member(
                                id,
                                "Béatrice",
                                "COUSIN",
                                "HEAD",
                                "Directrice",
                                lille,
                                "1",
                                List.of(),
                                "Responsable — DAC Flandre-Métropole"),
                        writer.member(
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
                StructureWriter.ordered(
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
        writer.themes(id, themes);
        writer.settings(id);
        return new Structure(
                id,
                "DAC Flandre-Métropole-Littoral",
                "DAC Flandre-Métropole",
                "03 53 01 30 00",
                team,
                themes,
                Map.of());
    }
}
