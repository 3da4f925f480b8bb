package fr.maillage.patient.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.InsOid;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.patient.AttendingDoctorChanged;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PatientService implements Patients {

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Communes communes;
    private final PatientSearch search;
    private final ApplicationEventPublisher events;
    private final InsOid insOid;

    PatientService(
            JdbcClient sql,
            Clock clock,
            Trail trail,
            Timeline timeline,
            Communes communes,
            PatientSearch search,
            ApplicationEventPublisher events,
            @Value("${maillage.demonstration:true}") boolean demonstration) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.communes = communes;
        this.search = search;
        this.events = events;
        this.insOid = demonstration ? InsOid.NIR_TEST : InsOid.NIR;
    }

    @Override
    @Transactional(readOnly = true)
    public Patient get(PatientId id) {
        return sql.sql(
                        """
                        select id, display_name, sex, birth_date, commune_code, commune_name, phone, mobile, identity_status, deceased_on,
                               mt_state, mt_rpps, mt_name, mt_phone, mt_told
                        from patient.identity where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Patient(
                                id,
                                row.getString("display_name").strip(),
                                row.getString("sex"),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("commune_code"),
                                row.getString("commune_name"),
                                row.getString("phone"),
                                row.getString("mobile"),
                                row.getString("identity_status"),
                                row.getObject("deceased_on", LocalDate.class),
                                row.getString("mt_state"),
                                row.getString("mt_rpps"),
                                row.getString("mt_name"),
                                row.getString("mt_phone"),
                                row.getBoolean("mt_told")))
                .optional()
                .orElseThrow(() -> new NotFound("dossier", id.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Near> near(String typed, int limit) {
        return search.near(typed, limit);
    }

    @Override
    public PatientId create(NewPatient person) {
        var name = new PersonName(person.birthName(), person.givenNames());
        var usedName = emptyAsNull(person.usedName());
        var used = usedName == null ? null : new PersonName(usedName, "").family();
        var insTyped = emptyAsNull(person.ins());
        var ins =
                insTyped == null
                        ? null
                        : Ins.parse(insTyped)
                                .orElseThrow(() -> new IllegalArgumentException("not an INS"))
                                .value();
        if (ins != null && held(ins)) throw new IllegalArgumentException("INS already held");
        var id = PatientId.next();
        var place = place(person);
        try {
            sql.sql(
                            """
                            insert into patient.patient (id, birth_name, used_name, given_names, sex, birth_date, ins, ins_oid, phone, mobile, address,
                                                         postcode, commune_code, commune_name, mt_state, mt_rpps, mt_name, mt_phone, created_at)
                            values (:id, :birthName, :usedName, :givenNames, :sex, :birthDate, :ins, :insOid, :phone, :mobile, :address,
                                    :postcode, :communeCode, :communeName, :mtState, :mtRpps, :mtName, :mtPhone, :now)
                            """)
                    .param("id", id.value())
                    .param("birthName", name.family())
                    .param("usedName", used)
                    .param("givenNames", name.given())
                    .param("sex", person.sex())
                    .param("birthDate", person.birthDate())
                    .param("ins", ins)
                    .param("insOid", ins == null ? null : insOid.oid())
                    .param("phone", mobile(person.phone()) ? null : stored(person.phone()))
                    .param("mobile", mobile(person.phone()) ? stored(person.phone()) : null)
                    .param("address", emptyAsNull(person.address()))
                    .param("postcode", place.postcode())
                    .param("communeCode", place.code())
                    .param("communeName", place.name())
                    .param("mtState", person.mtState())
                    .param("mtRpps", emptyAsNull(person.mtRpps()))
                    .param("mtName", emptyAsNull(person.mtName()))
                    .param("mtPhone", stored(person.mtPhone()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("INS already held", e);
        }
        trail.wrote(Trail.Action.CREATE, id, "IDENTITE", null);
        return id;
    }

    @Override
    public PatientId takeOver(NewPatient person, Besides besides) {
        var id = create(person);
        sql.sql(
                        """
                        update patient.patient set birth_place = :place, mobile = coalesce(:mobile, mobile), email = :email, notes = :notes where id = :id
                        """)
                .param("place", emptyAsNull(besides.birthPlace()), Types.VARCHAR)
                .param("mobile", stored(besides.mobile()), Types.VARCHAR)
                .param("email", emptyAsNull(besides.email()), Types.VARCHAR)
                .param("notes", emptyAsNull(besides.notes()), Types.VARCHAR)
                .param("id", id.value())
                .update();
        return id;
    }

    @Override
    public void undoTakingOver(PatientId id) {
        get(id);
        sql.sql("select patient.undo_taking_over(:id)")
                .param("id", id.value())
                .query((_, _) -> 0)
                .list();
    }

    /// A commune typed by an exact name that is alone of its kind gets its INSEE code at once; any
    /// other keeps its name, to be completed on the identity's page.
    private Place place(NewPatient person) {
        var code = emptyAsNull(person.communeCode());
        var name = emptyAsNull(person.communeName());
        var postcode = emptyAsNull(person.postcode());
        if (code != null || name == null) return new Place(code, name, postcode);
        return switch (communes.find(postcode == null ? name : name + " " + postcode)) {
            case Communes.Found.One one ->
                    new Place(one.code(), one.name(), postcode == null ? one.postcode() : postcode);
            case Communes.Found.Several _ -> new Place(null, name, postcode);
            case Communes.Found.None none ->
                    new Place(null, name, postcode == null ? none.postcode() : postcode);
        };
    }

    private record Place(@Nullable String code, @Nullable String name, @Nullable String postcode) {}

    private boolean held(String ins) {
        return sql.sql("select exists (select 1 from patient.patient where ins = :ins)")
                .param("ins", ins)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public void opposeTellingDoctor(PatientId id, @Nullable String what) {
        var words = emptyAsNull(what);
        var opposed = words != null;
        var changed =
                sql.sql(
                                """
                                update patient.patient set mt_told = not :opposed, mt_opposition = :what, version = version + 1
                                where id = :id and (mt_told = :opposed or mt_opposition is distinct from :what)
                                """)
                        .param("id", id.value())
                        .param("opposed", opposed)
                        .param("what", words)
                        .update();
        if (changed == 0) {
            get(id); // not there, or already so
            return;
        }
        trail.wrote(Trail.Action.UPDATE, id, "DROITS", null);
        timeline.add(
                id,
                Timeline.Kind.DROITS,
                PatientText.tellingDoctor(opposed),
                null,
                "/dossiers/" + id + "/droits",
                false);
    }

    @Override
    public void attendingDoctor(PatientId id, @Nullable Doctor doctor) {
        var state = doctor == null ? "A_RECHERCHER" : "DECLARE";
        var changed =
                sql.sql(
                                """
                                update patient.patient set mt_state = :state, mt_rpps = :rpps, mt_name = :name, mt_phone = :phone, version = version + 1
                                where id = :id and (mt_state <> :state or mt_rpps is distinct from :rpps or mt_name is distinct from :name)
                                """)
                        .param("state", state)
                        .param("rpps", doctor == null ? null : doctor.rpps(), Types.VARCHAR)
                        .param("name", doctor == null ? null : doctor.name(), Types.VARCHAR)
                        .param(
                                "phone",
                                doctor == null ? null : stored(doctor.phone()),
                                Types.VARCHAR)
                        .param("id", id.value())
                        .update();
        if (changed == 0) {
            get(id); // not there, or already so
            return;
        }
        trail.wrote(Trail.Action.UPDATE, id, "IDENTITE", null);
        timeline.add(
                id,
                Timeline.Kind.CERCLE,
                PatientText.doctorChanged(state),
                null,
                "/dossiers/" + id + "/identite",
                false);
        events.publishEvent(
                new AttendingDoctorChanged(
                        Objects.requireNonNull(Tenancy.current().acting()), id, clock.instant()));
    }

    @Override
    public void died(PatientId id, LocalDate on) {
        var changed =
                sql.sql(
                                """
                                update patient.patient set deceased_on = :on, version = version + 1
                                where id = :id and deceased_on is distinct from :on
                                """)
                        .param("id", id.value())
                        .param("on", on)
                        .update();
        if (changed == 0) {
            get(id);
            return;
        }
        trail.wrote(Trail.Action.UPDATE, id, "IDENTITE", null);
    }

    private static boolean mobile(@Nullable String phone) {
        return phone != null && PhoneNumber.parse(phone).filter(PhoneNumber::mobile).isPresent();
    }

    /// A number in its dialled form; what cannot be read as one is kept as said.
    private static @Nullable String stored(@Nullable String phone) {
        if (phone == null || phone.isBlank()) return null;
        return PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(phone.strip());
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
