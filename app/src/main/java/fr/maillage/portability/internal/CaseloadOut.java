package fr.maillage.portability.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.network.Networks;
import fr.maillage.portability.internal.draft.Rhythms;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Codes;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.web.WorkbookOut;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The caseload as the very workbook a takeover reads: given to an empty structure, it gives the
/// same persons, circles, levels, rights and interventions. Joins the caller's transaction.
@Component
class CaseloadOut {

    private final JdbcClient sql;
    private final Networks networks;
    private final Clock clock;

    CaseloadOut(JdbcClient sql, Networks networks, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.clock = clock;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new WorkbookOut(out)) {
            persons(book);
            circle(book);
            acts(book);
            rights(book);
        }
    }

    private void persons(WorkbookOut book) throws IOException {
        var themes =
                networks.allThemes().stream()
                        .collect(Collectors.toMap(Networks.Theme::code, Networks.Theme::label));
        var sheet = book.sheet(Part.PERSON.sheet(), ModelBook.headings(Part.PERSON));
        sql.sql(
                        """
                        select i.*, s.status, s.level, s.theme_code, coalesce(s.included_on, s.opened_on) as included, m.given_name || ' ' || upper(m.family_name) as referent,
                               o.file_number, o.motive, o.reassessed_on, p.in_force_at, p.in_force_why, p.reassess_on,
                               a.state as agreement, a.given_on as agreed_on, a.form as agreed_form, h.state as sharing, h.given_on as shared_on
                        from patient.whole_identity i
                        left join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.id
                        left join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                        left join lateral (select x.* from portability.origin x where x.network_id = i.network_id and x.patient_id = i.id limit 1) o on true
                        left join careplan.current_pps p on p.network_id = i.network_id and p.patient_id = i.id
                        left join lateral (select c.* from patient.current_consent c where c.network_id = i.network_id and c.patient_id = i.id
                                            and c.act = 'ACCOMPAGNEMENT' and c.opposed_to is null limit 1) a on true
                        left join lateral (select c.* from patient.current_consent c where c.network_id = i.network_id and c.patient_id = i.id
                                            and c.act = 'PARTAGE_EQUIPE' and c.opposed_to is null limit 1) h on true
                        order by i.id
                        """)
                .query(row -> {
                    sheet.line(line(Part.PERSON, person(row, themes)));
                });
        sheet.end();
    }

    private Map<Field, @Nullable Object> person(ResultSet row, Map<String, String> themes)
            throws SQLException {
        var values = new EnumMap<Field, @Nullable Object>(Field.class);
        values.put(Field.FILE_NUMBER, number(row, "id"));
        values.put(Field.BIRTH_NAME, row.getString("birth_name"));
        values.put(Field.USED_NAME, row.getString("used_name"));
        values.put(Field.GIVEN_NAMES, row.getString("given_names"));
        values.put(Field.SEX, Codes.label(CodeSet.SEX, row.getString("sex")));
        values.put(Field.BIRTH_DATE, day(row, "birth_date"));
        values.put(Field.BIRTH_PLACE, row.getString("birth_place"));
        values.put(Field.INS, row.getString("ins"));
        values.put(Field.PHONE, row.getString("phone"));
        values.put(Field.MOBILE, row.getString("mobile"));
        values.put(Field.EMAIL, row.getString("email"));
        values.put(Field.ADDRESS, row.getString("address"));
        values.put(Field.POSTCODE, row.getString("postcode"));
        values.put(Field.COMMUNE, row.getString("commune_name"));
        values.put(
                Field.SITUATION,
                Codes.label(
                        CodeSet.SITUATION,
                        row.getObject("deceased_on") != null
                                ? "DECEDE"
                                : row.getString("status") == null
                                        ? "CLOS"
                                        : row.getString("status")));
        values.put(Field.INCLUDED_ON, day(row, "included"));
        values.put(Field.THEME, themes.get(String.valueOf(row.getString("theme_code"))));
        values.put(Field.MOTIVE, row.getString("motive"));
        values.put(Field.LEVEL, row.getString("level"));
        values.put(Field.REFERENT, row.getString("referent"));
        var inForce = row.getTimestamp("in_force_at");
        values.put(
                Field.LAST_REASSESSMENT,
                row.getObject("reassessed_on") != null
                                || "REPRISE".equals(row.getString("in_force_why"))
                        ? day(row, "reassessed_on")
                        : inForce == null
                                ? null
                                : LocalDate.ofInstant(inForce.toInstant(), clock.getZone()));
        values.put(Field.NEXT_REASSESSMENT, day(row, "reassess_on"));
        values.put(Field.MT_NAME, row.getString("mt_name"));
        values.put(Field.MT_RPPS, row.getString("mt_rpps"));
        values.put(Field.MT_PHONE, row.getString("mt_phone"));
        values.put(Field.MT_STATE, Codes.label(CodeSet.MT_STATE, row.getString("mt_state")));
        var agreement = row.getString("agreement");
        if (agreement != null) {
            values.put(Field.CONSENT, Codes.label(CodeSet.CONSENT, agreement));
            if (agreement.equals("DONNE")) {
                values.put(Field.CONSENT_ON, day(row, "agreed_on"));
                values.put(
                        Field.CONSENT_FORM,
                        Codes.label(CodeSet.CONSENT_FORM, row.getString("agreed_form")));
            }
        }
        var sharing = row.getString("sharing");
        if (sharing != null) {
            values.put(Field.SHARING, Codes.label(CodeSet.SHARING, sharing));
            values.put(
                    Field.SHARING_ON, sharing.equals("A_CONFIRMER") ? null : day(row, "shared_on"));
        }
        values.put(Field.NOTE, row.getString("notes"));
        return values;
    }

    private void circle(WorkbookOut book) throws IOException {
        var sheet = book.sheet(Part.CIRCLE.sheet(), ModelBook.headings(Part.CIRCLE));
        sql.sql(
                        """
                        select c.*, o.file_number from casefile.whole_circle c
                        left join lateral (select x.* from portability.origin x where x.network_id = c.network_id and x.patient_id = c.patient_id limit 1) o on true
                        where c.role <> 'MEDECIN_TRAITANT' and (c.until is null or c.until >= :today) order by c.patient_id, c.id
                        """)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var values = new EnumMap<Field, @Nullable Object>(Field.class);
                    values.put(Field.FILE_NUMBER, number(row, "patient_id"));
                    values.put(Field.C_NAME, row.getString("name"));
                    values.put(Field.C_PROFESSION, row.getString("profession"));
                    values.put(Field.C_ROLE, Codes.label(CodeSet.ROLE, row.getString("role")));
                    values.put(Field.C_RELATION, row.getString("relation"));
                    values.put(Field.C_RPPS, row.getString("rpps"));
                    values.put(Field.C_PHONE, row.getString("phone"));
                    values.put(Field.C_EMAIL, row.getString("email"));
                    values.put(Field.C_SINCE, day(row, "since"));
                    var standing = row.getString("standing");
                    values.put(
                            Field.C_STANDING,
                            standing == null ? null : Codes.label(CodeSet.STANDING, standing));
                    values.put(Field.C_PARTS, parts(row));
                    sheet.line(line(Part.CIRCLE, values));
                });
        sheet.end();
    }

    private void acts(WorkbookOut book) throws IOException {
        var today = LocalDate.now(clock);
        var sheet = book.sheet(Part.ACT.sheet(), ModelBook.headings(Part.ACT));
        sql.sql(
                        """
                        select i.patient_id, i.title, i.type, i.actor_name, i.starts_on, i.ends_on, i.every_n, i.every_unit, i.times, i.weekdays,
                               i.after_n, i.after_unit, i.after_what, i.after_act, o.file_number
                        from careplan.intervention_in_force i
                        left join lateral (select x.* from portability.origin x where x.network_id = i.network_id and x.patient_id = i.patient_id limit 1) o on true
                        order by i.patient_id, i.rank, i.intervention_id
                        """)
                .query(row -> {
                    var when =
                            new Recurrence(
                                    java.util.Objects.requireNonNull(day(row, "starts_on")),
                                    day(row, "ends_on"),
                                    row.getObject("every_n", Integer.class),
                                    row.getString("every_unit"),
                                    row.getObject("times", Integer.class),
                                    Set.copyOf(
                                            Arrays.asList(
                                                    (Integer[])
                                                            row.getArray("weekdays").getArray())),
                                    after(row));
                    var waits = when.after() != null;
                    var dates = waits ? List.of(when.startsOn()) : when.dates();
                    var end = when.endsOn();
                    if (waits
                            ? end != null && end.isBefore(today)
                            : dates.isEmpty() || !when.once() && dates.getLast().isBefore(today))
                        return; // over
                    var values = new EnumMap<Field, @Nullable Object>(Field.class);
                    values.put(Field.FILE_NUMBER, number(row, "patient_id"));
                    values.put(Field.A_WHAT, row.getString("title"));
                    values.put(Field.A_TYPE, Codes.label(CodeSet.ACT_TYPE, row.getString("type")));
                    values.put(Field.A_WHO, row.getString("actor_name"));
                    values.put(
                            Field.A_NEXT,
                            dates.stream()
                                    .filter(d -> !d.isBefore(today))
                                    .findFirst()
                                    .orElse(dates.getFirst()));
                    values.put(Field.A_EVERY, Rhythms.words(when));
                    values.put(Field.A_UNTIL, waits ? end : when.once() ? null : dates.getLast());
                    sheet.line(line(Part.ACT, values));
                });
        sheet.end();
    }

    /// What an intervention waits for; null for nothing.
    private static Recurrence.@Nullable After after(ResultSet row) throws SQLException {
        var what = row.getString("after_what");
        return what == null
                ? null
                : new Recurrence.After(
                        row.getInt("after_n"),
                        row.getString("after_unit"),
                        Recurrence.What.valueOf(what),
                        row.getObject("after_act", UUID.class),
                        null);
    }

    private void rights(WorkbookOut book) throws IOException {
        var sheet = book.sheet(Part.RIGHT.sheet(), ModelBook.headings(Part.RIGHT));
        sql.sql(
                        """
                        select r.*, o.file_number from casefile.whole_right r
                        left join lateral (select x.* from portability.origin x where x.network_id = r.network_id and x.patient_id = r.patient_id limit 1) o on true
                        order by r.patient_id, r.id
                        """)
                .query(row -> {
                    var values = new EnumMap<Field, @Nullable Object>(Field.class);
                    values.put(Field.FILE_NUMBER, number(row, "patient_id"));
                    values.put(Field.R_KIND, Codes.label(CodeSet.RIGHT, row.getString("kind")));
                    values.put(Field.R_NAME, row.getString("name"));
                    values.put(
                            Field.R_STATE,
                            Codes.label(CodeSet.RIGHT_STATE, row.getString("state")));
                    values.put(Field.R_ASKED, day(row, "asked_on"));
                    values.put(Field.R_DECIDED, day(row, "decided_on"));
                    values.put(Field.R_STARTS, day(row, "starts_on"));
                    values.put(Field.R_ENDS, day(row, "ends_on"));
                    values.put(Field.R_REFERENCE, row.getString("reference"));
                    values.put(Field.R_DETAIL, row.getString("detail"));
                    values.put(Field.R_APPEAL_UNTIL, day(row, "appeal_until"));
                    values.put(Field.R_APPEALED, day(row, "appealed_on"));
                    sheet.line(line(Part.RIGHT, values));
                });
        sheet.end();
    }

    /// « Soins, Médical ».
    private static String parts(ResultSet row) throws SQLException {
        return TakeoverRows.texts(row, "parts").stream()
                .map(part -> Codes.label(CodeSet.PART, part))
                .collect(Collectors.joining(", "));
    }

    private static java.util.List<@Nullable Object> line(
            Part part, Map<Field, @Nullable Object> values) {
        var line = new java.util.ArrayList<@Nullable Object>();
        for (var field : ModelBook.fields(part)) line.add(values.get(field));
        return line;
    }

    /// The number of the former tool, or ours: what links the sheets.
    private static String number(ResultSet row, String id) throws SQLException {
        var number = row.getString("file_number");
        return number == null ? row.getString(id) : number;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
