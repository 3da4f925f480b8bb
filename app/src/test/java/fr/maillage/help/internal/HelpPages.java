package fr.maillage.help.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What the tests of helps and supports do: somebody followed, forms filled, letters read.
abstract class HelpPages extends PageTest {

    static String here(Followed followed) {
        return "/dossiers/" + followed.patient() + "/appuis";
    }

    Followed followed(String theme) {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update casefile.support set theme_code = :theme where id = :id")
                                .param("theme", theme)
                                .param("id", followed.support())
                                .update());
        return followed;
    }

    UUID relative(Followed followed, String name) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, relation, since)
                                        values (:id, :patient, 'PROCHE', 'PROCHE', 'AIDANT_PRINCIPAL', :name, 'époux', '2026-01-01')
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("name", name)
                                .update());
        return id;
    }

    /// The form of a help, these fields besides what every help says.
    static String[] help(String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("onDate", "2026-06-01");
        all.put("words", "Deux appels, un rendez-vous.");
        all.put("result", "OBTENU");
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        return all.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    List<String> letters(PatientId patient) {
        return rows(
                cast.douai,
                "select recipient_kind || ' ' || recipient_name || ' ' || replace(body, chr(160), ' ') from correspondence.outgoing_message where patient_id = '"
                        + patient
                        + "' order by created_at, id");
    }
}
