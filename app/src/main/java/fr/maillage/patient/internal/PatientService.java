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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

    /// Bearers of the words typed that are looked at more closely: a date or a telephone typed with
    /// a common name must still find its person among them.
    private static final int HITS = 3000;

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Communes communes;
    private final ApplicationEventPublisher events;
    private final InsOid insOid;

    PatientService(
            JdbcClient sql,
            Clock clock,
            Trail trail,
            Timeline timeline,
            Communes communes,
            ApplicationEventPublisher events,
            @Value("${maillage.demonstration:true}") boolean demonstration) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.communes = communes;
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
        var query = PatientQuery.parse(typed, LocalDate.now(clock));
        if (query.empty() || limit <= 0) return List.of();
        if (query.words().isEmpty()) return withoutName(query, limit);
        var begun = beginning(query.words());
        if (query.birth() == null && query.birthYear() == null) {
            var found = bearing(begun, query, limit);
            // nobody borne by a typo comes before these
            var enough =
                    found.size() == limit && found.stream().allMatch(n -> n.deceasedOn() == null);
            if (enough || query.words().stream().noneMatch(PatientQuery::mayBeMistyped))
                return found;
        }
        return bearing(mistyped(query.words(), begun), query, limit);
    }

    /// A word of the structure, near the one typed in `part`.
    private record Match(String word, int part, double weight) {}

    /// Words equal to each word typed, or beginning with it.
    private List<Match> beginning(List<String> typed) {
        var found = new ArrayList<Match>();
        for (int part = 0; part < typed.size(); part++) {
            var word = typed.get(part);
            int number = part;
            sql.sql(
                            """
                            select distinct word from patient.name_vocabulary
                            where word collate "C" >= :from and word collate "C" < :until
                            """)
                    .param("from", word)
                    .param("until", word + "~") // after every letter and digit
                    .query((row, _) -> row.getString("word"))
                    .list()
                    .forEach(theirs -> found.add(match(word, theirs, number)));
        }
        return found;
    }

    /// The same with what a typo makes of each word: every word of the structure long enough is
    /// looked at, which only what is nearly typed to its end asks for.
    private List<Match> mistyped(List<String> typed, List<Match> begun) {
        var found = new ArrayList<>(begun);
        var shortest =
                typed.stream()
                        .filter(PatientQuery::mayBeMistyped)
                        .mapToInt(PatientQuery::shortestLike)
                        .min();
        if (shortest.isEmpty()) return found;
        var vocabulary =
                sql.sql(
                                "select distinct word from patient.name_vocabulary where length(word) >= :shortest")
                        .param("shortest", shortest.getAsInt())
                        .query((row, _) -> row.getString("word"))
                        .list();
        for (int part = 0; part < typed.size(); part++) {
            for (var word : vocabulary) {
                if (word.startsWith(typed.get(part))) continue; // begun already
                var match = match(typed.get(part), word, part);
                if (match.weight() > 0) found.add(match);
            }
        }
        return found;
    }

    private static Match match(String typed, String word, int part) {
        return new Match(word, part, PatientQuery.wordLikeness(typed, word));
    }

    /// Those who bear, for each word typed, a word like it; ranked once, here. The typo is
    /// tolerated over the words of the structure, and the persons are found by equality: under
    /// row-level security an index serves nothing else (trigrams are not leakproof). A birth date
    /// or year that is not theirs excludes them, an unknown one counts for less; when it excludes
    /// everybody, it may have been noted wrong, here or there, and all are shown, further away.
    private List<Near> bearing(List<Match> matches, PatientQuery query, int limit) {
        if (matches.isEmpty()) return List.of();
        return sql.sql(
                        """
                        with borne as (
                          select w.network_id, w.patient_id, m.part, max(m.weight) as weight,
                                 max(m.weight) > coalesce(max(m.weight) filter (where not w.former), 0) as former
                          from unnest(cast(:words as text[]), cast(:parts as int[]), cast(:weights as float8[])) m (word, part, weight)
                          join patient.borne_word w on w.word = m.word
                          group by w.network_id, w.patient_id, m.part
                        ), hit as (
                          select network_id, patient_id, sum(weight) / :typed as names, bool_or(former) as former from borne
                          group by network_id, patient_id having count(*) = :typed order by names desc limit :most
                        ), person as (
                          select p.id, upper(coalesce(nullif(p.used_name, ''), p.birth_name)) || ' ' || p.given_names as name,
                                 p.network_id, p.birth_date, p.commune_name, p.deceased_on, hit.names, hit.former,
                                 case when cast(:birth as date) is null and cast(:year as int) is null then 1.0
                                      when p.birth_date is null then 0.8
                                      when p.birth_date = cast(:birth as date) or extract(year from p.birth_date) = cast(:year as int) then 1.0
                                      else 0 end as dated
                          from hit join patient.patient p on p.network_id = hit.network_id and p.id = hit.patient_id and p.merged_into is null
                          where cast(:phone as text) is null or p.phone like cast(:phone as text) || '%' or p.mobile like cast(:phone as text) || '%'
                        ), told as (select person.*, max(dated) over () as best from person)
                        select id, name, birth_date, commune_name, deceased_on, names * case when best = 0 then 0.6 else dated end as likeness,
                               case when former then (select upper(coalesce(nullif(f.used_name, ''), f.birth_name)) || ' ' || f.given_names from patient.former_name f
                                                       where f.network_id = told.network_id and f.patient_id = told.id
                                                         and exists (select 1 from patient.former_word w where w.network_id = f.network_id and w.name_id = f.id and w.word = any (cast(:words as text[])))
                                                       order by f.until desc, f.id desc limit 1) end as formerly
                        from told where dated > 0 or best = 0
                        order by deceased_on is not null, likeness desc, name collate "fr-x-icu", id
                        limit :limit
                        """)
                .param("words", matches.stream().map(Match::word).toArray(String[]::new))
                .param("parts", matches.stream().map(Match::part).toArray(Integer[]::new))
                .param("weights", matches.stream().map(Match::weight).toArray(Double[]::new))
                .param("typed", query.words().size())
                .param("most", HITS)
                .param("phone", query.phone())
                .param("birth", query.birth())
                .param("year", query.birthYear())
                .param("limit", limit)
                .query(PatientService::near)
                .list();
    }

    /// By a date, a telephone or a matricule alone.
    private List<Near> withoutName(PatientQuery query, int limit) {
        return sql.sql(
                        """
                        select p.id, upper(coalesce(nullif(p.used_name, ''), p.birth_name)) || ' ' || p.given_names as name,
                               p.birth_date, p.commune_name, p.deceased_on, 1.0 as likeness, null as formerly
                        from patient.patient p
                        where p.merged_into is null and (cast(:phone as text) is null or p.phone like cast(:phone as text) || '%' or p.mobile like cast(:phone as text) || '%')
                          and (cast(:ins as text) is null or p.ins = cast(:ins as text))
                          and (cast(:birth as date) is null or p.birth_date = cast(:birth as date))
                          and (cast(:year as int) is null or extract(year from p.birth_date) = cast(:year as int))
                        order by p.deceased_on is not null, p.search, p.id
                        limit :limit
                        """)
                .param("phone", query.phone())
                .param("ins", query.ins())
                .param("birth", query.birth())
                .param("year", query.birthYear())
                .param("limit", limit)
                .query(PatientService::near)
                .list();
    }

    private static Near near(ResultSet row, int line) throws SQLException {
        return new Near(
                new PatientId(row.getObject("id", UUID.class)),
                row.getString("name").strip(),
                row.getObject("birth_date", LocalDate.class),
                row.getString("commune_name"),
                row.getObject("deceased_on", LocalDate.class),
                row.getDouble("likeness"),
                row.getString("formerly"));
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
