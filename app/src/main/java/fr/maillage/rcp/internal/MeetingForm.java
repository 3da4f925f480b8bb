package fr.maillage.rcp.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// When, where, about what, and who leads.
final class MeetingForm {

    private static final int LONGEST = 480;

    private MeetingForm() {}

    /// What was typed, right.
    record Read(
            MeetingKind kind,
            Instant starts,
            Instant ends,
            Mode mode,
            @Nullable String place,
            @Nullable String theme,
            @Nullable String subject,
            @Nullable UUID chair,
            @Nullable UUID secretary) {}

    /// Throws `FormRefused`.
    static Read read(Typed typed, List<Networks.Theme> themes) {
        var errors = new FormErrors();
        var kind = FormFields.oneOf(typed, "kind", java.util.Set.of("RCP", "SYNTHESE"), errors);
        var mode =
                FormFields.oneOf(
                        typed, "mode", java.util.Set.of("SUR_PLACE", "VISIO", "TELEPHONE"), errors);
        var day = FormFields.date(typed, "day", true, errors);
        var time = time(typed.text("time"));
        if (time == null) errors.add("time", RcpText.NOT_A_TIME);
        var minutes = FormFields.number(typed, "minutes", 60, 10, LONGEST, errors);
        if (typed.text("place").length() > FormFields.LINE) errors.add("place", RcpText.LINE);
        if (typed.text("subject").length() > FormFields.LINE) errors.add("subject", RcpText.LINE);
        var theme = typed.orNull("theme");
        if (theme != null && themes.stream().noneMatch(t -> t.code().equals(theme)))
            errors.add("theme", RcpText.CHOOSE);
        FormRefused.unless(errors);
        var starts =
                java.util.Objects.requireNonNull(day)
                        .atTime(java.util.Objects.requireNonNull(time))
                        .atZone(FrenchDates.PARIS)
                        .toInstant();
        return new Read(
                MeetingKind.valueOf(kind),
                starts,
                starts.plusSeconds(60L * minutes),
                Mode.valueOf(mode),
                typed.orNull("place"),
                theme,
                typed.orNull("subject"),
                Ids.parse(typed.text("chair")).orElse(null),
                Ids.parse(typed.text("secretary")).orElse(null));
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// As it stands.
    static Typed of(Meeting meeting) {
        var values = new HashMap<String, List<String>>();
        values.put("kind", List.of(meeting.kind().name()));
        values.put("day", List.of(meeting.day().toString()));
        values.put("time", List.of(FrenchDates.time(meeting.at())));
        values.put("minutes", List.of(String.valueOf(meeting.minutes())));
        values.put("mode", List.of(meeting.mode().name()));
        values.put("place", List.of(FormFields.text(meeting.place())));
        values.put("theme", List.of(FormFields.text(meeting.theme())));
        values.put("subject", List.of(FormFields.text(meeting.subject())));
        values.put("chair", List.of(id(meeting.chair())));
        values.put("secretary", List.of(id(meeting.secretary())));
        return new Typed(values);
    }

    private static String id(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /// A new one, led by who is signed in.
    static Typed blank(UUID me) {
        return new Typed(
                Map.of(
                        "minutes", List.of("60"),
                        "time", List.of("14:00"),
                        "chair", List.of(me.toString())));
    }

    static List<Field> fields(
            Typed typed, List<Networks.Theme> themes, List<Networks.Member> team) {
        return List.of(
                FormFields.select(
                        "kind",
                        "Quoi",
                        typed,
                        FormFields.options(
                                "RCP",
                                MeetingKind.RCP.label,
                                "SYNTHESE",
                                MeetingKind.SYNTHESE.label),
                        false),
                FormFields.field("subject", "Objet (facultatif)", null, "TEXT", typed, false),
                FormFields.field("day", "Le", null, "DATE", typed, false),
                FormFields.field("time", "À", null, "TIME", typed, false),
                FormFields.field("minutes", "Durée, en minutes", null, "NUMBER", typed, false),
                FormFields.select(
                        "mode",
                        "Comment",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(Mode.values())
                                                .map(m -> new Option(m.name(), m.label, false))
                                                .toList())),
                        false),
                FormFields.field(
                        "place",
                        "Lieu, lien ou numéro",
                        "Salle et adresse, lien de la visioconférence, ou numéro à composer.",
                        "TEXT",
                        typed,
                        true),
                FormFields.select(
                        "theme",
                        "Thème",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        FormFields.with(
                                                "",
                                                "Tous",
                                                themes.stream()
                                                        .map(t ->
                                                                new Option(
                                                                        t.code(), t.label(), false))
                                                        .toList()))),
                        false),
                FormFields.select("chair", "Préside", typed, members(team), false),
                FormFields.select(
                        "secretary", "Secrétaire de séance", typed, members(team), false));
    }

    static List<Group> members(List<Networks.Member> team) {
        return List.of(
                new Group(
                        "",
                        FormFields.with(
                                "",
                                "À désigner",
                                team.stream()
                                        .map(m -> new Option(m.id().toString(), m.name(), false))
                                        .toList())));
    }
}
