package fr.maillage.demo.internal;

import fr.maillage.kernel.SearchKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The invented professionals and establishments of the region: the directory, and who is drawn
/// from it for a circle.
final class Professionals {

    /// Code, label, one for how many inhabitants.
    private enum Kind {
        MEDECIN_GENERALISTE("Médecin généraliste", 9_000),
        INFIRMIER("Infirmier", 12_000),
        MASSEUR_KINE("Masseur-kinésithérapeute", 15_000),
        PHARMACIEN("Pharmacien", 18_000),
        ORTHOPHONISTE("Orthophoniste", 60_000),
        PSYCHOLOGUE("Psychologue", 60_000),
        DIETETICIEN("Diététicien", 80_000),
        ERGOTHERAPEUTE("Ergothérapeute", 80_000),
        PEDICURE_PODOLOGUE("Pédicure-podologue", 60_000),
        SAGE_FEMME("Sage-femme", 60_000),
        MEDECIN_SPECIALISTE("Médecin spécialiste", 25_000);

        final String label;
        final int inhabitants;

        Kind(String label, int inhabitants) {
            this.label = label;
            this.inhabitants = inhabitants;
        }
    }

    private static final List<String> SPECIALTIES =
            List.of(
                    "Cardiologie",
                    "Gériatrie",
                    "Neurologie",
                    "Endocrinologie",
                    "Oncologie médicale",
                    "Pneumologie",
                    "Psychiatrie",
                    "Ophtalmologie",
                    "Pédiatrie",
                    "Hépato-gastro-entérologie",
                    "Néphrologie");

    private final Copy copy;
    private final Places places;
    private final RandomGenerator random;
    private final Map<String, List<Practitioner>> byZoneAndKind = new HashMap<>();
    private final Map<String, List<String>> organizations = new HashMap<>();
    private int serial = 100;
    private int finess;
    private int count;

    Professionals(Copy copy, Places places, RandomGenerator random) {
        this.copy = copy;
        this.places = places;
        this.random = random;
    }

    /// Fills the directory for some zones.
    void populate(List<String> zones) {
        for (var specialty : SPECIALTIES) copy.add(Into.TERM, "SAVOIR_FAIRE", specialty, specialty);
        for (var zone : zones) {
            var only = List.of(zone);
            int inhabitants = places.of(only).stream().mapToInt(Commune::population).sum();
            for (var kind : Kind.values()) {
                int n = Math.max(3, inhabitants / kind.inhabitants);
                for (int i = 0; i < n; i++) {
                    var specialty =
                            kind == Kind.MEDECIN_SPECIALISTE
                                    ? SPECIALTIES.get(i % SPECIALTIES.size())
                                    : null;
                    var sex = random.nextBoolean() ? "F" : "M";
                    add(
                            kind,
                            specialty,
                            Names.family(random),
                            Names.given(sex, 45, random),
                            places.draw(only, random),
                            Names.rpps(serial++));
                }
            }
        }
    }

    /// Somebody of the cast, with a number of their own.
    Practitioner named(
            String kind,
            @Nullable String specialty,
            String family,
            String given,
            Commune commune,
            int number) {
        return add(Kind.valueOf(kind), specialty, family, given, commune, Names.rpps(number));
    }

    /// One professional of a kind near somebody.
    Practitioner near(String kind, Commune home, RandomGenerator chance) {
        return Names.pick(Objects.requireNonNull(byZoneAndKind.get(home.zone() + kind)), chance);
    }

    /// A specialist near somebody.
    Practitioner specialist(String specialty, Commune home, RandomGenerator chance) {
        var found =
                Objects.requireNonNull(byZoneAndKind.get(home.zone() + "MEDECIN_SPECIALISTE"))
                        .stream()
                        .filter(p -> specialty.equals(p.specialty()))
                        .toList();
        return found.isEmpty()
                ? near("MEDECIN_SPECIALISTE", home, chance)
                : Names.pick(found, chance);
    }

    /// The establishments and services of one kind in a zone, by name; never empty for the kinds
    /// made here.
    String organization(String kind, Commune home, RandomGenerator chance) {
        return Names.pick(Objects.requireNonNull(organizations.get(home.zone() + kind)), chance);
    }

    /// How many professionals there are.
    int count() {
        return count;
    }

    /// Invented establishments of a zone, around its main town.
    void establishments(String zone, Commune town) {
        establishment(
                zone,
                town,
                "HOPITAL",
                "Centre hospitalier",
                "Centre hospitalier fictif de " + town.name());
        establishment(
                zone,
                town,
                "HOPITAL",
                "Clinique",
                "Clinique des Peupliers (fictive), " + town.name());
        establishment(
                zone, town, "HAD", "Hospitalisation à domicile", "HAD fictive de " + town.name());
        establishment(
                zone,
                town,
                "SSIAD",
                "Service de soins infirmiers à domicile",
                "SSIAD fictif de " + town.name());
        establishment(
                zone,
                town,
                "SAD",
                "Service autonomie à domicile",
                "Aide à domicile Les Trois Clochers (fictif), " + town.name());
        establishment(
                zone,
                town,
                "SAD",
                "Service autonomie à domicile",
                "Domicile Entraide (fictif), " + town.name());
        establishment(zone, town, "EHPAD", "EHPAD", "EHPAD Le Beffroi (fictif), " + town.name());
        establishment(zone, town, "CLIC", "CLIC", "CLIC fictif de " + town.name());
        establishment(
                zone, town, "MAIA", "MAIA (gestion de cas)", "MAIA fictive de " + town.name());
        establishment(zone, town, "MDPH", "MDPH", "MDPH, antenne fictive de " + town.name());
        establishment(zone, town, "CSAPA", "CSAPA", "CSAPA fictif de " + town.name());
        establishment(
                zone,
                town,
                "RESEAU_REGIONAL",
                "Réseau régional",
                "Réseau régional fictif, antenne de " + town.name());
        establishment(
                zone, town, "SMR", "SMR (ex-SSR)", "SMR Les Tilleuls (fictif), " + town.name());
        establishment(zone, town, "CCAS", "CCAS", "CCAS fictif de " + town.name());
        establishment(zone, town, "PMI", "PMI", "PMI fictive de " + town.name());
    }

    private void establishment(String zone, Commune town, String kind, String label, String name) {
        var number = Names.finess(++finess);
        copy.add(
                Into.ORGANIZATION,
                number,
                name,
                kind,
                label,
                Names.street(random),
                town.code(),
                town.name(),
                Names.landline(random),
                kind.equals("HOPITAL") ? "secretariat." + number + "@ch.mssante.example" : null);
        organizations.computeIfAbsent(zone + kind, _ -> new ArrayList<>()).add(name);
    }

    private Practitioner add(
            Kind kind,
            @Nullable String specialty,
            String family,
            String given,
            Commune commune,
            String rpps) {
        var doctor = kind == Kind.MEDECIN_GENERALISTE || kind == Kind.MEDECIN_SPECIALISTE;
        var label =
                specialty == null
                        ? kind.label
                        : "Médecin spécialiste (" + specialty.toLowerCase(Locale.FRENCH) + ")";
        var made =
                new Practitioner(
                        rpps,
                        (doctor ? "Dr " : "") + given + " " + family,
                        kind.name(),
                        label,
                        specialty,
                        commune,
                        Names.landline(random));
        copy.add(
                Into.ACTIVITY,
                UUID.nameUUIDFromBytes(rpps.getBytes(StandardCharsets.US_ASCII)),
                rpps,
                family,
                given,
                SearchKey.of(family),
                SearchKey.of(given),
                kind.name(),
                specialty,
                "L",
                doctor ? "Cabinet médical fictif" : null,
                Names.street(random),
                commune.postcode(),
                commune.code(),
                commune.name(),
                made.phone());
        copy.add(Into.MAILBOX, rpps, rpps + "@pro.mssante.example");
        byZoneAndKind
                .computeIfAbsent(commune.zone() + kind.name(), _ -> new ArrayList<>())
                .add(made);
        count++;
        return made;
    }
}
