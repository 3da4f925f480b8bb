package fr.maillage.demo.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.InsOid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The file of one invented person, as it is written: each method of it or of its parts is one act
/// a screen could have recorded, with the lines the application would have left beside it.
final class Life {

    static final List<String> EVERY_PART =
            List.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE", "TACHES");

    /// Who the person is.
    ///
    /// @param mtState DECLARE, A_DECLARER, A_RECHERCHER or NE_PARTICIPE_PAS
    record Who(
            String family,
            @Nullable String used,
            String given,
            String sex,
            LocalDate born,
            Commune home,
            boolean alone,
            boolean vulnerable,
            @Nullable String language,
            String mtState,
            @Nullable Practitioner mt,
            boolean mtTold,
            @Nullable String mtOpposition,
            @Nullable LocalDate died,
            @Nullable String notes) {

        /// « Odette Leroy », as everybody says.
        String called() {
            return given + " " + (used == null ? family : used);
        }
    }

    /// Somebody of the circle, as plans name them.
    record Actor(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String profession,
            @Nullable String group) {
        static final Actor NOBODY = new Actor(null, null, null, null);
    }

    /// A goal of a plan.
    record Aim(
            UUID id,
            String domain,
            String kind,
            String title,
            @Nullable String problem,
            @Nullable String indicator,
            @Nullable String target,
            @Nullable LocalDate due,
            String result,
            @Nullable String why) {}

    /// A planned intervention.
    record Act(
            UUID id,
            @Nullable UUID goal,
            String volet,
            String type,
            String title,
            Actor actor,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            Set<Integer> weekdays,
            int window,
            int tolerance) {
        Recurrence recurrence() {
            return new Recurrence(starts, ends, every, unit, times, weekdays);
        }
    }

    /// A version of a plan: its two axes and their dates.
    record Version(
            UUID id,
            int number,
            @Nullable UUID previous,
            String status,
            String opinion,
            @Nullable String changeReason,
            Instant created,
            @Nullable Instant submitted,
            @Nullable Instant inForce,
            @Nullable String inForceWhy,
            @Nullable String inForceReason,
            @Nullable Instant replaced,
            @Nullable Instant closed,
            @Nullable LocalDate reassess) {}

    /// What a plan says in words.
    record Words(
            String mtProblems,
            String person,
            @Nullable String relatives,
            String project,
            @Nullable String social,
            @Nullable String medicalContext,
            @Nullable String socialContext,
            @Nullable String psychologicalContext,
            @Nullable String autonomyContext,
            @Nullable String crisis,
            @Nullable String education,
            List<String> pathologies) {}

    private String street = "";
    final UUID id;
    final UUID network;
    final RandomGenerator random;
    final Member coordinator;
    final Copy copy;
    final Evaluations evaluations;
    final LocalDate today;
    final Structure structure;
    private final Instant created;
    final Who who;
    final IntakePart intake;
    final CaseFilePart file;
    final CirclePart circle;
    final RightsPart rights;
    final AssessmentPart assessment;
    final CarePlanPart careplan;
    final FollowUpPart followup;
    final MailPart mail;
    final DocumentPart documents;

    @Nullable UUID support;
    int level;

    Life(
            Copy copy,
            Evaluations evaluations,
            Structure structure,
            Member coordinator,
            RandomGenerator random,
            LocalDate today,
            LocalDate since,
            Who who) {
        this.copy = copy;
        this.evaluations = evaluations;
        this.structure = structure;
        this.network = structure.id();
        this.coordinator = coordinator;
        this.random = random;
        this.today = today;
        this.created = at(since, 9, 0);
        this.who = who;
        this.id = Ids.at(created, random);
        this.intake = new IntakePart(this);
        this.file = new CaseFilePart(this);
        this.circle = new CirclePart(this);
        this.rights = new RightsPart(this);
        this.assessment = new AssessmentPart(this);
        this.careplan = new CarePlanPart(this);
        this.followup = new FollowUpPart(this);
        this.mail = new MailPart(this);
        this.documents = new DocumentPart(this);
        person();
    }

    /// A time of a day, in Paris.
    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Loader.PARIS).toInstant();
    }

    /// Some time of a working day.
    Instant at(LocalDate day) {
        var moment = at(day, 9 + random.nextInt(8), random.nextInt(12) * 5);
        // nothing of the file is later than the opening of the demonstration, at 8:30
        return day.isBefore(today) ? moment : at(day, 8, random.nextInt(30));
    }

    UUID id(Instant at) {
        return Ids.at(at, random);
    }

    /// Where letters to the person go, in lines.
    String address() {
        return street + "\n" + who.home().postcode() + " " + who.home().name();
    }

    private void person() {
        var qualified = random.nextInt(100) < 72;
        var mt = who.mt();
        copy.add(
                Into.PATIENT,
                network,
                id,
                who.family(),
                who.used(),
                who.given(),
                who.sex(),
                who.born(),
                who.home().name(),
                qualified ? ins() : null,
                qualified ? InsOid.NIR_TEST.oid() : null,
                qualified ? "QUALIFIEE" : "PROVISOIRE",
                Names.landline(random),
                random.nextInt(3) > 0 ? Names.mobile(random) : null,
                street = Names.street(random),
                who.home().postcode(),
                who.home().code(),
                who.home().name(),
                who.language(),
                who.language() != null,
                who.alone(),
                who.vulnerable(),
                who.died(),
                who.mtState(),
                mt == null ? null : mt.rpps(),
                mt == null ? null : mt.name(),
                mt == null ? null : mt.phone(),
                who.mtTold(),
                who.mtOpposition(),
                who.notes(),
                created);
    }

    /// A matricule whose key holds, of the shape the person's birth gives; only its OID says that
    /// it is a test one.
    private String ins() {
        var number =
                "%s%02d%02d%s%03d%03d"
                        .formatted(
                                who.sex().equals("F") ? "2" : "1",
                                who.born().getYear() % 100,
                                who.born().getMonthValue(),
                                who.home().code().substring(0, 2),
                                random.nextInt(900) + 1,
                                random.nextInt(990) + 1);
        var key = 97 - Long.parseLong(number) % 97;
        return new Ins(number + "%02d".formatted(key)).value();
    }

    void line(
            Instant at,
            String kind,
            String title,
            @Nullable String detail,
            String page,
            boolean clinical) {
        copy.add(
                Into.TIMELINE,
                network,
                id(at),
                id,
                at,
                kind,
                title,
                detail,
                coordinator.name(),
                "/dossiers/" + id + page,
                clinical);
    }

    void consent(
            String act,
            String state,
            LocalDate on,
            String form,
            String by,
            @Nullable String representative,
            @Nullable String scope,
            @Nullable String opposedTo,
            @Nullable String reason) {
        var at = at(on);
        copy.add(
                Into.CONSENT,
                network,
                id(at),
                id,
                act,
                state,
                on,
                form,
                by,
                representative,
                scope,
                opposedTo,
                reason,
                coordinator.account(),
                at);
        line(
                at,
                "DROITS",
                switch (act) {
                    case "ACCOMPAGNEMENT" -> "Accord à l’accompagnement";
                    case "PARTAGE_EQUIPE" ->
                            "Information et non-opposition au partage dans l’équipe de soins";
                    default -> "Accord au partage hors de l’équipe de soins";
                },
                null,
                "/droits",
                false);
    }

    /// What became of an occurrence.
    interface Outcome {
        Done of(LocalDate due, LocalDate end, LocalDate late);
    }

    record Done(
            String status,
            @Nullable LocalDate doneOn,
            @Nullable String why,
            @Nullable LocalDate told) {
        static final Done WAITING = new Done("PREVU", null, null, null);

        static final Done SUSPENDED = new Done("SUSPENDU", null, null, null);

        static Done on(LocalDate day) {
            return new Done("FAIT", day, null, null);
        }

        static Done not(String why) {
            return new Done("NON_FAIT", null, why, null);
        }

        /// The team heard of it on `day` only.
        Done told(LocalDate day) {
            return new Done(status, doneOn, why, day);
        }
    }

    void read(Instant at, UUID account, String actor, String what) {
        copy.add(Into.TRAIL, network, id(at), at, account, actor, "READ", what, id, null, false);
    }

    int age() {
        return java.time.Period.between(who.born(), today).getYears();
    }

    /// Ids of goals and interventions, which stay from one version to the next.
    UUID stable() {
        return id(created);
    }
}
