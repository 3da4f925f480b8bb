package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Field.Type;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormView.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the file already says that a register asks for, so that nobody types it again.
@Component
@Transactional(readOnly = true)
class FileFacts {

    /// A score or a measure of an evaluation: « MESURE:code ».
    static final String MEASURE = "MESURE:";

    /// What of a file may fill a field, besides measures.
    enum Known {
        SEXE("Sexe (F, M, I)", Type.LISTE),
        NAISSANCE("Date de naissance", Type.DATE),
        DECES("Date du décès", Type.DATE),
        INCLUSION("Date d’inclusion dans le réseau", Type.DATE),
        ALD("Début de l’ALD", Type.DATE),
        VIT_SEULE("Vit seule", Type.OUI_NON);

        final String label;
        final Type type;

        Known(String label, Type type) {
            this.label = label;
            this.type = type;
        }
    }

    private final JdbcClient sql;

    FileFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether what the file gives can stand in a field of this type.
    static boolean fits(String origin, Type type) {
        if (origin.startsWith(MEASURE)) return type == Type.NOMBRE;
        for (var known : Known.values()) if (known.name().equals(origin)) return known.type == type;
        return false;
    }

    /// Whether it says who somebody is: such a field stays in the structure, whatever it is marked.
    /// Sex and age go out made coarse.
    static boolean identifies(@Nullable String origin) {
        return Known.NAISSANCE.name().equals(origin)
                || Known.DECES.name().equals(origin)
                || Known.SEXE.name().equals(origin);
    }

    /// What may be chosen: what every file has, then what was measured in this structure.
    public List<Option> origins() {
        var options = new ArrayList<Option>();
        for (var known : Known.values()) options.add(new Option(known.name(), known.label, false));
        options.addAll(
                sql.sql(
                                """
                                select code, min(label) as label from assessment.measured group by code order by min(label) collate "fr-x-icu", code limit 200
                                """)
                        .query((row, _) ->
                                new Option(
                                        MEASURE + row.getString("code"),
                                        "Dernière mesure\u00A0: " + row.getString("label"),
                                        false))
                        .list());
        return options;
    }

    /// What the file says today, by origin, in the form of a field; what it does not say is not
    /// there.
    public Map<String, String> of(PatientId patient) {
        var said = new HashMap<String, String>();
        sql.sql(
                        """
                        select i.sex, i.birth_date, i.deceased_on, i.lives_alone,
                               (select min(s.included_on) from casefile.support_aims s where s.network_id = i.network_id and s.patient_id = i.id) as included,
                               (select min(r.starts_on) from casefile.whole_right r where r.network_id = i.network_id and r.patient_id = i.id and r.kind = 'ALD') as ald
                          from patient.identity i where i.id = :patient
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    put(said, Known.SEXE, row.getString("sex"));
                    put(said, Known.NAISSANCE, row.getObject("birth_date", LocalDate.class));
                    put(said, Known.DECES, row.getObject("deceased_on", LocalDate.class));
                    put(said, Known.INCLUSION, row.getObject("included", LocalDate.class));
                    put(said, Known.ALD, row.getObject("ald", LocalDate.class));
                    var alone = row.getObject("lives_alone", Boolean.class);
                    put(said, Known.VIT_SEULE, alone == null ? null : alone ? "OUI" : "NON");
                });
        sql.sql(
                        """
                        select distinct on (code) code, value from assessment.measured where patient_id = :patient order by code, on_date desc, response_id desc
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    said.put(
                            MEASURE + row.getString("code"),
                            row.getBigDecimal("value").stripTrailingZeros().toPlainString());
                });
        return said;
    }

    private static void put(Map<String, String> said, Known known, @Nullable Object value) {
        if (value != null) said.put(known.name(), value.toString());
    }
}
