package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.internal.matching.Incoming;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Daily log of contacts, about nobody, one person or several. Source: guide DGOS 2012, fiche L3 §3
/// (recueil journalier des contacts).
@Service
@Transactional
class ContactService {

    private static final int CANDIDATES = 6;

    private final JdbcClient sql;
    private final Patients patients;
    private final CaseFiles files;
    private final Timeline timeline;
    private final SignificantFacts facts;
    private final Trail trail;
    private final TaskService tasks;
    private final Incoming incoming;
    private final ApplicationEventPublisher events;

    ContactService(
            JdbcClient sql,
            Patients patients,
            CaseFiles files,
            Timeline timeline,
            SignificantFacts facts,
            Trail trail,
            TaskService tasks,
            Incoming incoming,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.patients = patients;
        this.files = files;
        this.timeline = timeline;
        this.facts = facts;
        this.trail = trail;
        this.tasks = tasks;
        this.incoming = incoming;
        this.events = events;
    }

    /// Whom each typed name means. The persons shown are traced.
    List<About> whom(String about) {
        var found =
                Arrays.stream(about.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(20)
                        .map(name -> About.of(name, patients.near(name, CANDIDATES)))
                        .toList();
        trail.listed(
                "PERSONNES PROCHES",
                found.stream()
                        .flatMap(a ->
                                a instanceof About.Unsure(_, var near)
                                        ? near.stream().map(n -> n.id().value())
                                        : java.util.stream.Stream.empty())
                        .toList());
        return found;
    }

    /// Records the contact, its lines of life, the letters to attending doctors and the reminder.
    Logged log(NewContact contact, Collection<PatientId> about) {
        var who = SignedIn.current();
        var id = Ids.next();
        var at = Timestamp.from(contact.at());
        sql.sql(
                        """
                        insert into followup.contact (id, at, channel, direction, who, who_quality, reached, reason, note, decided,
                                                      significant, minutes, author_name, caller, motive)
                        values (:id, :at, :channel, :direction, :who, :quality, :reached, :reason, :note, :decided, :significant, :minutes, :author, :caller, :motive)
                        """)
                .param("id", id)
                .param("at", at)
                .param("channel", contact.channel().name())
                .param("direction", contact.direction().name())
                .param("who", contact.who())
                .param("quality", contact.quality())
                .param("reached", contact.reached().name())
                .param("reason", contact.reason())
                .param("note", contact.note())
                .param("decided", contact.decided())
                .param("significant", contact.significant())
                .param("minutes", contact.minutes())
                .param("author", who.displayName())
                .param("caller", contact.caller() == null ? null : contact.caller().name())
                .param("motive", contact.motive() == null ? null : contact.motive().name())
                .update();
        int told = 0;
        int opposed = 0;
        int withoutDoctor = 0;
        for (var person : about.stream().distinct().toList()) {
            files.openToWrite(person, Part.CONTACTS);
            sql.sql(
                            "insert into followup.contact_patient (contact_id, patient_id, at) values (:contact, :patient, :at)")
                    .param("contact", id)
                    .param("patient", person.value())
                    .param("at", at)
                    .update();
            // what a clinician wrote may be health content, what a secretary wrote is not
            timeline.add(
                    person,
                    Timeline.Kind.CONTACT,
                    FollowUpText.timeline(contact),
                    FollowUpText.detail(contact),
                    null,
                    who.role().clinical());
            trail.wrote(Trail.Action.CREATE, person, "CONTACT", id);
            events.publishEvent(
                    new ContactLogged(
                            Objects.requireNonNull(Tenancy.current().acting()), id, person));
            if (contact.significant()) {
                switch (facts.tell(
                        person, id, FollowUpText.significant(contact), who.displayName())) {
                    case TOLD -> told++;
                    case OPPOSED -> opposed++;
                    case NO_DOCTOR -> withoutDoctor++;
                }
            }
        }
        incoming.contact(id);
        var callBack = contact.callBack();
        if (callBack != null) {
            var only = about.size() == 1 ? about.iterator().next() : null;
            tasks.create(
                    new TaskService.NewTask(
                            only,
                            "RAPPEL",
                            FollowUpText.callBack(contact.who()),
                            contact.who(),
                            callBack.phone(),
                            callBack.day(),
                            callBack.time(),
                            who.memberId(),
                            id));
        }
        return new Logged(id, FollowUpText.logged(contact, told, opposed, withoutDoctor));
    }

    /// @param sentence what was done, in words
    record Logged(UUID id, String sentence) {}
}
