package fr.maillage.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/// An extraction of persons and activities of the size of the national one, the same for the same
/// seed, with nobody real in it.
///
/// Family names: 220,000 distinct ones made of syllables, the r-th most frequent borne by a share
/// proportional to 1 / (r + 18)^0.92, so that the first has about 0.3 % of the people, the first
/// thousand about a fifth, and most names few bearers, as the published lists of French names show.
/// One in twenty-five is double. Given names: 2,500, in proportion to 1 / (r + 6), one in ten
/// double. One person in four has a second activity, one in sixteen a third. Communes: those of the
/// whole country in an order drawn once, in proportion to 1 / (r + 30). Professions as the
/// published statistics round them: nurses 36 %, physicians 17 %, physiotherapists 7 %, and so on.
final class NationalDirectory {

    /// Header of the extraction, 56 columns.
    static final String HEADER =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|Enseigne commerciale site|Complément destinataire (coord. structure)|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|Bureau cedex (coord. structure)|Code postal (coord. structure)|Code commune (coord. structure)|Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|Adresse e-mail (coord. structure)|Code Département (structure)|Libellé Département (structure)|Ancien identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|Code section tableau pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|Code genre activité|Libellé genre activité|";

    private static final String[][] PROFESSIONS = {
        {"60", "Infirmier", "36"},
        {"10", "Médecin", "17"},
        {"35", "Aide-soignant", "9"},
        {"70", "Masseur-Kinésithérapeute", "7"},
        {"21", "Pharmacien", "5"},
        {"40", "Chirurgien-Dentiste", "4"},
        {"93", "Psychologue", "5"},
        {"98", "Manipulateur ERM", "3"},
        {"28", "Opticien-Lunetier", "3"},
        {"91", "Orthophoniste", "2"},
        {"50", "Sage-Femme", "2"},
        {"80", "Pédicure-Podologue", "1"},
        {"94", "Ergothérapeute", "2"},
        {"95", "Diététicien", "2"},
        {"71", "Ostéopathe", "2"}
    };
    private static final String[][] SPECIALTIES = {
        {"SM54", "Médecine générale"},
        {"SM54", "Médecine générale"},
        {"SM26", "Qualifié en médecine générale"},
        {"SM53", "Spécialiste en médecine générale"},
        {"SM04", "Cardiologie et maladies vasculaires"},
        {"SM18", "Gériatrie"},
        {"SM36", "Oncologie option médicale"},
        {"SM40", "Pédiatrie"},
        {"SM42", "Psychiatrie"},
        {"SM44", "Radio-diagnostic"}
    };
    private static final String[] STARTS = {
        "MAR", "BER", "DU", "LE", "RO", "GAR", "MO", "LAM", "FON", "CHE", "PER", "BOU", "GI", "RE",
        "VAN", "DE", "LA", "CAR", "SAU", "FAU", "HU", "MEU", "BLAN", "GUE", "BAR", "COL", "JO",
                "NI",
        "PI", "RI", "TE", "VI", "AU", "BRU", "CLE", "DAN", "FER", "GRA", "KER", "LOU", "MAI", "PLA"
    };
    private static final String[] MIDDLES = {
        "TI", "NA", "RE", "LI", "BE", "CHA", "MI", "SO", "VA", "DRI", "GO", "PE", "LO", "RI", "MA",
        "NE", "ZA", "CI", "BRO", "TRE", "QUE", "FLO", "JA", "BA", "DI", "VE"
    };
    private static final String[] ENDS = {
        "N", "RD", "T", "SSE", "UX", "ND", "LLE", "IER", "EAU", "ET", "ON", "OT", "EZ", "AULT",
        "IN", "ARD", "EL", "AIN", "ANT", "ERT", "OIS", "IC", "ECK", "AERT", "OU", "Y"
    };

    private final SplittableRandom random;
    private final String[] families;
    private final double[] familyShares;
    private final String[] givens;
    private final double[] givenShares;
    private final List<String[]> communes;
    private final double[] communeShares;

    NationalDirectory(long seed) {
        random = new SplittableRandom(seed);
        families = names(220_000, 1, 3);
        familyShares = shares(families.length, 18, 0.92);
        givens = names(2_500, 0, 2);
        givenShares = shares(givens.length, 6, 1);
        communes = communes();
        communeShares = shares(communes.size(), 30, 1);
    }

    private String[] names(int count, int least, int most) {
        var made = new HashSet<String>();
        var list = new ArrayList<String>();
        while (list.size() < count) {
            var name = new StringBuilder(pick(STARTS));
            for (int n = random.nextInt(least, most + 1); n > 0; n--) name.append(pick(MIDDLES));
            name.append(pick(ENDS));
            if (made.add(name.toString())) list.add(name.toString());
        }
        return list.toArray(String[]::new);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static double[] shares(int count, double shift, double power) {
        var cumulated = new double[count];
        double sum = 0;
        for (int r = 0; r < count; r++) cumulated[r] = sum += Math.pow(r + 1 + shift, -power);
        for (int r = 0; r < count; r++) cumulated[r] /= sum;
        return cumulated;
    }

    private int draw(double[] shares) {
        int at = Arrays.binarySearch(shares, random.nextDouble());
        return Math.min(shares.length - 1, at < 0 ? -at - 1 : at);
    }

    private List<String[]> communes() {
        var list = new ArrayList<String[]>();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        NationalDirectory.class.getResourceAsStream(
                                                "/territory/communes_france.csv")),
                                StandardCharsets.UTF_8))) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine())
                list.add(line.split(","));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (int i = list.size() - 1; i > 0; i--)
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        return list;
    }

    /// Writes `lines` activities.
    void write(Path file, long lines) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            long written = 0;
            for (long serial = 1; written < lines; serial++) {
                int activities = random.nextInt(4) == 0 ? random.nextInt(4) == 0 ? 3 : 2 : 1;
                written += person(out, serial, (int) Math.min(activities, lines - written));
            }
        }
    }

    private int person(OutputStream out, long serial, int activities) throws IOException {
        var rpps = rpps(serial);
        var family = families[draw(familyShares)];
        if (random.nextInt(25) == 0)
            family += (random.nextBoolean() ? "-" : " ") + families[draw(familyShares)];
        var given = givens[draw(givenShares)];
        if (random.nextInt(10) == 0) given += "-" + givens[draw(givenShares)];
        var profession = profession();
        var doctor = profession[0].equals("10");
        var specialty =
                doctor ? SPECIALTIES[random.nextInt(SPECIALTIES.length)] : new String[] {"", ""};
        boolean woman = random.nextInt(10) < 7;
        for (int i = 0; i < activities; i++) {
            var commune = communes.get(draw(communeShares));
            boolean alone = random.nextInt(3) == 0;
            long site = random.nextLong(400_000);
            var phone =
                    "0"
                            + random.nextInt(1, 6)
                            + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
            var line =
                    String.join(
                            "|",
                            "8",
                            rpps,
                            "8" + rpps,
                            doctor ? "DR" : "",
                            doctor ? "Docteur" : "",
                            woman ? "MME" : "M",
                            woman ? "Madame" : "Monsieur",
                            family,
                            given,
                            profession[0],
                            profession[1],
                            "C",
                            "Civil",
                            doctor ? "S" : "",
                            doctor ? "Spécialité ordinale" : "",
                            specialty[0],
                            specialty[1],
                            alone ? "L" : "S",
                            alone ? "Libéral, indépendant, artisan, commerçant" : "Salarié",
                            alone ? "" : String.format(Locale.ROOT, "%014d", site * 7919),
                            "",
                            alone ? "" : String.format(Locale.ROOT, "%09d", site + 10_000_000),
                            "",
                            (alone ? "R" : "F") + site,
                            alone ? "CABINET DU DR " + family : "CENTRE DE SANTE " + site,
                            "",
                            "",
                            "",
                            Integer.toString(random.nextInt(1, 200)),
                            "",
                            "R",
                            "Rue",
                            "DE LA "
                                    + STARTS[(int) (site % STARTS.length)]
                                    + MIDDLES[(int) (site % MIDDLES.length)],
                            "",
                            commune[0] + " " + commune[1].toUpperCase(Locale.FRENCH),
                            commune[0],
                            commune[0],
                            commune[1],
                            "99000",
                            "FRANCE",
                            phone,
                            "",
                            "",
                            "",
                            commune[0].substring(0, 2),
                            "Département " + commune[0].substring(0, 2),
                            "",
                            "CNOM",
                            alone ? "SA07" : "SA01",
                            alone ? "Cabinet individuel" : "Etablissement public de santé",
                            "",
                            "",
                            "",
                            "",
                            "GENR01",
                            "Activité standard de soin ou de pharmacien",
                            "");
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return activities;
    }

    private String[] profession() {
        int at = random.nextInt(100);
        for (var p : PROFESSIONS) {
            at -= Integer.parseInt(p[2]);
            if (at < 0) return p;
        }
        return PROFESSIONS[0];
    }

    /// A number of eleven digits whose last one checks.
    private static String rpps(long serial) {
        var base = Long.toString(1_010_000_000L + serial);
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            int digit = base.charAt(base.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return base + (10 - sum % 10) % 10;
    }

    /// Writes the edition of a week later: of a thousand lines three changed their telephone, one
    /// and a half left and one and a half came.
    void weekLater(Path former, Path file) throws IOException {
        var week = new SplittableRandom(53);
        long serial = 900_000_000L;
        try (var in = Files.newBufferedReader(former, StandardCharsets.UTF_8);
                var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write((in.readLine() + "\n").getBytes(StandardCharsets.UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                int chance = week.nextInt(2_000);
                if (chance < 3) continue;
                if (chance < 6) person(out, serial++, 1);
                if (chance < 12) {
                    var cells = line.split("\\|", -1);
                    cells[40] =
                            "0699" + String.format(Locale.ROOT, "%06d", week.nextInt(1_000_000));
                    line = String.join("|", cells);
                }
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
