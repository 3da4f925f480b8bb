package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.followup.TellDoctor;
import fr.maillage.help.internal.Asked.Answer;
import fr.maillage.help.internal.Asked.Item;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Functional support lives so: asked by the attending doctor, each item answered with who said it;
/// the last answer writes to the doctor.
@Service
@Transactional
class AskedService {

    private static final String PART = "APPUI FONCTIONNEL";

    private final JdbcClient sql;
    private final Patients patients;
    private final TellDoctor doctor;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    AskedService(
            JdbcClient sql,
            Patients patients,
            TellDoctor doctor,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.doctor = doctor;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Latest first, each with its items in the order of the text.
    @Transactional(readOnly = true)
    public List<Asked> of(PatientId patient) {
        var found = new LinkedHashMap<UUID, Asked>();
        sql.sql(
                        """
                        select a.id, a.asked_on, a.asked_by, a.words, a.due_on, a.told_at is not null as told, a.noted_by, i.item, i.conclusion, i.concluded_on, i.concluded_by
                          from help.asked a join help.asked_item i on i.network_id = a.network_id and i.asked_id = a.id
                         where a.patient_id = :patient
                         order by a.asked_on desc, a.id, array_position(array['LOGEMENT','HOSPITALISATION','AIDE_DOMICILE','SUIVI_GLOBAL','PROCHES'], i.item)
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var asked = found.get(id);
                    if (asked == null) {
                        asked =
                                new Asked(
                                        id,
                                        row.getObject("asked_on", LocalDate.class),
                                        row.getString("asked_by"),
                                        row.getString("words"),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getBoolean("told"),
                                        row.getString("noted_by"),
                                        new ArrayList<>());
                        found.put(id, asked);
                    }
                    asked.items()
                            .add(
                                    new Answer(
                                            Item.valueOf(row.getString("item")),
                                            row.getString("conclusion"),
                                            row.getObject("concluded_on", LocalDate.class),
                                            row.getString("concluded_by")));
                });
        return List.copyOf(found.values());
    }

    /// Notes what the doctor asks. Throws `FormRefused`.
    void ask(PatientId patient, Typed typed) {
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "askedOn", true, errors);
        if (on != null && on.isAfter(today)) errors.add("askedOn", HelpText.TO_COME);
        var by = GivenForm.text(typed, "askedBy", HelpText.WHO_ASKS, FormFields.LINE, errors);
        var items =
                typed.all("items").stream()
                        .flatMap(i -> GivenForm.chosen(Item.values(), i).stream())
                        .distinct()
                        .toList();
        if (items.isEmpty()) errors.add("items", HelpText.WHICH_ITEMS);
        if (typed.text("words").length() > GivenForm.LONGEST)
            errors.add("words", WebText.tooLong(GivenForm.LONGEST));
        var due = FormFields.date(typed, "dueOn", true, errors);
        if (due != null && on != null && due.isBefore(on)) errors.add("dueOn", HelpText.BEFORE);
        FormRefused.unless(errors);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into help.asked (id, patient_id, asked_on, asked_by, words, due_on, noted_by, noted_at)
                        values (:id, :patient, :on, :by, :words, :due, :noted, :now)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("on", on)
                .param("by", by)
                .param("words", typed.orNull("words"), Types.VARCHAR)
                .param("due", due)
                .param("noted", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sql.sql("insert into help.asked_item (asked_id, item) select :id, unnest(:items)")
                .param("id", id)
                .param("items", items.stream().map(Enum::name).toArray(String[]::new))
                .update();
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                HelpText.asked(items.size()),
                null,
                "/dossiers/" + patient + "/appuis#medecin",
                true);
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
    }

    /// Answers one item; the last one writes to the doctor what was concluded of each. True when it
    /// did. Throws `FormRefused`, `NotFound`, and when a colleague answered first.
    boolean answer(PatientId patient, UUID id, Item item, Typed typed) {
        var asked = get(patient, id);
        if (asked.items().stream().noneMatch(i -> i.item() == item))
            throw new NotFound("appui", id);
        var errors = new FormErrors();
        var words =
                GivenForm.text(typed, "conclusion", HelpText.CONCLUSION, GivenForm.LONGEST, errors);
        var by = GivenForm.text(typed, "by", HelpText.WHO_SAYS, FormFields.LINE, errors);
        var on = FormFields.date(typed, "on", true, errors);
        if (on != null && on.isAfter(LocalDate.now(clock))) errors.add("on", HelpText.TO_COME);
        if (on != null && on.isBefore(asked.askedOn())) errors.add("on", HelpText.BEFORE);
        FormRefused.unless(errors);
        // one answer at a time, so that one of them is the last
        sql.sql("select 1 from help.asked where id = :id for update")
                .param("id", id)
                .query((_, _) -> 1)
                .list();
        var saved =
                sql.sql(
                                """
                                update help.asked_item set conclusion = :words, concluded_on = :on, concluded_by = :by, noted_by = :noted
                                 where asked_id = :id and item = :item and conclusion is null
                                """)
                        .param("words", words)
                        .param("on", Objects.requireNonNull(on))
                        .param("by", by)
                        .param("noted", SignedIn.current().displayName())
                        .param("id", id)
                        .param("item", item.name())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("asked " + id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
        var whole = get(patient, id);
        if (whole.waits()) return false;
        var told =
                doctor.told(patient, id, HelpText.answers(whole), SignedIn.current().displayName());
        if (told)
            sql.sql("update help.asked set told_at = :now where id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", id)
                    .update();
        return told;
    }

    /// The declared doctor, to fill the form; "" without one.
    @Transactional(readOnly = true)
    public String doctorOf(PatientId patient) {
        return FormFields.text(patients.get(patient).mtName());
    }

    private Asked get(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("appui", id));
    }
}
