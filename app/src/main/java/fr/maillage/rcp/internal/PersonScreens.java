package fr.maillage.rcp.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Meetings and expertise about one person; an expertise by itself.
@Component
@Transactional(readOnly = true)
class PersonScreens {

    private final JdbcClient sql;
    private final ExpertiseService expertise;
    private final Clock clock;

    PersonScreens(JdbcClient sql, ExpertiseService expertise, Clock clock) {
        this.sql = sql;
        this.expertise = expertise;
        this.clock = clock;
    }

    PersonPage page(OpenFile file, Shown shown) {
        var coming = coming(file);
        return new PersonPage(
                file.banner(),
                meetings(file),
                expertise.of(file.patient()).stream().map(this::line).toList(),
                coming.isEmpty() ? null : put(file, coming, shown),
                ask(file, shown));
    }

    private List<PersonPage.Line> meetings(OpenFile file) {
        return sql.sql(
                        "select "
                                + MeetingRepository.COLUMNS
                                + """
                                , t.id as item, t.question, t.seen from rcp.item t join rcp.meeting m on m.network_id = t.network_id and m.id = t.meeting_id
                                 where t.patient_id = :patient order by m.starts_at desc, t.id limit 50
                                """)
                .param("patient", file.patient().value())
                .query((row, _) -> {
                    var meeting = MeetingRepository.meeting(row, 0);
                    var seen = row.getObject("seen", Boolean.class);
                    return new PersonPage.Line(
                            meeting.href() + "/personnes/" + row.getObject("item", UUID.class),
                            RcpText.title(meeting),
                            row.getString("question"),
                            Boolean.FALSE.equals(seen) ? "À reporter" : meeting.state().label,
                            meeting.state().icon,
                            meeting.state().tone);
                })
                .list();
    }

    private PersonPage.Line line(Expertise one) {
        var late = one.waits() && one.dueOn().isBefore(today());
        return new PersonPage.Line(
                one.href(),
                one.addressee(),
                one.question(),
                late
                        ? "En retard, " + FrenchDates.relative(one.dueOn(), today())
                        : one.state().label,
                one.state().icon,
                late ? "is-late" : one.state().tone);
    }

    /// Meetings to come where she is not yet.
    private List<Option> coming(OpenFile file) {
        return sql.sql(
                        "select "
                                + MeetingRepository.COLUMNS
                                + """
                                  from rcp.meeting m where m.status = 'PREVUE' and m.starts_at >= :from
                                   and not exists (select 1 from rcp.item t where t.network_id = m.network_id and t.meeting_id = m.id and t.patient_id = :patient)
                                 order by m.starts_at limit 30
                                """)
                .param("from", Timestamp.from(today().atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param("patient", file.patient().value())
                .query((row, _) -> {
                    var meeting = MeetingRepository.meeting(row, 0);
                    return new Option(
                            meeting.id().toString(),
                            RcpText.title(meeting)
                                    + (meeting.subject() == null ? "" : ", " + meeting.subject()),
                            false);
                })
                .list();
    }

    private static FormView put(OpenFile file, List<Option> coming, Shown shown) {
        return shown.form(
                "inscrire",
                "/dossiers/" + file.patient() + "/rcp",
                "Inscrire à l’ordre du jour d’une réunion",
                new Typed(Map.of()),
                typed -> {
                    var fields = new ArrayList<Field>();
                    fields.add(
                            FormFields.select(
                                    "meeting",
                                    "Réunion",
                                    typed,
                                    List.of(new Group("", coming)),
                                    true));
                    fields.add(
                            FormFields.field(
                                    "question", "Question posée", null, "AREA", typed, true));
                    fields.addAll(Agreement.fields(typed));
                    return fields;
                },
                0,
                "Inscrire");
    }

    private FormView ask(OpenFile file, Shown shown) {
        return shown.form(
                "expertise",
                "/dossiers/" + file.patient() + "/expertises",
                "Demander une expertise",
                new Typed(
                        Map.of(
                                "kind",
                                List.of(Addressee.MEDECIN_EQUIPE.name()),
                                "dueOn",
                                List.of(today().plusDays(14).toString()))),
                this::asked,
                0,
                "Demander l’expertise");
    }

    private List<Field> asked(Typed typed) {
        return List.of(
                FormFields.select(
                        "kind",
                        "À qui",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(Addressee.values())
                                                .map(a -> new Option(a.name(), a.label, false))
                                                .toList())),
                        false),
                FormFields.select(
                        "member",
                        "Médecin de l’équipe",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        expertise.doctors().stream()
                                                .map(m ->
                                                        new Option(
                                                                m.id().toString(), m.name(), false))
                                                .toList())),
                        false),
                FormFields.field(
                        "addressee",
                        "Nom de la structure ou du réseau",
                        "Quand ce n’est pas un médecin de l’équipe.",
                        "TEXT",
                        typed,
                        false),
                FormFields.field("dueOn", "Réponse souhaitée avant le", null, "DATE", typed, false),
                FormFields.field("question", "Question posée", null, "AREA", typed, true),
                FormFields.field(
                        "anonymous",
                        "Sans dire son nom à l’expert extérieur",
                        null,
                        "CHECK",
                        typed,
                        true));
    }

    ExpertisePage page(OpenFile file, Expertise one, Shown shown) {
        return new ExpertisePage(
                file.banner(),
                one.addressee(),
                one.kind().label
                        + " · demandée par "
                        + one.askedName()
                        + ", "
                        + FrenchDates.exact(one.askedAt()),
                one.state().label,
                one.state().icon,
                one.state().tone,
                RcpText.lines(one.question()),
                one.waits() ? "Réponse souhaitée avant le " + FrenchDates.date(one.dueOn()) : null,
                one.anonymous(),
                one.opinion() == null ? List.of() : RcpText.lines(one.opinion()),
                opinionBy(one),
                one.closedWhy(),
                one.waits() ? answer(one, shown) : null,
                one.waits() ? close(one, shown) : null);
    }

    private static @Nullable String opinionBy(Expertise one) {
        return one.opinionOn() == null
                ? null
                : one.opinionBy()
                        + ", le "
                        + FrenchDates.date(one.opinionOn())
                        + " · noté par "
                        + one.notedBy();
    }

    private FormView answer(Expertise one, Shown shown) {
        var values = new HashMap<String, List<String>>();
        values.put("opinionBy", List.of(one.addressee()));
        values.put("opinionOn", List.of(today().toString()));
        return shown.form(
                "avis",
                one.href() + "/avis",
                "Enregistrer l’avis",
                new Typed(values),
                typed ->
                        List.of(
                                FormFields.field(
                                        "opinion", "Avis rendu", null, "AREA", typed, true),
                                FormFields.field("opinionBy", "Par", null, "TEXT", typed, false),
                                FormFields.field("opinionOn", "Le", null, "DATE", typed, false)),
                one.version(),
                "Enregistrer l’avis");
    }

    private static FormView close(Expertise one, Shown shown) {
        return shown.form(
                "clore",
                one.href() + "/sans-suite",
                "Clore sans avis",
                new Typed(Map.of()),
                typed -> List.of(FormFields.field("why", "Pourquoi", null, "TEXT", typed, true)),
                one.version(),
                "Clore sans avis");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
