package fr.maillage.demo.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.platform.Tenancy;
import fr.maillage.portability.Takeovers;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Two lists of former tools: one tried, with what is wrong in it, in the structure of the
/// platform; one taken over in another. Written by the application itself.
@Component
class TakeoverPart {

    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADINGS =
            "N° dossier;Nom;Prénom;Civilité;Date de naissance;Adresse;CP;Ville;Téléphone;Statut;Inclus le;Thématique;Motif;Complexité;Coordinatrice;Prochaine évaluation;Médecin traitant;Consentement;Consentement le;Forme;Intervenant 1;Profession intervenant 1;Intervention 1;Intervention 1 date;Intervention 1 rythme;Droit 1;Droit 1 état;Droit 1 début;Droit 1 fin\n";

    private final Takeovers takeovers;
    private final Networks networks;
    private final Clock clock;

    TakeoverPart(Takeovers takeovers, Networks networks, Clock clock) {
        this.takeovers = takeovers;
        this.networks = networks;
        this.clock = clock;
    }

    /// @param structures those of the region, always in the same order
    void write(List<NetworkId> structures) {
        var taken = false;
        for (var network : structures) {
            var head = head(network);
            if (head.isEmpty()) continue;
            // the head everybody enters as finds a list that waits for her
            if (head.get().displayName().toUpperCase(Locale.FRENCH).endsWith("VANDAMME")) {
                head.get().run(() -> takeovers.tried("patients suivis 2025.csv", tried()));
            } else if (!taken) {
                taken = true;
                head.get()
                        .run(() ->
                                takeovers.take(
                                        takeovers.tried("cahier de l’antenne.csv", done()), null));
            }
        }
    }

    private Optional<SignedIn> head(NetworkId network) {
        return Tenancy.of(network).call(() -> networks.team(LocalDate.now(clock))).stream()
                .filter(m -> m.function().equals("HEAD") && m.accountId() != null)
                .findFirst()
                .map(m ->
                        SignedIn.atWork(
                                Objects.requireNonNull(m.accountId()),
                                m.name(),
                                Role.HEAD,
                                network));
    }

    private byte[] tried() {
        var today = LocalDate.now(clock);
        var next = today.plusMonths(4).format(DAY);
        var act = today.plusDays(8).format(DAY);
        return ("Export de l’ancien outil;;;\n"
                        + HEADINGS
                        + "P-014;LEMAIRE;Jeannine;Mme;14/03/1941;3 rue des Peupliers;59500;Douai;327880014;en cours;12/01/2024;Gérontologie;Maintien à domicile difficile;niveau 3;;"
                        + next
                        + ";Dr Paul VERBEKE;oui;12/01/2024;écrit;Lucie CARPENTIER;Infirmière;Passage infirmier;"
                        + act
                        + ";toutes les semaines;APA;accordé;01/01/2024;31/12/2026\n"
                        + "P-015;LEROY;Odette;Mme;12/04/1942;;59500;Douai;;en cours;03/02/2025;Gérontologie;;2;;;;;;;;;;;;;;;\n"
                        + "P-016;DELHAYE;Roger;M.;31/02/1939;;59500;Douai;;en cours;03/02/2025;Gérontologie;;2;;;;;;;;;;;;;;;\n"
                        + "P-017;BAILLEUL;Simone;Mme;05/05/38;;59500;Douai;0327;en cours;10/09/2024;Gérontologie;Aidant épuisé;2;;"
                        + next
                        + ";;oui;;;;;;;;AME;demandé;;\n"
                        + "P-018;COUSIN;Fernand;M.;17/11/1946;;59490;Somain;;en cours;21/10/2024;Gérontologie;;1;;;;oui;21/10/2024;oral;;;Bilan podologique;#REF!;;;;;\n"
                        + "P-019;WATTIEZ;Ginette;Mme;02/02/1935;;59500;Douai;;clos;01/06/2020;Gérontologie;;2;;;;;;;;;;;;;;;\n"
                        + "P-014;LEMAIRE;Jeannine;Mme;14/03/1941;;59500;Douai;;en cours;12/01/2024;Gérontologie;;3;;;;;;;;;;;;;;;\n"
                        + "P-020;MACAREZ;Albert;M.;23/07/1950;8 rue du Marais;59287;Guesnain;;en cours;02/12/2024;Gérontologie;Retour à domicile;2;;"
                        + next
                        + ";;oui;02/12/2024;écrit;Karine MACAREZ;;;;;C2S;accordé;01/03/2025;28/02/2027\n"
                        + "P-021;HENNEBELLE;Yvette;Mme;30/08/1944;;59500;Douai;;en cours;15/04/2025;Gérontologie;;2;;;;non;;;;;;;;;;;\n")
                .getBytes(LATIN);
    }

    private byte[] done() {
        var today = LocalDate.now(clock);
        var theme = networks.themes(today).getFirst().label();
        var lines = new StringBuilder(HEADINGS);
        var names =
                List.of(
                        "ACCART;Gisèle;Mme;03/01/1940", "BOIDIN;Lucien;M.;18/06/1937",
                        "CALONNE;Thérèse;Mme;27/09/1945", "DEBRUYNE;Marcel;M.;11/11/1941",
                        "ECREPONT;Huguette;Mme;06/02/1939", "FAUQUET;Robert;M.;29/05/1948",
                        "GALLOIS;Denise;Mme;14/10/1943", "HOUVENAGHEL;Georges;M.;22/04/1936");
        for (int i = 0; i < names.size(); i++)
            lines.append("C-")
                    .append(101 + i)
                    .append(';')
                    .append(names.get(i))
                    .append(";;62300;Lens;;en cours;")
                    .append(today.minusMonths(5 + i).format(DAY))
                    .append(';')
                    .append(theme)
                    .append(";")
                    .append("Maintien à domicile difficile;")
                    .append(1 + i % 3)
                    .append(";;")
                    .append(today.plusMonths(2 + i % 6).format(DAY))
                    .append(";;oui;")
                    .append(today.minusMonths(5 + i).format(DAY))
                    .append(";écrit;;;Visite de la coordinatrice;")
                    .append(today.plusDays(5 + 3L * i).format(DAY))
                    .append(";tous les mois;;;;\n");
        lines.append("C-110;IDZIAK;Renée;Mme;31/04/1942;;62300;Lens;;en cours;")
                .append(today.minusMonths(3).format(DAY))
                .append(';')
                .append(theme)
                .append(";;2;;;;;;;;;;;;;;;\n");
        return lines.toString().getBytes(LATIN);
    }
}
