package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.fhir.Fhir;
import fr.maillage.directory.internal.load.Professions;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.kernel.Finess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/// Reads one resource of the Annuaire Santé (`as-dp-practitioner`, `as-dp-practitionerrole`,
/// `as-dp-organization`) into the fields `directory.merge_annuaire` reads. Source: ANS, guide
/// d'implémentation de l'annuaire, données publiques.
final class AnnuaireReader {

    private static final String RPPS = "https://rpps.esante.gouv.fr";
    private static final String PS_ID_NAT = "urn:oid:1.2.250.1.71.4.2.1";

    private final Map<String, String> professions;

    /// @param professions our code for each national one
    AnnuaireReader(Map<String, String> professions) {
        this.professions = professions;
    }

    /// What became of a resource.
    sealed interface Read {
        /// @param kind `PERSON`, `ROLE` or `SITE`
        record Taken(String key, String kind, Map<String, Object> body) implements Read {}

        record Left(Reason why, @Nullable String detail) implements Read {}
    }

    Read read(Resource resource) {
        if (!resource.hasIdElement()) return new Read.Left(Reason.IDENTIFIER, null);
        return switch (resource) {
            case Practitioner person -> person(person);
            case PractitionerRole role -> role(role);
            case Organization site -> site(site);
            default -> new Read.Left(Reason.RESOURCE_TYPE, resource.fhirType());
        };
    }

    private Read person(Practitioner person) {
        var body = new LinkedHashMap<String, Object>();
        body.put("active", !person.hasActive() || person.getActive());
        var number = number(person);
        if (number.isPresent()) body.put("pp_id", number.get());
        // one that ended bears its name in the service alone
        else if (!person.hasActive() || person.getActive())
            return new Read.Left(Reason.IDENTIFIER, person.getIdElement().getIdPart());
        var name =
                person.getName().stream()
                        .filter(n -> n.hasFamily() && n.getUse() != HumanName.NameUse.OLD)
                        .findFirst();
        if (name.isEmpty() && Boolean.TRUE.equals(body.get("active")))
            return new Read.Left(Reason.NAME, number.orElse(null));
        name.ifPresent(n -> {
            put(body, "family", n.getFamily());
            put(body, "given", n.getGivenAsSingleString());
            put(body, "civility", n.hasPrefix() ? n.getPrefixAsSingleString() : null);
        });
        var codes = person.getQualification().stream().map(q -> q.getCode()).toList();
        var practised = Fhir.codings(codes, "TRE_G15", "TRE_R94", "TRE_R95").toList();
        var expertises = expertises(codes);
        var profession = practised.isEmpty() ? "" : practised.getFirst().getCode();
        var expertise = expertises.size() == 1 ? expertises.getFirst().getCode() : "";
        body.put("profession", Professions.of(professions, profession, expertise));
        put(body, "profession_code", profession);
        put(body, "category", one(Fhir.codings(codes, "TRE_R09")));
        if (expertises.size() == 1) {
            put(body, "expertise", expertise);
            put(body, "expertise_type", one(Fhir.codings(codes, "TRE_R04")));
        }
        if (!Fhir.subsetted(person)) body.put("mailboxes", Fhir.mailboxes(person.getTelecom()));
        return new Read.Taken(Fhir.key(person), "PERSON", body);
    }

    /// Savoir-faire: specialties, competences, capacities and what follows them (TRE_R38 to
    /// TRE_R45).
    private static List<Coding> expertises(List<CodeableConcept> codes) {
        return Fhir.codings(
                        codes, "TRE_R38", "TRE_R39", "TRE_R40", "TRE_R42", "TRE_R43", "TRE_R44",
                        "TRE_R45")
                .toList();
    }

    /// RPPS, else what follows the prefix of the national identifier: 8 RPPS, 0 ADELI.
    private static Optional<String> number(Practitioner person) {
        return Fhir.identifier(person.getIdentifier(), RPPS)
                .filter(v -> v.matches("[0-9]{11}"))
                .or(() ->
                        Fhir.identifier(person.getIdentifier(), PS_ID_NAT)
                                .filter(v -> v.matches("8[0-9]{11}|0[0-9][0-9AB][0-9]{7}"))
                                .map(v -> v.substring(1)));
    }

    private static Read role(PractitionerRole role) {
        var body = new LinkedHashMap<String, Object>();
        body.put("active", !role.hasActive() || role.getActive());
        put(body, "practitioner", Fhir.key(role.getPractitioner()));
        put(body, "organization", Fhir.key(role.getOrganization()));
        put(body, "mode", one(Fhir.codings(role.getCode(), "TRE_R23")));
        put(body, "genre", one(Fhir.codings(role.getCode(), "TRE_R22")));
        put(body, "role", one(Fhir.codings(role.getCode(), "TRE_R21")));
        put(body, "phone", Fhir.phone(role.getTelecom()));
        body.put("mailboxes", Fhir.mailboxes(role.getTelecom()));
        if (!body.containsKey("practitioner") && Boolean.TRUE.equals(body.get("active")))
            return new Read.Left(Reason.REFERENCE, role.getIdElement().getIdPart());
        return new Read.Taken(Fhir.key(role), "ROLE", body);
    }

    private static Read site(Organization site) {
        var body = new LinkedHashMap<String, Object>();
        body.put("active", !site.hasActive() || site.getActive());
        var identifiers = site.getIdentifier();
        var finess =
                Fhir.identifierOf(identifiers, "FINEG")
                        .or(() -> Fhir.identifier(identifiers, "https://finess.esante.gouv.fr"))
                        .flatMap(Finess::parse)
                        .map(Finess::value);
        put(body, "finess", finess.orElse(null));
        put(body, "finess_ej", Fhir.identifierOf(identifiers, "FINEJ").orElse(null));
        put(
                body,
                "siret",
                Fhir.identifierOf(identifiers, "SIRET")
                        .or(() -> Fhir.identifier(identifiers, "https://sirene.fr"))
                        .filter(v -> v.matches("[0-9]{14}"))
                        .orElse(null));
        // the files call it « identifiant technique de la structure »: F and the FINESS, R and the
        // RPPS-rang
        put(
                body,
                "site_id",
                Fhir.identifierOf(identifiers, "INTRN")
                        .or(() -> Fhir.identifier(identifiers, "https://rppsrang.esante.gouv.fr"))
                        .filter(v -> !v.startsWith("http"))
                        .or(() -> finess.map(f -> "F" + f))
                        .orElse(null));
        put(body, "name", site.getName());
        put(
                body,
                "sign",
                site.getAlias().stream().map(StringType::getValue).findFirst().orElse(null));
        var address = site.getAddressFirstRep();
        put(body, "address", Fhir.lines(address));
        put(body, "postcode", address.getPostalCode());
        put(
                body,
                "commune_code",
                Stream.of("inseeCode", "as-ext-address-insee-code", "fr-core-address-insee-code")
                        .map(end -> Fhir.code(address.getExtension(), end))
                        .filter(c -> c != null)
                        .findFirst()
                        .orElse(null));
        put(body, "commune_name", address.getCity());
        put(body, "phone", Fhir.phone(site.getTelecom()));
        put(body, "mssante", Fhir.mailboxes(site.getTelecom()).stream().findFirst().orElse(null));
        return new Read.Taken(Fhir.key(site), "SITE", body);
    }

    private static @Nullable String one(Stream<Coding> codings) {
        return codings.map(Coding::getCode).findFirst().orElse(null);
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) body.put(name, value);
    }
}
