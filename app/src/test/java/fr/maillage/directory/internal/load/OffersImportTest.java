package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.directory.Offers;
import fr.maillage.directory.internal.refresh.Shelved;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OffersImportTest {

    private static final String ROR =
            "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/";
    private static final String DAY = "2026-06-01T10:00:00Z";

    @Autowired DirectoryFiles files;
    @Autowired Offers offers;
    @Autowired Owner owner;
    @Autowired JdbcClient sql;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void empty() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate directory.ror_resource, directory.offer; delete from directory.edition");
        }
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    private static String bundle(Resource... resources) {
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.COLLECTION);
        for (var each : resources) bundle.addEntry().setResource(each);
        return json(bundle);
    }

    private Map<String, Object> load(String text) throws IOException {
        return load(text, false);
    }

    private Map<String, Object> load(String text, boolean confirmed) throws IOException {
        var file = folder.resolve("ror.json");
        Files.writeString(file, text);
        return load(file, confirmed);
    }

    private Map<String, Object> load(Path file, boolean confirmed) {
        return sql.sql("select * from directory.edition where id = :id")
                .param("id", files.load(Source.ROR, file, "ror.json", "Essai", confirmed))
                .query()
                .singleRow();
    }

    private List<String> remarks(Map<String, Object> edition) {
        return sql.sql(
                        "select reason || coalesce(' ' || line, '') || coalesce(' ' || detail, '') from directory.edition_fault where edition_id = :id order by rank")
                .param("id", edition.get("id"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> known() {
        return sql.sql("select id from directory.offer order by id").query(String.class).list();
    }

    private static Resource[] one() {
        var service =
                Shelved.at(
                        DAY,
                        Shelved.offer("1", "Accueil de jour Les Lilas", "47", "Accueil de jour"));
        var ages = new Extension(ROR + "ror-healthcareservice-patient-type");
        ages.addExtension(
                "ageRange", new Range().setLow(new Quantity(60)).setHigh(new Quantity(110)));
        service.addExtension(ages);
        var contact = new Extension(ROR + "ror-healthcareservice-contact");
        contact.addExtension(telecom("2", "03.27.00.00.09", "3"));
        contact.addExtension(telecom("2", "03.27.00.00.03", "2"));
        service.addExtension(contact);
        service.addTelecom(Shelved.secure("lilas@offre.mssante.example"));
        for (int day = 1; day <= 5; day++) {
            var time = service.addAvailableTime();
            time.setAvailableStartTime("09:30:00").setAvailableEndTime("17:00:00");
            time.addExtension(ROR + "ror-available-time-number-days-of-week", new IntegerType(day));
        }
        service.addExtension(zone("59178")).addExtension(zone("62"));
        return new Resource[] {
            service,
            Shelved.at(DAY, Shelved.place("1", "59178", 50.37, 3.08, 12, 3)),
            Shelved.at(DAY, Shelved.structure("590000014", "500"))
        };
    }

    private static Extension telecom(String channel, String number, String secrecy) {
        var telecom = new Extension(ROR + "ror-healthcareservice-contact-telecom");
        telecom.addExtension(
                ROR + "ror-telecom-communication-channel",
                new CodeableConcept(Shelved.nos("TRE_R200-CanalCommunication", channel, "")));
        telecom.addExtension("telecomAddress", new StringType(number));
        telecom.addExtension(
                ROR + "ror-telecom-confidentiality-level",
                new CodeableConcept(Shelved.nos("TRE_R283-NiveauConfidentialite", secrecy, "")));
        return telecom;
    }

    private static Extension zone(String code) {
        var zone = new Extension(ROR + "ror-territorial-division");
        zone.addExtension(
                "codeTerritorialDivision", new CodeableConcept(new Coding("TRE_R13", code, "")));
        return zone;
    }

    @Test
    void an_offer_is_made_of_its_service_its_place_and_its_structure() throws IOException {
        assertThat(load(bundle(one())))
                .containsEntry("state", "FAITE")
                .containsEntry("lines", 3L)
                .containsEntry("added", 1L);

        var offer = offers.near("59178", "ACCUEIL_JOUR", 10, 5).getFirst().offer();
        assertThat(offer.name()).isEqualTo("Accueil de jour Les Lilas");
        assertThat(offer.organization()).isEqualTo("590000014");
        assertThat(offer.mode()).isEqualTo("SUR_PLACE");
        assertThat(offer.placesTotal()).isEqualTo(12);
        assertThat(offer.placesFree()).isEqualTo(3);
        assertThat(offer.availableAt()).isEqualTo("2026-06-01T06:00:00Z");
        assertThat(offer.phone()).as("the first contact is too secret").isEqualTo("0327000003");
        assertThat(offer.mssante()).isEqualTo("lilas@offre.mssante.example");
        assertThat(offer.ageFrom()).isEqualTo(60);
        assertThat(offer.hours()).isEqualTo("lun. à ven. 9 h 30 – 17 h");
        assertThat(offers.near("62498", "ACCUEIL_JOUR", 1, 5)).as("it goes there").hasSize(1);
    }

    @Test
    void the_same_file_changes_nothing_and_what_is_no_longer_in_it_goes() throws IOException {
        var two = Shelved.at(DAY, Shelved.offer("2", "SSIAD", "49", "Soins infirmiers"));
        var whole =
                bundle(Stream.concat(Stream.of(one()), Stream.of(two)).toArray(Resource[]::new));
        load(whole);

        assertThat(load(whole)).containsEntry("state", "IDENTIQUE");
        assertThat(load(bundle(one()), true))
                .containsEntry("state", "FAITE")
                .containsEntry("removed", 1L);
        assertThat(known()).containsExactly("OFFRE-1");
    }

    @Test
    void a_file_a_fifth_smaller_is_refused_unless_confirmed() throws IOException {
        load(bundle(services(10)));

        assertThat(load(bundle(services(7))))
                .containsEntry("state", "REFUSEE")
                .containsEntry("why", "SHRUNK")
                .containsEntry("why_detail", "7 10");
        assertThat(known()).hasSize(10);
        assertThat(load(bundle(services(7)), true)).containsEntry("removed", 3L);
        assertThat(known()).hasSize(7);
    }

    private static Resource[] services(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> Shelved.at(DAY, Shelved.offer("" + i, "Offre " + i, "49", "Soins")))
                .toArray(Resource[]::new);
    }

    @Test
    void a_wrong_entry_is_told_by_its_number_and_stops_no_other() throws IOException {
        var sensitive = Shelved.at(DAY, Shelved.offer("4", "Secret", "49", "Soins"));
        sensitive.addExtension(ROR + "ror-healthcareservice-sensitive-unit", new BooleanType(true));
        var nameless = Shelved.at(DAY, Shelved.offer("5", "x", "49", "Soins"));
        nameless.setName(null);
        var numberless = Shelved.at(DAY, new HealthcareService().setName("Sans numéro"));
        numberless.setId("6");
        var twice = Shelved.at(DAY, Shelved.offer("1", "Deux fois", "49", "Soins"));
        twice.setId("12");
        var abroad = Shelved.place("7", "59178", 3.08, 50.37, 5, 9);
        var nowhere = Shelved.place("8", "99999", 50.37, 3.08, 5, 1);
        var wrong = Shelved.offer("9", "Mal écrit", "49", "Soins");
        var text =
                bundle(
                                one()[0],
                                one()[1],
                                one()[2],
                                sensitive,
                                nameless,
                                numberless,
                                twice,
                                new org.hl7.fhir.r4.model.Patient().setActive(true).setId("p"),
                                abroad,
                                nowhere,
                                wrong)
                        .replace(
                                "\"resourceType\":\"HealthcareService\",\"id\":\"9\"",
                                "\"resourceType\":\"Nothing\",\"id\":\"9\"")
                        .replaceFirst("\\]\\}$", ",{\"fullUrl\":\"urn:uuid:1\"}]}");

        var edition = load(text);

        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("lines", 12L)
                .containsEntry("wrong", 7L);
        assertThat(remarks(edition))
                .containsExactly(
                        "SENSITIVE 4 HealthcareService/4",
                        "NAME 5 OFFRE-5",
                        "IDENTIFIER 6 6",
                        "TWICE 7 OFFRE-1",
                        "RESOURCE_TYPE 8 Patient",
                        "COORDINATES 9 3.08 50.37",
                        "PLACES 9 9 / 5",
                        "UNREADABLE 11 Nothing",
                        "RESOURCE_TYPE 12",
                        "COMMUNE 99999");
        assertThat(known()).containsExactly("OFFRE-1");
    }

    @Test
    void pages_one_after_the_other_and_one_resource_a_line_are_read_too_plain_or_zipped()
            throws IOException {
        var all = services(4);
        load(bundle(all[0], all[1]) + "\n" + bundle(all[2], all[3]));
        assertThat(known()).hasSize(4);

        var lines =
                "\uFEFF"
                        + Stream.of(all)
                                .map(OffersImportTest::json)
                                .collect(Collectors.joining("\r\n"));
        assertThat(load(lines)).containsEntry("state", "IDENTIQUE").containsEntry("lines", 4L);

        var zip = folder.resolve("ror.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("ror-hdf.ndjson"));
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(load(zip, false)).containsEntry("state", "IDENTIQUE");
    }

    @Test
    void entries_that_name_each_other_by_urn_are_put_together() throws IOException {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        var service = (HealthcareService) one()[0];
        service.setProvidedBy(new Reference("urn:uuid:8b2f0c39-0000-4000-8000-000000000001"));
        bundle.addEntry()
                .setFullUrl("urn:uuid:8b2f0c39-0000-4000-8000-000000000002")
                .setResource(service);
        bundle.addEntry()
                .setFullUrl("urn:uuid:8b2f0c39-0000-4000-8000-000000000001")
                .setResource(one()[2]);
        var contact = new PractitionerRole();
        contact.setId("c");
        contact.addHealthcareService(
                new Reference("urn:uuid:8b2f0c39-0000-4000-8000-000000000002"));
        contact.addTelecom(Shelved.phone("0327000004"));
        bundle.addEntry().setResource(contact);
        service.setExtension(List.of());

        load(json(bundle));

        assertThat(
                        sql.sql("select organization || ' ' || phone from directory.offer")
                                .query(String.class)
                                .list())
                .containsExactly("590000014 0327000004");
    }

    @Test
    void what_is_no_bundle_or_is_cut_is_refused_and_nothing_changes() throws IOException {
        load(bundle(services(3)));
        var whole = bundle(services(5));

        assertThat(load(whole.substring(0, whole.length() - 40))).containsEntry("why", "CUT");
        assertThat(load("nofinesset;rs\n1;2")).containsEntry("why", "NOT_FHIR");
        assertThat(load("[1,2]")).containsEntry("why", "NOT_FHIR");
        assertThat(load("{\"a\":1}")).containsEntry("why", "NOT_FHIR");
        assertThat(load("")).containsEntry("why", "EMPTY");
        assertThat(load(bundle())).containsEntry("why", "NO_LINE");
        assertThat(load(whole.replace("\"entry\":[{", "\"entry\":[{{")))
                .containsEntry("why", "MALFORMED");
        assertThat(known()).hasSize(3);
    }
}
