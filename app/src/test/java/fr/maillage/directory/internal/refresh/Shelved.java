package fr.maillage.directory.internal.refresh;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// Resources of the national services, as their guides write them. Nobody real.
public final class Shelved {

    private static final String ROR =
            "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/";
    private static final String NOS = "https://mos.esante.gouv.fr/NOS/";

    private Shelved() {}

    public static <T extends Resource> T at(String when, T resource) {
        resource.getMeta().setLastUpdated(Date.from(Instant.parse(when)));
        return resource;
    }

    public static Coding nos(String table, String code, String display) {
        return new Coding(NOS + table + "/FHIR/" + table.replace('_', '-'), code, display);
    }

    private static CodeableConcept concept(Coding coding) {
        return new CodeableConcept(coding);
    }

    /// An offer of the ROR, at `Location/L<id>` of `Organization/O1`.
    public static HealthcareService offer(String id, String name, String mode, String activity) {
        var service = new HealthcareService();
        service.setId(id);
        service.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("OFFRE-" + id);
        service.setName(name);
        service.setProvidedBy(new Reference("Organization/O1"));
        service.addLocation(new Reference("Location/L" + id));
        service.addSpecialty(concept(nos("TRE_R211-ActiviteOperationnelle", "999", activity)));
        service.addCharacteristic(concept(nos("TRE_R213-ModePriseEnCharge", mode, "")));
        return service;
    }

    /// Its place, with places installed and free the day they were said.
    public static Location place(
            String id, String commune, double latitude, double longitude, int total, int free) {
        var place = new Location();
        place.setId("L" + id);
        place.addExtension(ROR + "ror-commune-cog", concept(nos("TRE_R13-Commune", commune, "")));
        place.getPosition()
                .setLatitude(BigDecimal.valueOf(latitude))
                .setLongitude(BigDecimal.valueOf(longitude));
        place.getAddress().addLine("1 rue des Essais").setPostalCode("59500").setCity("Douai");
        capacity(place, "01", total, "2026-05-20T08:00:00+02:00");
        capacity(place, "02", free, "2026-06-01T08:00:00+02:00");
        return place;
    }

    public static void capacity(Location place, String status, int number, String when) {
        var capacity = new Extension(ROR + "ror-location-supported-capacity");
        capacity.addExtension(
                "capacityType", concept(nos("TRE_R329-NatureCapacite", "02", "Place")));
        capacity.addExtension(
                "capacityStatus", concept(nos("TRE_R330-TypeStatutCapacite", status, "")));
        capacity.addExtension("nbCapacity", new IntegerType(number));
        capacity.addExtension("capacityUpdateDate", new DateTimeType(when));
        place.addExtension(capacity);
    }

    /// The structure of every offer.
    public static Organization structure(String finess, String category) {
        var structure = new Organization();
        structure.setId("O1");
        structure
                .addIdentifier()
                .setSystem("https://finess.esante.gouv.fr")
                .setValue(finess)
                .setType(
                        concept(
                                new Coding(
                                        "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203",
                                        "FINEG",
                                        null)));
        structure.setName("Structure d’essai");
        structure.addType(concept(nos("TRE_R66-CategorieEtablissement", category, "")));
        structure.addTelecom(phone("03 27 00 00 01"));
        return structure;
    }

    public static ContactPoint phone(String number) {
        return new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(number);
    }

    public static ContactPoint secure(String address) {
        return new ContactPoint().setSystem(ContactPointSystem.EMAIL).setValue(address);
    }

    /// A professional of the Annuaire Santé.
    public static Practitioner person(
            String id, String rpps, String family, String given, String profession) {
        var person = new Practitioner();
        person.setId(id);
        person.setActive(true);
        person.addIdentifier().setSystem("https://rpps.esante.gouv.fr").setValue(rpps);
        person.addIdentifier().setSystem("urn:oid:1.2.250.1.71.4.2.1").setValue("8" + rpps);
        person.addName().setFamily(family).addGiven(given).addPrefix("MME");
        person.addQualification()
                .setCode(
                        new CodeableConcept()
                                .addCoding(nos("TRE_G15-ProfessionSante", profession, null))
                                .addCoding(nos("TRE_R09-CategorieProfessionnelle", "C", null)));
        return person;
    }

    /// What they do somewhere.
    public static PractitionerRole role(String id, String person, String site, String mode) {
        var role = new PractitionerRole();
        role.setId(id);
        role.setActive(true);
        role.setPractitioner(new Reference("Practitioner/" + person));
        role.setOrganization(new Reference("Organization/" + site));
        role.addCode(concept(nos("TRE_R23-ModeExercice", mode, null)));
        role.addCode(concept(nos("TRE_R22-GenreActivite", "GENR01", null)));
        return role;
    }

    /// Where.
    public static Organization site(String id, String finess, String name, String commune) {
        var site = new Organization();
        site.setId(id);
        site.setActive(true);
        site.addIdentifier().setSystem("https://finess.esante.gouv.fr").setValue(finess);
        site.setName(name);
        site.addAddress()
                .setCity("DOUAI")
                .setPostalCode("59500")
                .addLine("2 place des Essais")
                .addExtension(
                        "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code",
                        nos("TRE_R13-Commune", commune, null));
        site.addTelecom(phone("03 27 00 00 02"));
        return site;
    }
}
