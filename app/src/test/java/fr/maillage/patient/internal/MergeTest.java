package fr.maillage.patient.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges.Field;
import fr.maillage.patient.Merges;
import fr.maillage.patient.Patients;
import fr.maillage.patient.PersonalRecords;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/// Two files of one person become one, and two again, whatever each of them held.
@IntegrationTest
class MergeTest {

    @Autowired Cast cast;
    @Autowired Merges merges;
    @Autowired Patients patients;
    @Autowired Trail trail;
    @Autowired JdbcClient sql;
    @Autowired MockMvc web;
    @Autowired Clock clock;
    @Autowired List<PersonalRecords> modules;

    @Test
    void both_files_come_back_as_they_were_with_what_was_written_since() throws Exception {
        var one = full("PETIT", 3);
        var two = full("PETITT", 2);
        var a = one.patient();
        var b = two.patient();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set phone = '0327999999', address = '3 rue des Lilas' where id = :id")
                                .param("id", b.value())
                                .update());
        var both = contact(a, "Fils, au sujet des deux");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into followup.contact_patient (contact_id, patient_id, at) values (:contact, :id, :now)")
                                .param("contact", both)
                                .param("id", b.value())
                                .param("now", now())
                                .update());
        var before = everything(a, b);

        var shown = as(cast.helenHead, () -> merges.compare(a, b));
        assertThat(shown.accompanied()).isEqualTo("support");
        assertThat(shown.clashes())
                .extracting(PersonalRecords.Clash::what)
                .anyMatch(w -> w.startsWith("Deux accompagnements ouverts"))
                .anyMatch(w -> w.startsWith("Deux plans en vigueur"))
                .anyMatch(w -> w.startsWith("Une préoccupation à accès restreint"));
        assertThat(shown.held())
                .extracting(Merges.Held::label)
                .contains("Accompagnements", "Plans", "Cercle", "Contacts", "Préoccupations");
        assertThat(shown.fields())
                .filteredOn(Field::differs)
                .extracting(Field::code)
                .contains("BIRTH_NAME", "PHONE");
        var choices = chosen(shown, "PHONE", "ABSORBED");
        choices.put("support", "ABSORBED");
        var merge =
                as(
                        cast.helenHead,
                        () ->
                                merges.merge(
                                        a,
                                        b,
                                        choices,
                                        "Même personne, vue avec elle",
                                        shown.fingerprint()));

        // one file: what was the other's is here, one accompaniment and one plan go on
        assertThat(rows("casefile.support", a)).hasSize(2);
        assertThat(rows("casefile.support", b)).isEmpty();
        assertThat(
                        value(
                                "select count(*) from casefile.support where status <> 'CLOS' and patient_id = :id",
                                a))
                .isEqualTo("1");
        assertThat(
                        value(
                                "select level from casefile.support where status <> 'CLOS' and patient_id = :id",
                                a))
                .isEqualTo("2");
        assertThat(
                        value(
                                "select exit_reason from casefile.support where status = 'CLOS' and patient_id = :id",
                                a))
                .isEqualTo("FUSION");
        assertThat(
                        value(
                                "select count(*) from careplan.pps where status = 'EN_VIGUEUR' and patient_id = :id",
                                a))
                .isEqualTo("1");
        assertThat(
                        value(
                                "select count(*) from followup.occurrence where status = 'PREVU' and patient_id = :id",
                                a))
                .isEqualTo("1");
        assertThat(value("select count(*) from casefile.referent where patient_id = :id", a))
                .as("each team its référent")
                .isEqualTo("2");
        assertThat(value("select phone from patient.patient where id = :id", a))
                .isEqualTo("0327999999");
        assertThat(value("select birth_name from patient.patient where id = :id", a))
                .startsWith("PETIT-");
        assertThat(as(cast.helenHead, () -> merges.of(a)))
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.by()).isEqualTo(cast.helenHead.displayName());
                    assertThat(past.why()).contains("vue avec elle");
                    assertThat(past.choices())
                            .anySatisfy(c -> {
                                assertThat(c.label()).isEqualTo("Téléphone fixe");
                                assertThat(c.fromAbsorbed()).isTrue();
                                assertThat(c.left()).endsWith("01");
                            });
                });
        assertThat(as(cast.helenHead, () -> trail.of(a, false, 50)))
                .as("the trail keeps both, untouched")
                .anyMatch(l -> l.what().equals("FUSION"))
                .anyMatch(l -> l.what().equals("LU AVANT"));

        // the absorbed file's address leads here, a form too; nobody else is led anywhere
        web.perform(get("/dossiers/" + b + "/identite").with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/dossiers/" + a + "/identite"));
        web.perform(
                        post("/dossiers/" + b + "/identite")
                                .param("version", "1")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isTemporaryRedirect())
                .andExpect(redirectedUrl("/dossiers/" + a + "/identite"));
        web.perform(get("/dossiers/" + b).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());

        // found once, by either name, and told why
        var other =
                value(
                        "select birth_name from patient.merge m, jsonb_to_record(absorbed_was) r(birth_name text) where survivor_id = :id",
                        a);
        assertThat(as(cast.claireCoordinator, () -> patients.near(other, 5)))
                .singleElement()
                .satisfies(near -> {
                    assertThat(near.id()).isEqualTo(a);
                    assertThat(near.formerly()).startsWith(other);
                });

        assertThat(page(cast.helenHead, "/dossiers/" + a + "/fusions"))
                .contains("vue avec elle", "Annuler cette fusion");
        assertThat(page(cast.claireCoordinator, "/dossiers/" + a + "/fusions"))
                .contains("vue avec elle")
                .doesNotContain("Annuler cette fusion");

        // life goes on, then the files are parted: each later line to one of the two
        var contact = contact(a, "Fille, pour l’une");
        var kept = contact(a, "Fils, pour l’autre");
        var parting = as(cast.helenHead, () -> merges.parting(a, merge));
        assertThat(parting.obstacle()).isNull();
        assertThat(parting.since())
                .extracting(Merges.Line::id)
                .contains(
                        "followup.contact_patient:" + contact, "followup.contact_patient:" + kept);
        var undo = "/dossiers/" + a + "/fusions/" + merge + "/annuler";
        assertThat(page(cast.helenHead, undo)).contains("Fille, pour l’une");
        web.perform(post(undo).param("why", " ").with(user(cast.helenHead)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(undo).param("why", "x").with(user(cast.claireCoordinator)).with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(
                        post(undo)
                                .param("why", "Deux sœurs, finalement")
                                .param("line-followup.contact_patient:" + contact, "ABSORBED")
                                .param("line-followup.contact_patient:" + kept, "SURVIVOR")
                                .param("line-patient.consent:autre chose", "ABSORBED")
                                .with(user(cast.helenHead))
                                .with(csrf()))
                .andExpect(redirectedUrl("/dossiers/" + b + "/identite"));

        assertThat(rows("followup.contact_patient", b))
                .anyMatch(r -> r.contains(contact.toString()));
        assertThat(rows("followup.contact_patient", a)).anyMatch(r -> r.contains(kept.toString()));
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "delete from followup.contact_patient where contact_id in (:one, :two)")
                                .param("one", contact)
                                .param("two", kept)
                                .update());
        var after = everything(a, b);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((what, lines) -> assertThat(after.get(what)).as(what).isEqualTo(lines));
        assertThat(as(cast.claireCoordinator, () -> patients.near(other, 5)))
                .allMatch(near -> near.formerly() == null);
        web.perform(get("/dossiers/" + b + "/identite").with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
        assertThatThrownBy(
                        () -> as(cast.helenHead, () -> merges.part(a, merge, List.of(), "encore")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_cannot_be_joined_is_said_and_nothing_is_half_joined() {
        var a = cast.newPatient(cast.douai);
        var b = cast.newPatient(cast.douai);
        var c = cast.newPatient(cast.douai);
        var elsewhere = cast.newPatient(cast.calais);
        var head = cast.helenHead;

        assertThatThrownBy(() -> as(head, () -> merges.compare(a, a))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(head, () -> merges.compare(a, elsewhere)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(head, () -> merges.merge(a, elsewhere, Map.of(), "x", "0-0")))
                .isInstanceOf(NotFound.class);

        var shown = as(head, () -> merges.compare(a, b));
        assertThatThrownBy(() ->
                        as(head, () -> merges.merge(a, b, Map.of(), " ", shown.fingerprint())))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> {
                            assertThat(refused.errors().of("why")).isNotNull();
                            assertThat(refused.errors().of("BIRTH_NAME")).isNotNull();
                        });
        // a colleague writes in one of them meanwhile
        touch(b);
        assertThatThrownBy(() ->
                        as(
                                head,
                                () ->
                                        merges.merge(
                                                a, b, chosen(shown), "oui", shown.fingerprint())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        var again = as(head, () -> merges.compare(a, b));
        var merge = as(head, () -> merges.merge(a, b, chosen(again), "oui", again.fingerprint()));
        // the second tab
        assertThatThrownBy(() ->
                        as(
                                head,
                                () ->
                                        merges.merge(
                                                a, b, chosen(again), "oui", again.fingerprint())))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused ->
                                assertThat(refused.errors().of("absorbed"))
                                        .isEqualTo(MergeText.ALREADY));
        assertThatThrownBy(() -> as(head, () -> merges.compare(c, b))).isInstanceOf(NotFound.class);

        // the latest first
        var third = as(head, () -> merges.compare(a, c));
        var later = as(head, () -> merges.merge(a, c, chosen(third), "aussi", third.fingerprint()));
        assertThat(as(head, () -> merges.parting(a, merge)).obstacle())
                .isEqualTo(MergeText.NOT_LATEST);
        assertThatThrownBy(() -> as(head, () -> merges.part(a, merge, List.of(), "non")))
                .isInstanceOf(FormRefused.class);
        as(head, () -> merges.part(a, later, List.of(), "non"));
        as(head, () -> merges.part(a, merge, List.of(), "non"));
        assertThat(as(head, () -> merges.survivorOf(b))).isEmpty();
    }

    @Test
    void the_pages_compare_join_and_remember() throws Exception {
        var a = cast.newPatient(cast.douai);
        var b = cast.newPatient(cast.douai);
        // the birth date of the world of tests is one that many bear
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_name = case id when :a then :name else :name || 'E' end, birth_date = '1931-03-17' where id in (:a, :b)")
                                .param("name", "ZYLBERMANN" + a.toString().replaceAll("[^a-f]", ""))
                                .param("a", a.value())
                                .param("b", b.value())
                                .update());
        cast.patientAccount(
                new Cast.Followed(cast.douai, b, UUID.randomUUID(), cast.claireCoordinator));
        var elsewhere = cast.newPatient(cast.calais);
        var here = "/dossiers/" + a + "/fusion";

        assertThat(page(cast.helenHead, "/dossiers/" + a + "/identite")).contains(here);
        assertThat(page(cast.helenHead, here)).contains("Autre fiche");
        assertThat(page(cast.helenHead, "/dossiers/doublons")).contains("Ce sont deux personnes");
        assertThat(page(cast.claireCoordinator, "/dossiers/doublons?page=1"))
                .doesNotContain("Comparer et fusionner");
        web.perform(get(here).with(user(cast.claireCoordinator))).andExpect(status().isNotFound());
        web.perform(get("/dossiers/doublons").with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
        web.perform(get(here).param("avec", elsewhere.toString()).with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        web.perform(get(here).param("avec", a.toString()).with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        var name = value("select birth_name from patient.patient where id = :id", b);
        assertThat(
                        web.perform(
                                        post(here + "/chercher")
                                                .param("q", name)
                                                .with(user(cast.helenHead))
                                                .with(csrf()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("avec=" + b);
        var shown = org.jsoup.Jsoup.parse(page(cast.helenHead, here + "?avec=" + b));
        var seen = shown.select("input[name=seen]").val();
        assertThat(shown.select("fieldset#BIRTH_NAME input")).hasSize(2);

        var refused =
                web.perform(
                                post(here)
                                        .param("other", b.toString())
                                        .param("seen", seen)
                                        .param("choice-BIRTH_NAME", "ABSORBED")
                                        .param("why", "")
                                        .with(user(cast.helenHead))
                                        .with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(
                        org.jsoup.Jsoup.parse(refused)
                                .select("input[name=choice-BIRTH_NAME][value=ABSORBED]")
                                .hasAttr("checked"))
                .isTrue();
        touch(a);
        web.perform(
                        post(here)
                                .param("other", b.toString())
                                .param("seen", seen)
                                .param("choice-BIRTH_NAME", "ABSORBED")
                                .param("why", "même carte")
                                .with(user(cast.helenHead))
                                .with(csrf()))
                .andExpect(status().isConflict());
        var again =
                org.jsoup.Jsoup.parse(page(cast.helenHead, here + "?avec=" + b))
                        .select("input[name=seen]")
                        .val();
        for (int tab = 0; tab < 2; tab++)
            web.perform(
                            post(here)
                                    .param("other", b.toString())
                                    .param("seen", again)
                                    .param("choice-BIRTH_NAME", "ABSORBED")
                                    .param("why", "même carte")
                                    .with(user(cast.helenHead))
                                    .with(csrf()))
                    .andExpect(redirectedUrl("/dossiers/" + a + "/fusions"));
        assertThat(page(cast.helenHead, "/dossiers/" + a + "/fusions"))
                .contains("même carte")
                .containsOnlyOnce("Annuler cette fusion");
        assertThat(value("select birth_name from patient.patient where id = :id", a))
                .isEqualTo(name);
        var c = cast.newPatient(cast.douai);
        web.perform(
                        post("/dossiers/doublons")
                                .param("one", a.toString())
                                .param("other", c.toString())
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(redirectedUrl("/dossiers/doublons"));
        web.perform(
                        post("/dossiers/doublons")
                                .param("one", a.toString())
                                .param("other", "x")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private String page(SignedIn who, String address) throws Exception {
        return web.perform(get(address).with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @Proves("REQ-IDENTITY-01")
    void two_matricules_from_insi_are_two_persons() {
        var a = cast.newPatient(cast.douai);
        var b = cast.newPatient(cast.douai);
        qualified(a, "2420459178" + digits(3));
        qualified(b, "2420459178" + digits(3));

        var shown = as(cast.helenHead, () -> merges.compare(a, b));
        assertThat(shown.blocked()).isTrue();
        assertThat(shown.clashes())
                .extracting(PersonalRecords.Clash::what)
                .contains(MergeText.TWO_INS);
        assertThatThrownBy(() ->
                        as(
                                cast.helenHead,
                                () ->
                                        merges.merge(
                                                a, b, chosen(shown), "oui", shown.fingerprint())))
                .isInstanceOf(FormRefused.class);
        assertThat(as(cast.helenHead, () -> merges.survivorOf(b))).isEmpty();
    }

    @Test
    void an_identity_made_of_both_is_provisional_and_the_matricule_goes_back() {
        var a = cast.newPatient(cast.douai);
        var b = cast.newPatient(cast.douai);
        var ins = "2420459178" + digits(3);
        qualified(b, ins);
        refuses(a);
        agrees(b);
        var shown = as(cast.helenHead, () -> merges.compare(a, b));
        assertThat(shown.fields())
                .filteredOn(f -> f.code().equals("BIRTH_NAME"))
                .singleElement()
                .satisfies(
                        f -> assertThat(f.proposed()).as("the checked one").isEqualTo("ABSORBED"));
        var merge =
                as(
                        cast.helenHead,
                        () ->
                                merges.merge(
                                        a,
                                        b,
                                        chosen(shown, "BIRTH_NAME", "SURVIVOR"),
                                        "oui",
                                        shown.fingerprint()));

        assertThat(value("select identity_status from patient.patient where id = :id", a))
                .isEqualTo("PROVISOIRE");
        assertThat(value("select left(ins, 13) from patient.patient where id = :id", a))
                .isEqualTo(ins);
        assertThat(
                        value(
                                "select state from patient.current_consent where act = 'ACCOMPAGNEMENT' and patient_id = :id",
                                a))
                .as("the refusal holds over the later agreement of the other file")
                .isEqualTo("REFUSE");
        as(cast.helenHead, () -> merges.part(a, merge, List.of(), "erreur"));
        assertThat(value("select identity_status from patient.patient where id = :id", b))
                .isEqualTo("QUALIFIEE");
        assertThat(value("select left(ins, 13) from patient.patient where id = :id", b))
                .isEqualTo(ins);
        assertThat(
                        value(
                                "select state from patient.current_consent where act = 'ACCOMPAGNEMENT' and patient_id = :id",
                                b))
                .isEqualTo("DONNE");
    }

    @Test
    void likely_pairs_are_proposed_once_with_their_reason() {
        var head =
                cast.register(
                        new SignedIn(
                                UUID.randomUUID(),
                                "head",
                                "",
                                "Anne DERAM",
                                fr.maillage.access.Role.HEAD,
                                java.util.Set.of(cast.calais.value()),
                                java.util.Set.of(),
                                null,
                                null,
                                null));
        var family = "LEFEBVRE" + letters();
        var a = named(family, "Jeanne Marie", "1938-03-07", "F");
        var near = named(family.replace("BV", "V"), "Jeanne", "1938-03-07", "F");
        var swapped = named(family, "Jeanne", "1938-07-03", "F");
        var unknown = named(family, "Jeanne", null, "F");
        named(family, "Robert", "1938-03-07", "M");
        var married = named("AUTRE" + letters(), "Jeanne", "1938-03-07", "F");

        var found =
                as(
                        head,
                        () -> {
                            var all = new ArrayList<Merges.Likely>();
                            for (int page = 1; page < 100; page++) {
                                var pairs = merges.duplicates(page).pairs();
                                if (pairs.isEmpty()) break;
                                all.addAll(pairs);
                            }
                            return all;
                        });
        assertThat(why(found, a, near)).contains(MergeText.SAME_TRAITS);
        assertThat(why(found, a, swapped)).contains(MergeText.NEAR_DATE);
        assertThat(why(found, a, unknown)).contains(MergeText.NO_DATE);
        assertThat(why(found, a, married)).contains(MergeText.OTHER_NAME);
        assertThat(found)
                .as("a twin brother is somebody else")
                .noneMatch(p ->
                        p.one().displayName().startsWith(family)
                                && p.other().displayName().startsWith(family)
                                && (p.one().displayName().endsWith("Robert")
                                        || p.other().displayName().endsWith("Robert")));
        var before = as(head, () -> merges.duplicates());
        as(
                head,
                () -> {
                    merges.tellApart(near, a, "deux cousines");
                    merges.tellApart(a, near, "deux cousines");
                    return 0;
                });
        assertThat(as(head, () -> merges.duplicates())).isEqualTo(before - 1);
    }

    /// A table nobody declared would stay behind.
    @Test
    void every_table_about_a_person_moves() {
        var declared =
                modules.stream().flatMap(m -> m.records().stream()).map(r -> r.table()).toList();
        var about =
                sql.sql(
                                """
                                select distinct c.table_schema || '.' || c.table_name from information_schema.columns c
                                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                                 where c.column_name = 'patient_id'
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(about)
                .filteredOn(t -> !declared.contains(t))
                .containsExactlyInAnyOrder(
                        "access.membership", // follows by PatientAccounts
                        "access.trail", // never changes; read along patient.absorbed
                        "followup.look", // who is to be looked at again: made by triggers
                        "followup.next_look", // made by the sweep
                        "patient.name_word"); // made from the names
    }

    private static List<String> why(List<Merges.Likely> found, PatientId one, PatientId other) {
        return found.stream()
                .filter(p ->
                        p.one().id().equals(one) && p.other().id().equals(other)
                                || p.one().id().equals(other) && p.other().id().equals(one))
                .findFirst()
                .map(Merges.Likely::why)
                .orElse(List.of());
    }

    private static Map<String, String> chosen(Merges.Comparison shown, String... pairs) {
        var choices = new HashMap<String, String>();
        shown.fields().stream()
                .filter(Field::differs)
                .forEach(f -> choices.put(f.code(), "SURVIVOR"));
        for (int i = 0; i < pairs.length; i += 2) choices.put(pairs[i], pairs[i + 1]);
        return choices;
    }

    private <T> T as(SignedIn who, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new UsernamePasswordAuthenticationToken(who, null, who.getAuthorities()));
        try {
            return who.tenancy().call(work);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// A file with something of everything.
    private Followed full(String name, int level) {
        var followed = cast.newFollowed(cast.douai, level, 30);
        var id = followed.patient();
        if (level == 2) {
            cast.in(
                    cast.douai,
                    () ->
                            sql.sql(
                                            "update casefile.support set coordinator_id = :karim where id = :id")
                                    .param("karim", cast.karimCoordinator.member())
                                    .param("id", followed.support())
                                    .update());
        }
        cast.in(
                cast.douai,
                () -> {
                    sql.sql("update patient.patient set birth_name = :name where id = :id")
                            .param("name", name + "-" + letters())
                            .param("id", id.value())
                            .update();
                    var pps = UUID.randomUUID();
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by, submitted_at) values (:pps, :id, :support, 1, :now, 'Claire', :now)
                                    """)
                            .param("pps", pps)
                            .param("id", id.value())
                            .param("support", followed.support())
                            .param("now", now())
                            .update();
                    var act = UUID.randomUUID();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, starts_on)
                                    values (:pps, :act, :id, 'SOINS', 'EVALUATION', 'Bilan', current_date)
                                    """)
                            .param("pps", pps)
                            .param("act", act)
                            .param("id", id.value())
                            .update();
                    sql.sql(
                                    "update careplan.pps set status = 'EN_VIGUEUR', in_force_at = :now, in_force_why = 'AVIS', in_force_by = 'Dr', opinion = 'VALIDE', reassess_on = :day where id = :pps")
                            .param("now", now())
                            .param("day", LocalDate.now(clock).plusMonths(6))
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    """
                                    insert into followup.occurrence (patient_id, intervention_id, pps_id, title, due_on, due_until, late_after) values (:id, :act, :pps, 'Bilan', :day, :day, :day)
                                    """)
                            .param("id", id.value())
                            .param("act", act)
                            .param("pps", pps)
                            .param("day", LocalDate.now(clock).plusDays(20))
                            .update();
                    sql.sql(
                                    """
                                    insert into casefile.entitlement (patient_id, kind, state, starts_on, ends_on) values (:id, 'APA', 'ACCORDE', :from, :until)
                                    """)
                            .param("id", id.value())
                            .param("from", LocalDate.now(clock).minusDays(10))
                            .param("until", LocalDate.now(clock).plusYears(2))
                            .update();
                    sql.sql(
                                    """
                                    insert into assessment.problem (patient_id, code, label, domain, status, since) values (:id, 'CHUTES', 'Chutes', 'MEDICAL', 'RETENU', :day)
                                    """)
                            .param("id", id.value())
                            .param("day", LocalDate.now(clock))
                            .update();
                    sql.sql(
                                    "insert into agenda.appointment (kind, patient_id, member_id, starts_at, ends_at) values ('VISITE', :id, :me, :now, :later)")
                            .param("id", id.value())
                            .param("me", cast.claireCoordinator.member())
                            .param("now", now())
                            .param("later", Timestamp.from(clock.instant().plusSeconds(3600)))
                            .update();
                    sql.sql(
                                    "insert into patient.consent (patient_id, act, state, given_on, form, given_by, recorded_at) values (:id, 'ACCOMPAGNEMENT', 'DONNE', :day, 'ORAL', 'PERSONNE', :now)")
                            .param("id", id.value())
                            .param("day", LocalDate.now(clock))
                            .param("now", now())
                            .update();
                    return sql.sql(
                                    "insert into access.trail (at, actor, action, what, patient_id) values (:now, 'Claire', 'READ', 'LU AVANT', :id)")
                            .param("now", now())
                            .param("id", id.value())
                            .update();
                });
        contact(id, "Voisine");
        cast.as(
                cast.claireCoordinator,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.concern (patient_id, nature, facts, concerned, since, decided, review_on, author_name, written_at)
                                        values (:id, 'NEGLIGENCE', 'faits', 'elle', 'mars', 'suivre', :day, 'Claire', :now)
                                        """)
                                .param("id", id.value())
                                .param("day", LocalDate.now(clock).plusDays(5))
                                .param("now", now())
                                .update());
        return followed;
    }

    private UUID contact(PatientId id, String who) {
        var contact = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into followup.contact (id, at, channel, direction, who, reached, author_name) values (:id, :now, 'TELEPHONE', 'ENTRANT', :who, 'JOINT', 'Claire')")
                            .param("id", contact)
                            .param("now", now())
                            .param("who", who)
                            .update();
                    return sql.sql(
                                    "insert into followup.contact_patient (contact_id, patient_id, at) values (:contact, :id, :now)")
                            .param("contact", contact)
                            .param("id", id.value())
                            .param("now", now())
                            .update();
                });
        return contact;
    }

    /// Every row of both files in every table, as JSON, told apart by file; but what the acts
    /// themselves leave (lines of life, identity changes, alerts, versions).
    private Map<String, List<String>> everything(PatientId... ids) {
        var all = new TreeMap<String, List<String>>();
        for (var table :
                modules.stream()
                        .flatMap(m -> m.records().stream())
                        .map(r -> r.table())
                        .filter(t ->
                                !List.of(
                                                "patient.timeline_entry",
                                                "patient.identity_change",
                                                "followup.alert")
                                        .contains(t))
                        .distinct()
                        .toList()) for (var id : ids) all.put(table + " " + id, rows(table, id));
        for (var id : ids)
            all.put(
                    "patient " + id,
                    List.of(
                            value(
                                    "select to_jsonb(p) - 'version' from patient.patient p where id = :id",
                                    id)));
        for (var id : ids)
            all.put(
                    "team " + id,
                    List.of(
                            value(
                                    "select count(*) from casefile.referent where patient_id = :id",
                                    id)));
        return all;
    }

    private List<String> rows(String table, PatientId id) {
        return cast.as(
                cast.helenHead,
                () ->
                        sql.sql(
                                        "select to_jsonb(t)::text from %s t where t.patient_id = :id order by 1"
                                                .formatted(table))
                                .param("id", id.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private String value(String query, PatientId id) {
        return cast.as(
                cast.helenHead,
                () ->
                        sql.sql(query)
                                .param("id", id.value())
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .single());
    }

    private void touch(PatientId id) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set version = version + 1 where id = :id")
                                .param("id", id.value())
                                .update());
    }

    private void qualified(PatientId id, String ins) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set ins = :ins, ins_oid = 'x', identity_status = 'QUALIFIEE' where id = :id")
                                .param("ins", ins + "00")
                                .param("id", id.value())
                                .update());
    }

    private void refuses(PatientId id) {
        consent(id, "REFUSE", 100);
    }

    private void agrees(PatientId id) {
        consent(id, "DONNE", 10);
    }

    private void consent(PatientId id, String state, int secondsAgo) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into patient.consent (patient_id, act, state, given_on, form, given_by, recorded_at) values (:id, 'ACCOMPAGNEMENT', :state, :day, 'ORAL', 'PERSONNE', :at)")
                                .param("id", id.value())
                                .param("state", state)
                                .param("day", LocalDate.now(clock))
                                .param(
                                        "at",
                                        Timestamp.from(clock.instant().minusSeconds(secondsAgo)))
                                .update());
    }

    private PatientId named(String family, String given, String birth, String sex) {
        var id = cast.newPatient(cast.calais);
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_name = :family, given_names = :given, birth_date = cast(:birth as date), sex = :sex, phone = null where id = :id")
                                .param("family", family)
                                .param("given", given)
                                .param("birth", birth)
                                .param("sex", sex)
                                .param("id", id.value())
                                .update());
        return id;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String letters() {
        var text = new StringBuilder();
        for (var c : UUID.randomUUID().toString().replace("-", "").substring(0, 6).toCharArray())
            text.append((char) ('A' + Character.digit(c, 16)));
        return text.toString();
    }

    private static String digits(int n) {
        return String.valueOf((long) (Math.random() * Math.pow(10, n)) + (long) Math.pow(10, n))
                .substring(1);
    }
}
