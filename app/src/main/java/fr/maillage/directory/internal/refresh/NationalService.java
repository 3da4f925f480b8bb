package fr.maillage.directory.internal.refresh;

import ca.uhn.fhir.model.api.Include;
import fr.maillage.directory.Source;
import java.util.List;
import java.util.Set;

/// A national service and the lists it is asked for, in order.
///
/// What brings along others names them by `_include`.
enum NationalService {
    ANNUAIRE(
            Source.ANNUAIRE_FHIR,
            List.of(
                    new Asking("Practitioner", List.of()),
                    new Asking(
                            "PractitionerRole",
                            List.of(
                                    new Include("PractitionerRole:practitioner"),
                                    new Include("PractitionerRole:organization"))),
                    new Asking("Organization", List.of()))),
    ROR(
            Source.ROR_FHIR,
            List.of(
                    new Asking("Organization", List.of()),
                    new Asking("Location", List.of()),
                    new Asking("PractitionerRole", List.of()),
                    new Asking("HealthcareService", List.of())));

    private final Source source;
    private final List<Asking> lists;

    NationalService(Source source, List<Asking> lists) {
        this.source = source;
        this.lists = lists;
    }

    Source source() {
        return source;
    }

    List<Asking> lists() {
        return lists;
    }

    /// One list.
    record Asking(String type, List<Include> includes) {

        /// Types that may come along.
        Set<String> brought() {
            return includes.isEmpty() ? Set.of() : Set.of("Practitioner", "Organization");
        }
    }
}
