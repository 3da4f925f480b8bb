package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.fhir.Fhir;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.ror.RorResource.Kind;
import fr.maillage.directory.internal.ror.RorResource.Said;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.SearchKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/// Reads one resource of the ROR (`ror-healthcareservice`, `ror-location`, `ror-organization`,
/// `ror-practitionerrole`). Only what a coordinator uses is kept. Source: ANS, guide
/// d'implémentation du ROR, modèle d'exposition V3.
final class RorReader {

    /// TRE_R213: where the person is received or visited.
    private static final Set<String> AT_HOME = Set.of("11", "31", "49", "53", "59");

    private static final Set<String> THERE = Set.of("28", "32", "33", "46", "47", "48");

    private RorReader() {}

    /// @param named how other resources of the same lot name it: `Type/id`, or the `urn:` of its
    ///   entry
    static Reading read(Resource resource, @Nullable String named) {
        var key = named != null && named.startsWith("urn:") ? named : Fhir.key(resource);
        if (!resource.hasIdElement() && !key.startsWith("urn:"))
            return new Reading.Left(Reason.IDENTIFIER, null);
        return switch (resource) {
            case HealthcareService service -> service(key, service);
            case Location place -> place(key, place);
            case Organization structure -> structure(key, structure);
            case PractitionerRole contact -> contact(key, contact);
            default -> new Reading.Left(Reason.RESOURCE_TYPE, resource.fhirType());
        };
    }

    private static Reading service(String key, HealthcareService service) {
        var at = Fhir.updated(service);
        if (service.hasActive() && !service.getActive()) return new Reading.Gone(key, at, null);
        if (Fhir.value(
                        service.getExtension(),
                        "ror-healthcareservice-sensitive-unit",
                        BooleanType.class)
                .filter(BooleanType::booleanValue)
                .isPresent()) return new Reading.Gone(key, at, Reason.SENSITIVE);
        if (!service.getIdentifierFirstRep().hasValue())
            return new Reading.Left(Reason.IDENTIFIER, service.getIdElement().getIdPart());
        var offer = service.getIdentifierFirstRep().getValue().strip();
        if (!service.hasName() || service.getName().isBlank())
            return new Reading.Left(Reason.NAME, offer);
        var modes =
                Fhir.codings(service.getCharacteristic(), "TRE_R213", "JDV_J19")
                        .map(c -> c.getCode())
                        .distinct()
                        .toList();
        var activities = words(service.getSpecialty());
        var specialities = new LinkedHashSet<>(activities);
        Fhir.codings(service.getCharacteristic(), "TRE_R245", "JDV_J35")
                .map(c -> c.getDisplay())
                .filter(d -> d != null && !d.isBlank())
                .forEach(specialities::add);
        var ages =
                Fhir.extensions(service.getExtension(), "ror-healthcareservice-patient-type")
                        .flatMap(e -> Fhir.extensions(e.getExtension(), "ageRange"))
                        .map(Extension::getValue)
                        .filter(Range.class::isInstance)
                        .map(Range.class::cast)
                        .findFirst();
        var body = new LinkedHashMap<String, Object>();
        put(body, "offer", offer);
        put(body, "name", service.getName().strip());
        put(body, "kind", activities.isEmpty() ? null : activities.getFirst());
        body.put("specialties", List.copyOf(specialities));
        body.put("modes", modes);
        put(body, "mode", mode(modes));
        put(body, "words", SearchKey.of(service.getName() + " " + String.join(" ", activities)));
        put(body, "organization", Fhir.key(service.getProvidedBy()));
        put(body, "place", service.getLocation().stream().map(Fhir::key).findFirst().orElse(null));
        put(body, "phone", phone(service));
        put(body, "email", Fhir.email(service.getTelecom()));
        put(
                body,
                "mssante",
                Fhir.mailboxes(service.getTelecom()).stream().findFirst().orElse(null));
        put(body, "age_from", ages.filter(Range::hasLow).map(r -> years(r, true)).orElse(null));
        put(body, "age_to", ages.filter(Range::hasHigh).map(r -> years(r, false)).orElse(null));
        put(body, "hours", OpeningHours.words(service));
        body.put("served", served(service.getExtension()));
        return new Reading.Taken(new RorResource(key, Kind.SERVICE, at, body, List.of()));
    }

    private static @Nullable Integer years(Range ages, boolean low) {
        var value = low ? ages.getLow().getValue() : ages.getHigh().getValue();
        return value == null ? null : value.intValue();
    }

    private static List<String> words(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(c ->
                        c.hasCoding()
                                ? c.getCoding().stream().map(x -> x.getDisplay())
                                : Stream.of(c.getText()))
                .filter(d -> d != null && !d.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static @Nullable String mode(List<String> modes) {
        if (modes.stream().anyMatch(AT_HOME::contains)) return "DOMICILE";
        return modes.stream().anyMatch(THERE::contains) ? "SUR_PLACE" : null;
    }

    /// The telephone of the first contact that may be shown; the offer's own otherwise.
    private static @Nullable String phone(HealthcareService service) {
        return Fhir.extensions(service.getExtension(), "ror-healthcareservice-contact")
                .filter(c -> !secret(c.getExtension(), "ror-confidentiality-level"))
                .flatMap(c ->
                        Fhir.extensions(c.getExtension(), "ror-healthcareservice-contact-telecom"))
                .filter(t -> !secret(t.getExtension(), "ror-telecom-confidentiality-level"))
                .filter(t ->
                        !"3"
                                .equals(
                                        Fhir.code(
                                                t.getExtension(),
                                                "ror-telecom-communication-channel")))
                .map(t -> Fhir.value(t.getExtension(), "telecomAddress", StringType.class))
                .flatMap(java.util.Optional::stream)
                .map(s -> Fhir.digits(s.getValue()))
                .filter(s -> s.length() >= 4)
                .findFirst()
                .orElseGet(() -> Fhir.phone(service.getTelecom()));
    }

    private static boolean secret(List<Extension> of, String level) {
        return "3".equals(Fhir.code(of, level));
    }

    /// Communes and départements it says it goes to.
    private static List<String> served(List<Extension> extensions) {
        return Fhir.extensions(extensions, "ror-territorial-division")
                .map(e -> Fhir.code(e.getExtension(), "codeTerritorialDivision"))
                .filter(c -> c != null && c.matches("[0-9][0-9AB][0-9]{0,3}"))
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private static Reading place(String key, Location place) {
        var at = Fhir.updated(place);
        if (place.getStatus() == Location.LocationStatus.INACTIVE)
            return new Reading.Gone(key, at, null);
        var remarks = new ArrayList<Said>();
        var body = new LinkedHashMap<String, Object>();
        put(body, "address", Fhir.lines(place.getAddress()));
        put(body, "postcode", place.getAddress().getPostalCode());
        put(body, "commune_name", place.getAddress().getCity());
        put(body, "commune_code", Fhir.code(place.getExtension(), "ror-commune-cog"));
        put(body, "phone", Fhir.phone(place.getTelecom()));
        if (place.hasPosition()
                && place.getPosition().hasLatitude()
                && place.getPosition().hasLongitude()) {
            var latitude = place.getPosition().getLatitude().doubleValue();
            var longitude = place.getPosition().getLongitude().doubleValue();
            if (France.holds(latitude, longitude)) {
                put(body, "latitude", latitude);
                put(body, "longitude", longitude);
            } else remarks.add(new Said(Reason.COORDINATES, latitude + " " + longitude));
        }
        Capacity.of(place.getExtension()).into(body, remarks);
        return new Reading.Taken(new RorResource(key, Kind.PLACE, at, body, remarks));
    }

    private static Reading structure(String key, Organization structure) {
        var at = Fhir.updated(structure);
        if (structure.hasActive() && !structure.getActive()) return new Reading.Gone(key, at, null);
        var body = new LinkedHashMap<String, Object>();
        put(body, "finess", finess(structure));
        put(
                body,
                "name",
                structure.hasName()
                        ? structure.getName().strip()
                        : structure.getAlias().stream()
                                .map(a -> a.getValue())
                                .findFirst()
                                .orElse(null));
        body.put(
                "categories",
                Fhir.codings(structure.getType(), "TRE_R66", "JDV_J55")
                        .map(c -> c.getCode())
                        .distinct()
                        .toList());
        put(body, "partOf", Fhir.key(structure.getPartOf()));
        put(body, "phone", Fhir.phone(structure.getTelecom()));
        put(
                body,
                "mssante",
                Fhir.mailboxes(structure.getTelecom()).stream().findFirst().orElse(null));
        var address = structure.getAddressFirstRep();
        put(body, "address", Fhir.lines(address));
        put(body, "postcode", address.getPostalCode());
        put(body, "commune_name", address.getCity());
        put(body, "commune_code", Fhir.code(address.getExtension(), "ror-commune-cog"));
        return new Reading.Taken(new RorResource(key, Kind.STRUCTURE, at, body, List.of()));
    }

    /// The place's number before its legal entity's.
    private static @Nullable String finess(Organization structure) {
        return Fhir.identifierOf(structure.getIdentifier(), "FINEG")
                .or(() ->
                        Fhir.identifier(structure.getIdentifier(), "https://finess.esante.gouv.fr"))
                .or(() ->
                        Fhir.identifierOf(structure.getIdentifier(), "IDNST")
                                .filter(v -> v.startsWith("1"))
                                .map(v -> v.substring(1)))
                .flatMap(Finess::parse)
                .map(Finess::value)
                .orElse(null);
    }

    private static Reading contact(String key, PractitionerRole contact) {
        var at = Fhir.updated(contact);
        if (contact.hasActive() && !contact.getActive()) return new Reading.Gone(key, at, null);
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "services",
                contact.getHealthcareService().stream()
                        .map(Fhir::key)
                        .filter(k -> k != null)
                        .toList());
        put(body, "phone", Fhir.phone(contact.getTelecom()));
        put(
                body,
                "mssante",
                Fhir.mailboxes(contact.getTelecom()).stream().findFirst().orElse(null));
        return new Reading.Taken(new RorResource(key, Kind.CONTACT, at, body, List.of()));
    }

    static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) body.put(name, value);
    }
}
