package fr.maillage.desk.internal;

import fr.maillage.access.Role;
import fr.maillage.kernel.PersonName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was typed in the palette: gestures called by their names, and the name of a person. A word
/// is a gesture's only whole, and every other word is part of the name: « rendez-vous bernard
/// appert » asks for an appointment with Bernard APPERT.
///
/// @param gestures asked for; none: a person was
/// @param mayWrite whether gestures are offered to who asks
record PaletteWords(Set<Gesture> gestures, String name, boolean mayWrite) {

    /// Persons for whom gestures that were asked for are offered.
    private static final int PERSONS = 4;

    private static final Set<String> LITTLE =
            Set.of(
                    "noter",
                    "note",
                    "nouveau",
                    "nouvelle",
                    "nouvel",
                    "un",
                    "une",
                    "pour",
                    "avec",
                    "creer",
                    "ajouter",
                    "a",
                    "au",
                    "de",
                    "du",
                    "d",
                    "l",
                    "la",
                    "le",
                    "m",
                    "mme");

    /// What may be done from anywhere.
    enum Gesture {
        CALL(
                "phone-plus",
                "Noter un appel",
                " pour ",
                "/contacts/nouveau",
                true,
                "appel",
                "appels",
                "appeler",
                "echange",
                "contact"),
        TASK("list-check", "Nouvelle tâche", " pour ", "/taches/nouvelle", true, "tache", "taches"),
        RECALL("phone", "Nouveau rappel", " pour ", "/taches/nouvelle", true, "rappel", "rappeler"),
        APPOINTMENT(
                "calendar-plus",
                "Nouveau rendez-vous",
                " avec ",
                "/agenda/nouveau",
                true,
                "rdv",
                "rendez",
                "vous",
                "visite"),
        CONSIGNE(
                "message",
                "Nouvelle consigne",
                " pour ",
                "/consignes/nouvelle",
                true,
                "consigne",
                "consignes",
                "transmission"),
        NOTEBOOK("book", "Cahier de liaison", " de ", "/cahier", false, "cahier", "liaison"),
        DISCUSSION(
                "message",
                "Commentaires et propositions sur le plan",
                " de ",
                "/plan/lignes",
                false,
                "commentaire",
                "commentaires",
                "proposition",
                "propositions"),
        ACUTE(
                "home",
                "Situation aiguë, séjour évité",
                " de ",
                "/situations-aigues",
                false,
                "situation",
                "aigue",
                "urgence"),
        HELP(
                "heart-handshake",
                "Appuis",
                " de ",
                "/appuis",
                false,
                "appui",
                "appuis",
                "aide",
                "aides",
                "proches",
                "psychologue"),
        REGISTERS(
                "clipboard-list",
                "Registres de pathologie",
                " de ",
                "/registres",
                false,
                "registre",
                "registres"),
        RENEWAL(
                "refresh",
                "Soins à réévaluer",
                " de ",
                "/reevaluations",
                false,
                "reevaluation",
                "reevaluations",
                "reevaluer"),
        DIRECTORY(
                "search",
                "Chercher dans l’annuaire",
                " autour de ",
                "/annuaire",
                false,
                "annuaire"),
        ALGORITHM(
                "route",
                "Algorithme décisionnel",
                " pour ",
                "/algorithmes",
                false,
                "algorithme",
                "algorithmes",
                "decision");

        private final String icon;
        private final String label;
        private final String link;
        private final String path;
        private final boolean inPlace;
        private final Set<String> words;

        Gesture(
                String icon,
                String label,
                String link,
                String path,
                boolean inPlace,
                String... words) {
            this.icon = icon;
            this.label = label;
            this.link = link;
            this.path = path;
            this.inPlace = inPlace;
            this.words = Set.of(words);
        }

        /// Whether it is a page of the file, for who reads health content.
        boolean ofTheFile() {
            return this == NOTEBOOK
                    || this == ACUTE
                    || this == ALGORITHM
                    || this == DIRECTORY
                    || this == REGISTERS;
        }

        /// For a person; ids only in the address.
        SearchPage.Gesture of(SearchPage.Found person, boolean first) {
            return new SearchPage.Gesture(
                    ofTheFile()
                            ? "/dossiers/" + person.id() + path
                            : path
                                    + "?dossier="
                                    + person.id()
                                    + (this == RECALL ? "&rappel=1" : ""),
                    icon,
                    label + link + person.name(),
                    inPlace,
                    first);
        }
    }

    static PaletteWords of(String typed, Role role) {
        var mayWrite = role != Role.HEAD;
        var words =
                Arrays.stream(PersonName.searchKey(typed).split("[ -]+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        var gestures = new LinkedHashSet<Gesture>();
        for (var gesture : Gesture.values())
            if ((!gesture.ofTheFile() || role.clinical())
                    && words.stream().anyMatch(gesture.words::contains)) gestures.add(gesture);
        if (gestures.isEmpty() || !mayWrite) return new PaletteWords(Set.of(), typed, mayWrite);
        var name =
                words.stream()
                        .filter(w -> !LITTLE.contains(w))
                        .filter(w -> gestures.stream().noneMatch(g -> g.words.contains(w)))
                        .collect(Collectors.joining(" "));
        return new PaletteWords(gestures, name, true);
    }

    /// The answer: the gestures asked for come first; for a person found by their name alone, what
    /// may be done for the nearest comes after the persons.
    SearchPage page(SearchPage found) {
        if (!mayWrite || found.found().isEmpty()) return found;
        var offered =
                gestures.isEmpty()
                        ? Stream.of(Gesture.CALL, Gesture.TASK, Gesture.APPOINTMENT)
                                .map(g -> g.of(found.found().getFirst(), false))
                        : found.found().stream()
                                .limit(PERSONS)
                                .flatMap(p -> gestures.stream().map(g -> g.of(p, true)));
        return new SearchPage(
                found.typed(), found.found(), found.more(), found.sentence(), offered.toList());
    }
}
