package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.InsOid;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.AttendingDoctorChanged;
import fr.maillage.patient.Identities;
import fr.maillage.patient.IdentityForm;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class IdentityService implements Identities {

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Practitioners practitioners;
    private final Communes communes;
    private final ApplicationEventPublisher events;
    private final InsOid insOid;
    private final PersonLines lines;
    private final IdentityHistory history;

    IdentityService(
            JdbcClient sql,
            Clock clock,
            Trail trail,
            Timeline timeline,
            Practitioners practitioners,
            Communes communes,
            ApplicationEventPublisher events,
            PersonLines lines,
            IdentityHistory history,
            @Value("${maillage.demonstration:true}") boolean demonstration) {
        this.sql = sql;
        this.lines = lines;
        this.history = history;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.practitioners = practitioners;
        this.communes = communes;
        this.events = events;
        this.insOid = demonstration ? InsOid.NIR_TEST : InsOid.NIR;
    }

    @Override
    @Transactional(readOnly = true)
    public Identity get(PatientId id) {
        return sql.sql(
                        """
                        select birth_name, used_name, given_names, sex, birth_date, birth_date_estimated, birth_place, ins, phone, mobile, email, address,
                               postcode, commune_name, language, interpreter, lives_alone, social_vulnerability, mt_state, mt_rpps, mt_name, mt_phone,
                               mt_told, mt_opposition, notes, identity_status, version
                        from patient.patient where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> identity(row))
                .optional()
                .orElseThrow(() -> new NotFound("dossier", id.value()));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        var birth = row.getObject("birth_date", LocalDate.class);
        var alone = row.getObject("lives_alone", Boolean.class);
        var commune = text(row, "commune_name");
        var postcode = text(row, "postcode");
        var ins = text(row, "ins");
        var form =
                new IdentityForm(
                        text(row, "birth_name"),
                        text(row, "used_name"),
                        text(row, "given_names"),
                        text(row, "sex"),
                        birth == null ? "" : FrenchDates.numeric(birth),
                        row.getBoolean("birth_date_estimated"),
                        text(row, "birth_place"),
                        ins,
                        false,
                        phone(row, "phone"),
                        phone(row, "mobile"),
                        text(row, "email"),
                        text(row, "address"),
                        commune.isEmpty() || postcode.isEmpty()
                                ? commune
                                : commune + " (" + postcode + ")",
                        text(row, "language"),
                        row.getBoolean("interpreter"),
                        alone == null ? "" : alone ? "OUI" : "NON",
                        row.getBoolean("social_vulnerability"),
                        text(row, "mt_state"),
                        text(row, "mt_rpps"),
                        text(row, "mt_name"),
                        phone(row, "mt_phone"),
                        !row.getBoolean("mt_told"),
                        text(row, "mt_opposition"),
                        text(row, "notes"),
                        "",
                        "");
        var status = row.getString("identity_status");
        return new Identity(
                form,
                status,
                PatientText.identityStatus(status, !ins.isEmpty()),
                Ins.parse(ins).map(Ins::formatted).orElse(null),
                row.getInt("version"));
    }

    @Override
    public Saved save(PatientId id, IdentityForm typed, int version) {
        var current = get(id);
        var rule = new IdentityRule(typed, LocalDate.now(clock));
        var errors = rule.errors();
        var ins = Ins.parse(typed.ins()).map(Ins::value).orElse(null);
        if (ins != null && heldByAnother(ins, id)) errors.add("ins", PatientText.INS_HELD);
        var place = place(typed.commune(), errors);
        var doctor = doctor(typed, errors);
        if (!current.status().equals("PROVISOIRE")
                && IdentityRule.namesOrTraitsDiffer(current.form(), typed)
                && !typed.document()
                && !IdentityRule.GROUNDS.containsKey(typed.changeGround()))
            errors.add("changeGround", PatientText.CHANGE_GROUND);
        if (!errors.none()) return new Saved.Refused(errors);
        var before = lines.standing(id);
        var name = new PersonName(typed.birthName(), typed.givenNames());
        var status =
                IdentityRule.statusAfter(
                        current.status(),
                        IdentityRule.traitsDiffer(current.form(), typed),
                        typed.document());
        var saved =
                sql.sql(
                                """
                                update patient.patient set
                                    birth_name = :birthName, used_name = :usedName, given_names = :givenNames, sex = :sex, birth_date = :birthDate,
                                    birth_date_estimated = :estimated, birth_place = :birthPlace, ins = :ins, ins_oid = :insOid, identity_status = :status,
                                    phone = :phone, mobile = :mobile, email = :email, address = :address, postcode = :postcode, commune_code = :communeCode,
                                    commune_name = :communeName, language = :language, interpreter = :interpreter, lives_alone = :alone,
                                    social_vulnerability = :vulnerable, mt_state = :mtState, mt_rpps = :mtRpps, mt_name = :mtName, mt_phone = :mtPhone,
                                    mt_told = not :opposed, mt_opposition = :opposition, notes = :notes, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("birthName", name.family())
                        .param(
                                "usedName",
                                typed.usedName().isEmpty()
                                        ? null
                                        : new PersonName(typed.usedName(), "").family())
                        .param("givenNames", name.given())
                        .param("sex", typed.sex())
                        .param("birthDate", rule.birth())
                        .param("estimated", typed.birthDateEstimated())
                        .param("birthPlace", Sent.orNull(typed.birthPlace()))
                        .param("ins", ins)
                        .param("insOid", ins == null ? null : insOid.oid())
                        .param("status", status)
                        .param("phone", stored(typed.phone()))
                        .param("mobile", stored(typed.mobile()))
                        .param("email", Sent.orNull(typed.email()))
                        .param("address", Sent.orNull(typed.address()))
                        .param("postcode", place.postcode())
                        .param("communeCode", place.code())
                        .param("communeName", place.name())
                        .param("language", Sent.orNull(typed.language()))
                        .param("interpreter", typed.interpreter())
                        .param(
                                "alone",
                                typed.livesAlone().isEmpty()
                                        ? null
                                        : typed.livesAlone().equals("OUI"))
                        .param("vulnerable", typed.vulnerable())
                        .param("mtState", typed.mtState())
                        .param("mtRpps", doctor.rpps())
                        .param("mtName", doctor.name())
                        .param("mtPhone", doctor.phone())
                        .param("opposed", typed.mtOpposed())
                        .param("opposition", typed.mtOpposed() ? typed.mtOpposition() : null)
                        .param("notes", Sent.orNull(typed.notes()))
                        .update();
        if (saved == 0) {
            var theirs = get(id);
            return new Saved.Stale(theirs, differences(theirs.form(), typed));
        }
        trail.wrote(Trail.Action.UPDATE, id, "IDENTITE", null);
        var changes =
                history.changed(
                        id,
                        before,
                        lines.standing(id),
                        typed.document()
                                ? "PIECE"
                                : IdentityRule.GROUNDS.containsKey(typed.changeGround())
                                        ? typed.changeGround()
                                        : "DECLARATION",
                        Sent.orNull(typed.changeWhy()));
        if (changes > 0)
            timeline.add(
                    id,
                    Timeline.Kind.IDENTITE,
                    PatientText.identityChanged(
                            current.status().equals("QUALIFIEE") && !status.equals("QUALIFIEE")),
                    null,
                    "/dossiers/" + id + "/identite/historique",
                    false);
        tell(id, current.form(), typed, doctor);
        return new Saved.Done();
    }

    /// Only what others must see coming: the doctor, and whether they are told.
    private void tell(PatientId id, IdentityForm before, IdentityForm after, Doctor doctor) {
        var link = "/dossiers/" + id + "/identite";
        if (!before.mtState().equals(after.mtState())
                || !before.mtName().equals(Objects.requireNonNullElse(doctor.name(), ""))) {
            timeline.add(
                    id,
                    Timeline.Kind.CERCLE,
                    PatientText.doctorChanged(after.mtState()),
                    null,
                    link,
                    false);
        }
        if (!before.mtState().equals(after.mtState())
                || !before.mtName().equals(Objects.requireNonNullElse(doctor.name(), ""))
                || !before.mtRpps().equals(Objects.requireNonNullElse(doctor.rpps(), ""))) {
            events.publishEvent(
                    new AttendingDoctorChanged(SignedIn.current().network(), id, clock.instant()));
        }
        if (before.mtOpposed() != after.mtOpposed()) {
            timeline.add(
                    id,
                    Timeline.Kind.DROITS,
                    PatientText.tellingDoctor(after.mtOpposed()),
                    null,
                    link,
                    false);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> history(PatientId id) {
        return history.of(id);
    }

    @Override
    public Map<String, String> grounds() {
        return PatientText.GROUNDS;
    }

    private boolean heldByAnother(String ins, PatientId id) {
        return sql.sql(
                        "select exists (select 1 from patient.patient where ins = :ins and id <> :id)")
                .param("ins", ins)
                .param("id", id.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private Doctor doctor(IdentityForm typed, FormErrors errors) {
        var rpps = Rpps.parse(typed.mtRpps());
        if (rpps.isEmpty())
            return new Doctor(null, Sent.orNull(typed.mtName()), stored(typed.mtPhone()));
        var known = practitioners.find(rpps.get());
        if (known.isEmpty() && typed.mtName().isEmpty())
            errors.add("mtRpps", PatientText.RPPS_UNKNOWN);
        var phone = stored(typed.mtPhone());
        return new Doctor(
                rpps.get().value(),
                known.map(Practitioners.Practitioner::displayName)
                        .orElse(Sent.orNull(typed.mtName())),
                phone == null ? known.map(Practitioners.Practitioner::phone).orElse(null) : phone);
    }

    private record Doctor(@Nullable String rpps, @Nullable String name, @Nullable String phone) {}

    @Override
    @Transactional(readOnly = true)
    public List<String> communes(String typed, int limit) {
        return communes.near(typed, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> questionAbout(String commune) {
        return !commune.isBlank()
                        && communes.find(commune) instanceof Communes.Found.Several(var name)
                ? Optional.of(PatientText.severalCommunes(name))
                : Optional.empty();
    }

    /// The commune typed: one of the region's, or another with its postcode.
    private Place place(String typed, FormErrors errors) {
        if (typed.isEmpty()) return new Place(null, null, null);
        return switch (communes.find(typed)) {
            case Communes.Found.One(var code, var name, var postcode) ->
                    new Place(code, name, postcode);
            case Communes.Found.Several(var name) -> {
                errors.add("commune", PatientText.severalCommunes(name));
                yield new Place(null, name, null);
            }
            case Communes.Found.None(var name, var postcode) -> {
                if (postcode == null || name.isEmpty())
                    errors.add("commune", PatientText.unknownCommune(communes.near(typed, 3)));
                yield new Place(null, name, postcode);
            }
        };
    }

    private record Place(@Nullable String code, @Nullable String name, @Nullable String postcode) {}

    private static List<Difference> differences(IdentityForm theirs, IdentityForm typed) {
        var found = new ArrayList<Difference>();
        PatientText.LABELS.forEach((field, value) -> {
            var their = value.apply(theirs);
            if (!their.equals(value.apply(typed)))
                found.add(new Difference(field, their.isEmpty() ? "(vide)" : their));
        });
        if (theirs.interpreter() != typed.interpreter())
            found.add(new Difference("Interprète", yesNo(theirs.interpreter())));
        if (theirs.vulnerable() != typed.vulnerable())
            found.add(new Difference("Vulnérabilité sociale", yesNo(theirs.vulnerable())));
        if (theirs.mtOpposed() != typed.mtOpposed()) {
            found.add(
                    new Difference(
                            "S’oppose à l’information du médecin traitant",
                            yesNo(theirs.mtOpposed())));
        }
        return found;
    }

    private static String yesNo(boolean yes) {
        return yes ? "oui" : "non";
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static String phone(ResultSet row, String column) throws SQLException {
        return PhoneNumber.written(text(row, column));
    }

    private static @Nullable String stored(String typed) {
        return PhoneNumber.parse(typed).map(PhoneNumber::value).orElse(null);
    }
}
